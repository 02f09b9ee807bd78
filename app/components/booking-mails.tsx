import { countOf } from "~/domain/counts";
import type { BookingMail } from "~/domain/notifications/for-booking.server";
import type { BookingKind } from "~/domain/notifications/notification";
import { paths } from "~/paths";
import { momentWords, type Clock } from "./booking-words";
import { Shape, type ShapeName } from "./shape";

/** Every mail about a booking: what it was, to whom, and what became of it. */
export function BookingMails({ mails, clock }: { mails: BookingMail[]; clock: Clock }) {
  if (mails.length === 0) return <p className="text-muted">Nothing has left yet.</p>;
  return (
    <ol>
      {mails.map((mail) => {
        const { shape, colour, words } = outcome(mail, clock);
        return (
          <li key={mail.id} className="group relative flex gap-4 pb-5 last:pb-0">
            <span
              aria-hidden="true"
              className="absolute bottom-1 start-2 top-6 border-s border-edge group-last:hidden"
            />
            <Shape name={shape} className={`mt-1 ${colour}`} />
            <div className="min-w-0">
              <h3 className="text-body font-semibold">
                {`Mail “${titles[mail.kind]}” to `}
                <bdi>{mail.recipientName || mail.recipient}</bdi>
              </h3>
              <p className="hint">{words}</p>
              {(mail.state === "failed" || mail.state === "bounced") && mail.lastError ? (
                <p className="text-small">{mail.lastError}</p>
              ) : null}
              {mail.state === "kept" ? (
                <a href={paths.outbox({ id: mail.id })} className="inline-block py-1 text-small">
                  Read it
                  <span className="sr-only">{`, the mail “${titles[mail.kind]}” to ${mail.recipientName || mail.recipient}`}</span>
                </a>
              ) : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

const titles: Record<BookingKind, string> = {
  booking_requested_invitee: "Request received",
  booking_requested_host: "New request",
  booking_confirmed_invitee: "Confirmed",
  booking_confirmed_host: "New booking",
  booking_confirmed_guest: "Confirmed",
  booking_declined_invitee: "Declined",
  booking_rescheduled_invitee: "Moved",
  booking_rescheduled_host: "Moved",
  booking_rescheduled_guest: "Moved",
  booking_reassigned_invitee: "New host",
  booking_reassigned_host: "Handed over",
  booking_reassigned_guest: "New host",
  booking_unassigned_host: "Handed over",
  booking_cancelled_invitee: "Cancelled",
  booking_cancelled_host: "Cancelled",
  booking_cancelled_guest: "Cancelled",
  booking_reminder_invitee: "Reminder",
  booking_reminder_guest: "Reminder",
  booking_followup_invitee: "Thank you",
};

function outcome(mail: BookingMail, clock: Clock): { shape: ShapeName; colour: string; words: string } {
  const when = momentWords(mail.finishedAt ?? mail.createdAt, clock);
  const tries = mail.attempts > 1 ? `, after ${countOf(mail.attempts, "try", "tries")}` : "";
  switch (mail.state) {
    case "sent":
      return { shape: "disc-tick", colour: "text-ok", words: `Sent ${when}${tries}` };
    case "kept":
      return { shape: "disc-tick", colour: "text-ok", words: `Kept in the outbox ${when}${tries}` };
    case "skipped":
      return { shape: "slashed-ring", colour: "text-muted", words: "Not sent: a later change made it untrue" };
    case "sending":
      return { shape: "dashed-ring", colour: "text-muted", words: "Is being handed over" };
    case "bounced":
      return { shape: "octagon-bar", colour: "text-stop", words: `Sent, and came back ${when}` };
    case "failed":
      return {
        shape: "octagon-bar",
        colour: "text-stop",
        words: `Tried ${times(mail.attempts)}. No more tries are planned.`,
      };
    case "queued":
      return mail.attempts > 0
        ? {
            shape: "triangle",
            colour: "text-wait",
            words: `Tried ${times(mail.attempts)}. The next try comes by itself.`,
          }
        : { shape: "dashed-ring", colour: "text-muted", words: "Goes in a moment" };
  }
}

function times(count: number) {
  return count === 1 ? "once" : countOf(count, "time");
}
