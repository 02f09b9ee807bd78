import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { sendAgain } from "~/domain/notifications/send-again.server";
import { db } from "~db/client";
import { auditLog, bookings, notifications } from "~db/schema";
import { sendNotification } from "../../../jobs/send-notification";
import { createBooking, createEventType, createWorkspace } from "../../support/factories";
import { askForMail, forgetJobs, jobsOf, mailAbout, readMail } from "../../support/mails";

const now = Date.parse("2026-11-18T09:44:00Z");

let eventType: Awaited<ReturnType<typeof createEventType>>;
let actor: { kind: "user"; userId: string };
let start = Date.parse("2026-11-23T10:30:00Z");

beforeAll(async () => {
  const { workspace, owner } = await createWorkspace();
  eventType = await createEventType(workspace, { owner });
  actor = { kind: "user", userId: owner.id };
});

/** A mail that did not arrive, after some tries, and whose jobs are over. */
async function lostMail(state: (typeof notifications.$inferSelect)["state"] = "failed") {
  const booking = await createBooking(eventType, { start: (start += 3_600_000) });
  const { id } = await askForMail("booking_confirmed_invitee", mailAbout(booking));
  const values = { state, attempts: 9, lastError: "No such person", providerId: "abc", answer: "ok" };
  await db
    .update(notifications)
    .set({ ...values, finishedAt: new Date(now) })
    .where(eq(notifications.id, id));
  await forgetJobs();
  return { id, booking, wish: wishFor(id, booking) };
}

function wishFor(notificationId: string, { workspaceId, id }: { workspaceId: string; id: string }) {
  return { workspaceId, bookingId: id, notificationId, actor, now };
}

test.each(["failed", "bounced"] as const)("a %s mail is written anew and sent in a new round", async (state) => {
  const { id, wish } = await lostMail(state);
  expect(await sendAgain(wish)).toEqual({ ok: true });
  const again = { round: 1, attempts: 0, lastError: null, providerId: null, answer: null, finishedAt: null };
  expect(await readMail(id)).toMatchObject({ state: "queued", nextTryAt: new Date(now), ...again });
  const turn = { notificationId: id, round: 1, attempt: 0 };
  expect(await jobsOf(id)).toEqual([{ task: "send_notification", turn, at: new Date(now) }]);
  await sendNotification({ notificationId: id, round: 0, attempt: 0 }, now);
  expect((await readMail(id)).state).toBe("queued");
  await sendNotification(turn, now);
  expect(await readMail(id)).toMatchObject({ state: "kept", attempts: 1, nextTryAt: null });
});

test("pressing twice at once sends one mail", async () => {
  const { id, wish } = await lostMail();
  const results = await Promise.all([sendAgain(wish), sendAgain(wish), sendAgain(wish)]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.filter(({ ok }) => !ok)).toEqual([1, 2].map(() => ({ ok: false, reason: "not_failed" })));
  expect(await jobsOf(id)).toHaveLength(1);
  expect((await readMail(id)).round).toBe(1);
});

test.each(["queued", "sending", "kept", "sent", "skipped"] as const)("a %s mail is not sent again", async (state) => {
  const { id, wish } = await lostMail(state);
  expect(await sendAgain(wish)).toEqual({ ok: false, reason: "not_failed" });
  expect(await jobsOf(id)).toEqual([]);
});

test("only a mail of this booking in this workspace is found", async () => {
  const { wish, booking } = await lostMail();
  const other = await lostMail();
  const stranger = await createWorkspace();
  const refused = { ok: false, reason: "not_found" };
  expect(await sendAgain({ ...wish, notificationId: other.id })).toEqual(refused);
  expect(await sendAgain({ ...wish, workspaceId: stranger.workspace.id })).toEqual(refused);
  expect(await sendAgain({ ...wish, notificationId: "../x" })).toEqual(refused);
  expect(await sendAgain({ ...wish, bookingId: booking.id })).toEqual({ ok: true });
});

test("what a later change made untrue is not sent again", async () => {
  const { id, booking, wish } = await lostMail();
  await db.update(bookings).set({ sequence: 1 }).where(eq(bookings.id, booking.id));
  expect(await sendAgain(wish)).toEqual({ ok: false, reason: "overtaken" });
  expect(await readMail(id)).toMatchObject({ state: "failed", round: 0 });
  expect(await jobsOf(id)).toEqual([]);
});

test("what has been overtaken meanwhile does not leave", async () => {
  const { id, booking, wish } = await lostMail();
  await sendAgain(wish);
  await db.update(bookings).set({ sequence: 1 }).where(eq(bookings.id, booking.id));
  await sendNotification({ notificationId: id, round: 1, attempt: 0 }, now);
  expect((await readMail(id)).state).toBe("skipped");
});

test("the audit log says who did it, and to which mail", async () => {
  const { id, booking, wish } = await lostMail();
  await sendAgain(wish);
  const lines = await db.select().from(auditLog).where(eq(auditLog.subjectId, booking.id));
  expect(lines).toMatchObject([
    {
      actorId: actor.userId,
      action: "notification.sent_again",
      details: { notificationId: id, kind: "booking_confirmed_invitee", round: 1 },
    },
  ]);
});
