import type { ConnectedAccount, Connection } from "~/domain/calendars/connection";
import { providerNames } from "~/domain/providers";
import { countOf } from "~/domain/counts";
import { paths } from "~/paths";
import { Reconnect } from "./calendar-truth";
import { Section } from "./page";

type Props = { connections: Connection[]; bare: ConnectedAccount[] };

/** The accounts that the calendars come from, and those of which none is connected. */
export function CalendarAccounts({ connections, bare }: Props) {
  const accounts = [...connections.map((each) => each.account), ...bare];
  const once = accounts.filter(({ id }, index) => accounts.findIndex((other) => other.id === id) === index);
  return (
    <Section title="Accounts">
      <ul>
        {once.map((account) => (
          <Account
            key={account.id}
            account={account}
            calendars={connections.filter((each) => each.account.id === account.id).length}
          />
        ))}
      </ul>
      <p className="mt-4 text-small">
        <a href={paths.calendarSetup()} className="inline-block py-1">
          How this instance is registered with Google and Microsoft
        </a>
      </p>
    </Section>
  );
}

function Account({ account, calendars }: { account: ConnectedAccount; calendars: number }) {
  const { id, provider, email, savesContacts, needsReconnectSince } = account;
  const isLost = needsReconnectSince !== null;
  const whose = `${email} at ${providerNames[provider]}`;
  const used = calendars === 0 ? "No calendar of it is chosen yet." : `${countOf(calendars, "calendar")} connected.`;
  return (
    <li className="rowline flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <p className="font-semibold">
          <bdi>{email}</bdi>
        </p>
        <p className="hint">
          {`${providerNames[provider]}. ${used}`}
          {savesContacts ? " Whoever books is kept among its contacts." : ""}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 text-small">
        {isLost && calendars === 0 ? <Reconnect account={account} /> : null}
        {isLost ? null : (
          <a href={paths.chooseCalendars(id)} className="inline-block py-1">
            Choose calendars<span className="sr-only"> of {whose}</span>
          </a>
        )}
        <a href={paths.calendarContacts(id)} className="inline-block py-1">
          Contacts<span className="sr-only"> of {whose}</span>
        </a>
        <a href={paths.disconnectCalendarAccount(id)} className="inline-block py-1 text-stop">
          Disconnect account…<span className="sr-only"> {whose}</span>
        </a>
      </div>
    </li>
  );
}
