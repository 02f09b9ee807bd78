import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { notify } from "~/domain/notifications/notify.server";
import type { NewNotification, NotificationKind } from "~/domain/notifications/notification";
import { findKeptMail, listKeptMail } from "~/domain/notifications/outbox.server";
import { keepNotification, noteFailure } from "~/domain/notifications/send.server";
import { db } from "~db/client";
import { bookings, notifications } from "~db/schema";
import { sendNotification } from "../../../jobs/send-notification";
import { createBooking, createEventType, createWorkspace, unique } from "../../support/factories";

const start = Date.parse("2026-11-23T10:30:00Z");
const now = Date.parse("2026-11-18T09:44:00Z");
const once = { now, isLastTry: false };

let eventType: Awaited<ReturnType<typeof createEventType>>;
let hour = 0;

beforeAll(async () => {
  const { workspace, owner } = await createWorkspace();
  eventType = await createEventType(workspace, { owner });
});

async function book(given: Parameters<typeof createBooking>[1] | object = {}) {
  return createBooking(eventType, { start: start + 3_600_000 * hour++, ...given });
}

async function ask(kind: NotificationKind, about: Partial<NewNotification>) {
  const dedupeKey = unique();
  const rest = { recipient: `${dedupeKey}@example.org`, recipientName: "Mei", workspaceId: null, bookingId: null };
  await db.transaction((tx) => notify(tx, [{ ...rest, kind, dedupeKey, ...about }]));
  const [row] = await db.select().from(notifications).where(eq(notifications.dedupeKey, dedupeKey));
  return row!;
}

function about(booking: typeof bookings.$inferSelect, payload = {}) {
  const { workspaceId, id, sequence } = booking;
  return { workspaceId, bookingId: id, payload: { sequence, ...payload } };
}

async function read(id: string) {
  const [row] = await db.select().from(notifications).where(eq(notifications.id, id));
  return row!;
}

test("a confirmation is kept with its words and its calendar file", async () => {
  const booking = await book();
  const { id, recipient } = await ask("booking_confirmed_invitee", about(booking));
  await sendNotification(id, once);
  const mail = await findKeptMail(id);
  expect(mail).toMatchObject({ to: recipient, toName: "Mei", keptAt: now });
  expect(mail!.subject).toMatch(/^Confirmed: Mon 23 November, \d\d:30$/);
  expect(mail!.text).toContain(`/meeting/${booking.uid}`);
  expect(mail!.html).toContain("Nordlys Studio");
  expect(mail!.ics).toContain(`UID:${booking.id}@localhost`);
});

test("running the job again, even at the same moment, keeps one mail as it was", async () => {
  const { id } = await ask("booking_confirmed_host", about(await book()));
  await Promise.all([sendNotification(id, once), sendNotification(id, once), sendNotification(id, once)]);
  const first = await read(id);
  await sendNotification(id, { ...once, now: now + 60_000 });
  expect(await read(id)).toEqual(first);
  expect(first).toMatchObject({ state: "kept", attempts: 1 });
});

test("of two workers that wrote the same mail, the first one's stays", async () => {
  const { id } = await ask("verify_email", { payload: { token: "t" } });
  await keepNotification(id, { subject: "first", html: "", text: "", ics: null }, now);
  await keepNotification(id, { subject: "second", html: "", text: "", ics: null }, now + 1);
  await noteFailure(id, "too late", true);
  expect(await read(id)).toMatchObject({ state: "kept", subject: "first", attempts: 1 });
});

test("the secret leaves the payload when the mail holds it", async () => {
  const { id } = await ask("reset_password", { payload: { token: "the-secret", language: "de" } });
  await sendNotification(id, once);
  const row = await read(id);
  expect(row.payload).toEqual({ language: "de" });
  expect(row.text).toContain("/reset/the-secret");
});

test.each([
  ["booking_requested_invitee", { status: "confirmed" as const }],
  ["booking_confirmed_invitee", { status: "cancelled" as const }],
  ["booking_confirmed_host", { status: "completed" as const }],
  ["booking_rescheduled_invitee", { status: "cancelled" as const }],
  ["booking_cancelled_invitee", { status: "confirmed" as const }],
] as const)("%s is not sent when the booking says otherwise by now", async (kind, given) => {
  const { id } = await ask(kind, about(await book(given)));
  await sendNotification(id, once);
  expect(await read(id)).toMatchObject({ state: "skipped", html: null });
  expect(await findKeptMail(id)).toBeNull();
});

test("a mail about a time that was moved since is not sent", async () => {
  const booking = await book();
  const { id } = await ask("booking_confirmed_invitee", about(booking));
  await db.update(bookings).set({ sequence: 1 }).where(eq(bookings.id, booking.id));
  await sendNotification(id, once);
  expect((await read(id)).state).toBe("skipped");
});

test("a failed try is noted and tried again; after the last one the mail is given up", async () => {
  const { id } = await ask("reset_password", { payload: {} });
  await expect(sendNotification(id, once)).rejects.toThrow();
  expect(await read(id)).toMatchObject({ state: "queued", attempts: 1 });
  await expect(sendNotification(id, { now, isLastTry: true })).rejects.toThrow();
  const row = await read(id);
  expect(row).toMatchObject({ state: "failed", attempts: 2 });
  expect(row.lastError).not.toBe("");
});

test("the outbox lists newest first, by address or its beginning, case aside", async () => {
  const recipient = `Wren.${unique()}@example.org`;
  const ids: string[] = [];
  for (let index = 0; index < 3; index++) {
    const { id } = await ask("verify_email", { recipient, payload: { token: `t${index}` } });
    await sendNotification(id, once);
    ids.unshift(id);
  }
  const all = await listKeptMail({ to: recipient.toUpperCase(), limit: 10, offset: 0 });
  expect(all.items.map((mail) => mail.id)).toEqual(ids);
  expect(all.total).toBe(3);
  const second = await listKeptMail({ to: recipient, limit: 1, offset: 1 });
  expect(second.items.map((mail) => mail.id)).toEqual([ids[1]]);
  expect((await listKeptMail({ to: recipient.slice(0, 8), limit: 10, offset: 0 })).total).toBe(3);
  expect((await listKeptMail({ to: recipient.slice(1), limit: 10, offset: 0 })).total).toBe(0);
  expect((await listKeptMail({ to: "\u0000%", limit: 10, offset: 0 })).total).toBe(0);
  expect(await findKeptMail("not-an-id")).toBeNull();
});
