import { countOf } from "~/domain/counts";
import { providerNames } from "~/domain/providers";
import type { CalendarWrite } from "~/domain/calendars/written-events.server";
import { paths } from "~/paths";
import { momentWords, type Clock } from "./booking-words";
import { Form, Submit } from "./form";
import type { TimelineRow } from "./timeline";

/** A booking's events in its hosts' calendars as rows: where, how they stand, and what can be done. */
export function calendarRows(writes: CalendarWrite[], bookingId: string, clock: Clock): TimelineRow[] {
  return writes.map((write) => ({
    id: write.id,
    title: `${providerNames[write.provider]} event`,
    toWord: "in",
    to: `${write.calendarName}, of ${write.hostName}`,
    answer: write.lastError,
    action: write.state === "failed" && write.isConnected ? <TryAgain {...{ write, bookingId }} /> : null,
    ...standing(write, clock),
  }));
}

function TryAgain({ write, bookingId }: { write: CalendarWrite; bookingId: string }) {
  return (
    <Form action={paths.writeCalendarEvent(bookingId, write.id)}>
      <Submit kind="second" small icon="refresh-cw">
        Try again
        <span className="sr-only">{`, the event in ${write.calendarName} of ${write.hostName}`}</span>
      </Submit>
    </Form>
  );
}

function standing(write: CalendarWrite, clock: Clock): Pick<TimelineRow, "state" | "words"> {
  const when = momentWords(write.finishedAt ?? write.createdAt, clock);
  const after = write.attempts > 1 ? `, after ${countOf(write.attempts, "try", "tries")}` : "";
  switch (write.state) {
    case "written":
      if (write.hostChange === "deleted") return { state: "overtaken", words: "Deleted there by its host" };
      if (write.conference === "pending")
        return { state: "done", words: `Written ${when}${after}. Its link is being made` };
      return { state: "done", words: `Written ${when}${after}` };
    case "removed":
      return { state: "done", words: `Taken out ${when}${after}` };
    case "failed":
      return {
        state: "failed",
        words: `Tried ${countOf(write.attempts, "time")}, last ${when}. No more tries are planned.`,
      };
    case "waiting":
      if (write.isLost) return { state: "retrying", words: "Waits until its host signs in at the provider again" };
      if (write.attempts === 0) return { state: "due", words: "Goes in a moment" };
      return {
        state: "retrying",
        words: `Tried ${countOf(write.attempts, "time")}. ${write.nextTryAt === null ? "The next try comes by itself." : `Next try ${momentWords(write.nextTryAt, clock)}.`}`,
      };
  }
}
