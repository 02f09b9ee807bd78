import type { Connection } from "~/domain/calendars/connection";
import { providerNames } from "~/domain/providers";
import { isoInstant } from "~/domain/time";
import { paths } from "~/paths";
import { Badge } from "./badge";
import type { Clock } from "./booking-words";
import { healthWords, lostWords, syncFacts, whoseWords } from "./calendar-words";
import { Form, HiddenFields, Submit } from "./form";
import { HelpLink } from "./help-link";
import { Notice } from "./notice";

type Props = { connection: Connection; clock: Clock; isPushOn: boolean };

/** Which calendar it is, and how it does. */
export function CalendarTitle({
  connection,
  clock,
  as: Heading = "h2",
}: Omit<Props, "isPushOn"> & { as?: "h1" | "h2" }) {
  const { state, label } = healthWords(connection, clock.now);
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <Heading className="min-w-0 [overflow-wrap:anywhere]">
          <bdi>{connection.name}</bdi>
        </Heading>
        <Badge state={state}>{label}</Badge>
      </div>
      <p className="mt-1 text-small text-muted [overflow-wrap:anywhere]">
        <bdi>{whoseWords(connection)}</bdi>
      </p>
    </>
  );
}

/** What is known of a calendar's sync, and what it means where something is wrong. */
export function CalendarTruth({ connection, clock, isPushOn }: Props) {
  return (
    <>
      {connection.account.needsReconnectSince !== null ? <Lost connection={connection} clock={clock} /> : null}
      <dl className="my-4 grid grid-cols-2 gap-x-6 gap-y-4 border-y border-rule py-3.5 sm:grid-cols-4">
        {syncFacts(connection, clock, isPushOn).map(({ label, value, note, at }) => (
          <div key={label} className="min-w-0 [overflow-wrap:anywhere]">
            <dt className="text-tick font-semibold text-muted">{label}</dt>
            <dd>
              <span className="block text-small font-semibold">
                {at === undefined ? value : <time dateTime={isoInstant(at)}>{value}</time>}
              </span>
              {note ? <span className="block text-tick text-muted">{note}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Lost({ connection, clock }: Omit<Props, "isPushOn">) {
  const provider = providerNames[connection.provider];
  const said = connection.account.reconnectReason;
  return (
    <Notice kind="wait" className="mt-4" title={`${provider} no longer accepts our sign-in.`}>
      <span className="block text-small">{lostWords(connection, clock)}</span>
      {said ? (
        <details className="mt-2 text-small">
          <summary className="w-fit cursor-pointer py-1">What {provider} answered</summary>
          <bdi className="block">{said}</bdi>
        </details>
      ) : null}
      <HelpLink topic="calendars" section="broken" className="mt-1">
        Why this happens
      </HelpLink>
    </Notice>
  );
}

/** Straight to the provider, as the account that is meant. */
export function Reconnect({ account }: Pick<Connection, "account">) {
  return (
    <Form action={paths.connectCalendar(account.provider)}>
      <HiddenFields values={{ account: account.id }} />
      <Submit>
        Reconnect {providerNames[account.provider]}
        <span className="sr-only"> as {account.email}</span>
      </Submit>
    </Form>
  );
}
