import { countOf } from "~/domain/counts";
import type { BookingMail } from "~/domain/notifications/for-booking.server";
import { paths } from "~/paths";
import { momentWords, type Clock } from "./booking-words";
import { Form, Submit } from "./form";
import { mailTitles } from "./mail-titles";
import type { TimelineRow } from "./timeline";

/** Every mail about a booking as a row: what it was, to whom, what became of it, and what can be done. */
export function mailRows(mails: BookingMail[], bookingId: string, clock: Clock): TimelineRow[] {
  return mails.map((mail) => ({
    id: mail.id,
    title: `Mail “${mailTitles[mail.kind]}”`,
    to: nameOf(mail),
    answer: isUndelivered(mail) || mail.state === "queued" ? mail.lastError : mail.answer,
    action: actionOn(mail, bookingId),
    ...outcome(mail, clock),
  }));
}

function nameOf({ recipient, recipientName }: BookingMail) {
  return recipientName || recipient;
}

/** It failed for good, or came back. */
export function isUndelivered({ state }: Pick<BookingMail, "state">) {
  return state === "failed" || state === "bounced";
}

function actionOn(mail: BookingMail, bookingId: string) {
  const about = <span className="sr-only">{`, the mail “${mailTitles[mail.kind]}” to ${nameOf(mail)}`}</span>;
  if (mail.state === "kept") {
    return (
      <a href={paths.outbox({ id: mail.id })} className="-my-1 inline-block py-1 text-small">
        Read it
        {about}
      </a>
    );
  }
  if (!isUndelivered(mail) || mail.isOvertaken) return null;
  return (
    <Form action={paths.sendAgain(bookingId, mail.id)}>
      <Submit kind="second" small icon="refresh-cw">
        Send again
        {about}
      </Submit>
    </Form>
  );
}

const untrue = "A later change made it untrue.";

function outcome(mail: BookingMail, clock: Clock): Pick<TimelineRow, "state" | "words"> {
  const when = momentWords(mail.finishedAt ?? mail.createdAt, clock);
  const after = mail.attempts > 1 ? `, after ${countOf(mail.attempts, "try", "tries")}` : "";
  const again = mail.round > 0 ? " again" : "";
  switch (mail.state) {
    case "sent":
      return { state: "done", words: `Sent${again} ${when}${after}` };
    case "kept":
      return { state: "done", words: `Kept in the outbox${again} ${when}${after}` };
    case "skipped":
      return { state: "overtaken", words: "Not sent: a later change made it untrue" };
    case "sending":
      return { state: "due", words: "Is being handed over" };
    case "bounced":
      return { state: "failed", words: `Sent${again}, and came back ${when}${mail.isOvertaken ? `. ${untrue}` : ""}` };
    case "failed":
      return {
        state: "failed",
        words: `Tried ${times(mail.attempts)}, ${mail.attempts > 1 ? "last " : ""}${when}. ${mail.isOvertaken ? untrue : "No more tries are planned."}`,
      };
    case "queued":
      return mail.attempts > 0
        ? { state: "retrying", words: `Tried ${times(mail.attempts)}. ${nextTry(mail, clock)}` }
        : { state: "due", words: mail.dueAt < clock.now - 60_000 ? waits(mail, clock) : `Goes${again} in a moment` };
  }
}

function waits({ dueAt }: BookingMail, clock: Clock) {
  return `Due ${momentWords(dueAt, clock)}, not tried yet`;
}

function nextTry({ nextTryAt }: BookingMail, clock: Clock) {
  return nextTryAt === null ? "The next try comes by itself." : `Next try ${momentWords(nextTryAt, clock)}.`;
}

function times(count: number) {
  return count === 1 ? "once" : count === 2 ? "twice" : countOf(count, "time");
}
