import { countOf } from "~/domain/counts";
import type { UndeliveredMail } from "~/domain/notifications/undelivered.server";
import { isoInstant } from "~/domain/time";
import { paths } from "~/paths";
import { momentWords, type Clock } from "./booking-words";
import { mailTitles } from "./mail-titles";
import { Shape } from "./shape";

type Props = { items: UndeliveredMail[]; total: number; clock: Clock };

/** Mails about a host's meetings that failed for good or came back. Each leads to its booking, where it is sent again. */
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
            <li key={mail.bookingId + mail.kind + mail.recipient + mail.at}>
              <a href={`${paths.booking(mail.bookingId)}#left`} className="-my-1 inline-block py-1">
                {`“${mailTitles[mail.kind]}” to `}
                <bdi>{mail.recipientName || mail.recipient}</bdi>
              </a>
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
      </div>
    </section>
  );
}
