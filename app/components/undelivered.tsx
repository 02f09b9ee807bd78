import { countOf } from "~/domain/counts";
import type { UndeliveredMail } from "~/domain/notifications/undelivered.server";
import { isoInstant } from "~/domain/time";
import { paths } from "~/paths";
import { momentWords, type Clock } from "./booking-words";
import { HelpLink } from "./help-link";
import { mailTitles } from "./mail-titles";
import { Shape } from "./shape";

type Props = { items: UndeliveredMail[]; total: number; clock: Clock };

/**
 * Mails about a host's meetings that failed for good or came back. Each leads to its booking, where it is sent again. A
 * request for a time leads to whoever asked: the host writes to them.
 */
export function Undelivered({ items, total, clock }: Props) {
  if (total === 0) return null;
  return (
    <section className="notice notice-wait mb-6" aria-labelledby="undelivered">
      <Shape name="octagon-bar" className="mt-1 text-stop" />
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <h2 id="undelivered" className="font-sans text-body font-semibold">
          {`${countOf(total, "mail")} did not arrive`}
        </h2>
        <ul className="mt-1 space-y-1">
          {items.map((mail) => (
            <li key={mail.id}>
              {mail.kind === "time_requested_host" ? <Asked {...mail.asked} /> : <ToBooking {...mail} />}
              <p className="hint">
                {mail.state === "bounced" ? "Came back " : "Failed "}
                <time dateTime={isoInstant(mail.at)} className="whitespace-nowrap">
                  {momentWords(mail.at, clock)}
                </time>
                {mail.lastError ? (
                  <>
                    {": "}
                    <bdi>{mail.lastError}</bdi>
                  </>
                ) : null}
              </p>
            </li>
          ))}
        </ul>
        {total > items.length ? <p className="mt-1">{`And ${total - items.length} more.`}</p> : null}
        <HelpLink topic="running" section="undelivered" className="mt-1">
          What to do about it
        </HelpLink>
      </div>
    </section>
  );
}

function ToBooking({ bookingId, kind, recipientName, recipient }: Extract<UndeliveredMail, { bookingId: string }>) {
  return (
    <a href={`${paths.booking(bookingId)}#left`} className="-my-1 inline-block py-1">
      {`“${mailTitles[kind]}” to `}
      <bdi>{recipientName || recipient}</bdi>
    </a>
  );
}

function Asked({ name, email }: { name: string; email: string }) {
  return (
    <p>
      <bdi>{name}</bdi>
      {" asked for a time, and you did not get the mail. Write to "}
      <a href={paths.writeTo(email)} className="-my-1 inline-block py-1">
        {email}
      </a>
    </p>
  );
}
