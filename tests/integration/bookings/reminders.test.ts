import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { client, db } from "~db/client";
import { notifications } from "~db/schema";
import { cancel } from "~/domain/bookings/cancel.server";
import { complete, finishBookings } from "~/domain/bookings/finish.server";
import { markNoShows } from "~/domain/bookings/no-show.server";
import { remind } from "~/domain/bookings/remind.server";
import { reschedule } from "~/domain/bookings/reschedule.server";
import { confirm, decline } from "~/domain/bookings/respond.server";
import { loadNotification } from "~/domain/notifications/send.server";
import { firstTurn } from "../../support/mails";
import { booked, monday, now, office } from "../../support/orders";

const hour = 3_600_000;
const start = Date.parse(monday);
const invitee = { kind: "invitee" } as const;

type Meeting = Awaited<ReturnType<typeof booked>>;

/** When a booking's next reminder is planned: a job of its own, which the queue knows by its key. */
async function plannedFor({ id }: Meeting) {
  const rows = await client<{ at: string; payload: { at: number } }[]>`
    select job.run_at as at, payload from graphile_worker._private_jobs job where key = ${`remind/${id}`}`;
  for (const row of rows) expect(Date.parse(row.at)).toBe(row.payload.at);
  return rows.map(({ payload }) => payload.at);
}

/** Runs the reminder that is planned, at its moment or later. */
async function runPlanned(booking: Meeting, after = 0) {
  const [at] = (await plannedFor(booking)) as [number];
  await remind({ workspaceId: booking.workspaceId, bookingId: booking.id, at }, at + after);
}

async function mailsOf({ id }: Meeting, change: string) {
  const rows = await db.select().from(notifications).where(eq(notifications.bookingId, id));
  return rows
    .filter(({ kind }) => kind.includes(change))
    .map(({ kind, recipient, payload }) => [kind, recipient, payload.hours])
    .sort();
}

const toEverybody = (hours: number) => [
  ["booking_reminder_guest", "guest@example.com", hours],
  ["booking_reminder_invitee", "mei@example.com", hours],
];

async function withGuest(columns: Parameters<typeof office>[0] = {}, given: Record<string, unknown> = {}) {
  const studio = await office(columns);
  const booking = await booked(studio.eventType, { guests: ["guest@example.com"], ...given });
  return { ...studio, booking, actor: { kind: "user", userId: studio.owner.id } as const };
}

describe("reminders", () => {
  it("go to invitee and guests a day before and an hour before, and to no host", async () => {
    const { booking } = await withGuest();
    expect(await plannedFor(booking)).toEqual([start - 24 * hour]);
    await runPlanned(booking);
    expect(await mailsOf(booking, "reminder")).toEqual(toEverybody(24));
    expect(await plannedFor(booking)).toEqual([start - hour]);
    await runPlanned(booking);
    expect(await mailsOf(booking, "reminder")).toEqual([...toEverybody(24), ...toEverybody(1)].sort());
    expect(await plannedFor(booking)).toEqual([]);
  });

  it("are made once, however often their job runs", async () => {
    const { booking } = await withGuest();
    const about = { workspaceId: booking.workspaceId, bookingId: booking.id, at: start - 24 * hour };
    await Promise.all([1, 2, 3].map((late) => remind(about, about.at + late)));
    expect(await mailsOf(booking, "reminder")).toEqual(toEverybody(24));
    expect(await plannedFor(booking)).toEqual([start - hour]);
  });

  it("leave out what has passed when the meeting is booked", async () => {
    const columns = { bookingWindowDays: 60, minimumNoticeMinutes: 0 };
    const soon = await withGuest(columns, { start: "2026-11-20T13:00:00Z" });
    expect(await plannedFor(soon.booking)).toEqual([Date.parse("2026-11-20T12:00:00Z")]);
    const atOnce = await withGuest(columns, { start: "2026-11-20T08:30:00Z" });
    expect(await plannedFor(atOnce.booking)).toEqual([]);
  });

  it("that a worker made late are one, the nearer, and none once the meeting has begun", async () => {
    const { booking } = await withGuest();
    await runPlanned(booking, 23.5 * hour);
    expect(await mailsOf(booking, "reminder")).toEqual(toEverybody(1));
    expect(await plannedFor(booking)).toEqual([]);
    const missed = await withGuest();
    await runPlanned(missed.booking, 24 * hour);
    expect(await mailsOf(missed.booking, "reminder")).toEqual([]);
  });

  it("are none for a request, and planned when it is confirmed", async () => {
    const { booking, actor } = await withGuest({ requiresConfirmation: true });
    expect(await plannedFor(booking)).toEqual([]);
    expect(await confirm({ booking, actor, now })).toMatchObject({ ok: true });
    expect(await plannedFor(booking)).toEqual([start - 24 * hour]);
    const declined = await withGuest({ requiresConfirmation: true });
    await decline({ booking: declined.booking, reason: "", actor: declined.actor, now });
    expect(await plannedFor(declined.booking)).toEqual([]);
  });

  it("move with their meeting: there is one job, for the new time", async () => {
    const { booking } = await withGuest();
    const moved = await reschedule({ booking, start: start + 25 * hour, actor: invitee, now });
    expect(moved.ok).toBe(true);
    expect(await plannedFor(booking)).toEqual([start + hour]);
    await runPlanned(booking);
    expect(await mailsOf(booking, "reminder")).toEqual(toEverybody(24));
  });

  it("wait for the answer when a move has to be confirmed again", async () => {
    const { booking, actor } = await withGuest({ requiresConfirmation: true });
    await confirm({ booking, actor, now });
    const moved = await reschedule({ booking, start: start + hour, actor: invitee, now });
    expect(moved.ok && moved.booking.status).toBe("pending");
    expect(await plannedFor(booking)).toEqual([]);
  });

  it("that were about to be made while their meeting was moved nearer are not made up for", async () => {
    const { booking } = await withGuest({}, { start: "2026-11-24T13:00:00Z" });
    const [at] = (await plannedFor(booking)) as [number];
    const moved = await reschedule({ booking, start: Date.parse("2026-11-24T09:00:00Z"), actor: invitee, now });
    expect(moved.ok).toBe(true);
    await remind({ workspaceId: booking.workspaceId, bookingId: booking.id, at }, at);
    expect(await mailsOf(booking, "reminder")).toEqual([]);
    expect(await plannedFor(booking)).toEqual([Date.parse("2026-11-24T08:00:00Z")]);
  });

  it("end with a cancelled meeting, also for a job that was on its way", async () => {
    const { booking } = await withGuest();
    await cancel({ booking, reason: "", actor: invitee, now });
    expect(await plannedFor(booking)).toEqual([]);
    const at = start - 24 * hour;
    await remind({ workspaceId: booking.workspaceId, bookingId: booking.id, at }, at);
    expect(await mailsOf(booking, "reminder")).toEqual([]);
  });
});

describe("the follow-up", () => {
  it("goes to the invitee once, where the event type wants it, whoever notices the end first", async () => {
    const { booking, actor } = await withGuest({ emailFollowupEnabled: true });
    await Promise.all([
      finishBookings(booking.end),
      finishBookings(booking.end),
      complete({ booking, actor, now: booking.end }),
    ]);
    await finishBookings(booking.end + hour);
    expect(await mailsOf(booking, "followup")).toEqual([["booking_followup_invitee", "mei@example.com", undefined]]);
  });

  it("is left out elsewhere, and for a meeting that was called off", async () => {
    const silent = await withGuest();
    await finishBookings(silent.booking.end);
    expect(await mailsOf(silent.booking, "followup")).toEqual([]);
    const { booking } = await withGuest({ emailFollowupEnabled: true });
    await cancel({ booking, reason: "", actor: invitee, now });
    await finishBookings(booking.end);
    expect(await mailsOf(booking, "followup")).toEqual([]);
  });

  it("does not leave to an invitee who did not come", async () => {
    const { booking, actor } = await withGuest({ emailFollowupEnabled: true });
    const absent = booking.attendees.find(({ kind }) => kind === "invitee")!;
    await markNoShows({ booking, attendeeIds: [absent.id], actor, now: booking.start });
    await finishBookings(booking.end);
    const rows = await db.select().from(notifications).where(eq(notifications.bookingId, booking.id));
    const followup = rows.find(({ kind }) => kind.includes("followup"))!;
    expect(await loadNotification(firstTurn(followup.id), booking.end)).toBeNull();
  });
});
