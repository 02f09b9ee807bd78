import { and, eq } from "drizzle-orm";
import { db } from "~db/client";
import { bookingCalendarEvents } from "~db/schema";
import type { Failure, WantedEvent, WrittenEvent } from "~/integrations/calendar-provider";
import type { Booking } from "../bookings/booking";
import { nextTry } from "../notifications/tries";
import { keepLink, letMailsGo } from "./meeting-link.server";
import { fingerprint } from "./wanted-event";
import { noteEvent, type EventRow, type EventTurn } from "./written-events.server";

type Values = Parameters<typeof noteEvent>[2];
type Written = { event: EventRow; booking: Booking; wanted: WantedEvent; written: WrittenEvent; generation: number };

/** How long a video link may take to be made, in milliseconds. */
const linkPatience = 5 * 60_000;
const shortestLook = 2000;

/**
 * It is there as wanted. What names it is kept whatever became of the booking meanwhile, so that the next job finds it.
 * While its link is being made it is looked at again, ever more rarely.
 */
export async function noteWritten(
  turn: EventTurn,
  { event, booking, wanted, written, generation }: Written,
  now: number,
) {
  const { workspaceId, id } = turn;
  const since = event.state === "written" ? (event.finishedAt?.getTime() ?? now) : now;
  const isTooLate = written.conference === "pending" && now - since > linkPatience;
  const conference = isTooLate ? ("failed" as const) : written.conference;
  await db.transaction(async (tx) => {
    // What somebody has put into their own entry is no link of the meeting's.
    if (wanted.conference && written.meetingUrl) await keepLink(tx, { booking, eventId: id, url: written.meetingUrl });
    await tx
      .update(bookingCalendarEvents)
      .set({ providerEventId: written.id, icalUid: written.icalUid, etag: written.etag, generation })
      .where(and(eq(bookingCalendarEvents.workspaceId, workspaceId), eq(bookingCalendarEvents.id, id)));
    await noteEvent(tx, turn, {
      state: "written",
      conference,
      written: { start: wanted.start, end: wanted.end, fingerprint: fingerprint(wanted) },
      ...(event.state === "waiting" && { hostChange: null }),
      lastError: conference === "failed" ? "The calendar made no video link." : null,
      finishedAt: new Date(since),
      nextTryAt: conference === "pending" ? new Date(now + Math.max(shortestLook, now - since)) : null,
      updatedAt: new Date(now),
    });
    if (conference !== "pending") await letMailsGo(tx, booking);
  });
  return null;
}

/** It is not there, as wanted. Should it be wanted again, that is another event: the provider may keep this one's key. */
export async function noteRemoved(turn: EventTurn, { generation }: EventRow, now: number) {
  await note(turn, {
    state: "removed",
    providerEventId: null,
    etag: null,
    written: null,
    conference: "none",
    hostChange: null,
    generation: generation + 1,
    lastError: null,
    finishedAt: new Date(now),
    nextTryAt: null,
  });
  return null;
}

/** It stays as it is there. */
export async function noteUnchanged(turn: EventTurn, now: number) {
  await note(turn, { state: "written", lastError: null, finishedAt: new Date(now), nextTryAt: null });
  return null;
}

/** Tried again later, or once the host has signed in at the provider anew; or given up, until somebody asks for it. */
export async function noteFailure(turn: EventTurn, event: EventRow, failure: Failure, now: number) {
  const lastError = failure.said.slice(0, 1000);
  if (event.state === "written") {
    // It is there, and only its link is not.
    const next = failure.kind === "later" ? nextTry(1, now, failure.retryAfter) : null;
    const conference = next === null ? ("failed" as const) : ("pending" as const);
    await noteLoss(turn, event, { lastError, conference, nextTryAt: next === null ? null : new Date(next) });
  } else if (failure.kind === "gone") {
    const at = new Date(now);
    await note(turn, { state: "written", hostChange: "deleted", hostChangeAt: at, finishedAt: at, nextTryAt: null });
  } else if (failure.kind === "reconnect") {
    await noteLoss(turn, event, { lastError, nextTryAt: null });
  } else {
    const mayPass = failure.kind === "later" || failure.kind === "operator";
    const retryAfter = failure.kind === "later" ? failure.retryAfter : undefined;
    const next = mayPass ? nextTry(event.attempts + 1, now, retryAfter) : null;
    const ended = { state: "failed" as const, finishedAt: new Date(now), nextTryAt: null };
    await noteLoss(turn, event, { lastError, ...(next === null ? ended : { nextTryAt: new Date(next) }) });
  }
  return failure;
}

/** Without a next try there is no link to wait for. */
function noteLoss(turn: EventTurn, { workspaceId, bookingId }: EventRow, values: Values) {
  return db.transaction(async (tx) => {
    await noteEvent(tx, turn, values);
    if (!values.nextTryAt) await letMailsGo(tx, { workspaceId, id: bookingId });
  });
}

function note(turn: EventTurn, values: Values) {
  return db.transaction((tx) => noteEvent(tx, turn, values));
}
