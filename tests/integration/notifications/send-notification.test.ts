import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { keep, postpone } from "~/domain/notifications/mail-state.server";
import { findKeptMail, listKeptMail } from "~/domain/notifications/outbox.server";
import { db } from "~db/client";
import { bookings } from "~db/schema";
import { sendNotification } from "../../../jobs/send-notification";
import { createBooking, createEventType, createWorkspace, unique } from "../../support/factories";
import { askForMail, firstTurn, jobsOf, mailAbout, readMail } from "../../support/mails";

const start = Date.parse("2026-11-23T10:30:00Z");
const now = Date.parse("2026-11-18T09:44:00Z");

let eventType: Awaited<ReturnType<typeof createEventType>>;
let hour = 0;

beforeAll(async () => {
  const { workspace, owner } = await createWorkspace();
  eventType = await createEventType(workspace, { owner });
});

async function book(given: Parameters<typeof createBooking>[1] | object = {}) {
  return createBooking(eventType, { start: start + 3_600_000 * hour++, ...given });
}

test("a confirmation is kept with its words and its calendar file", async () => {
  const booking = await book();
  const { id, recipient } = await askForMail("booking_confirmed_invitee", mailAbout(booking));
  await sendNotification(firstTurn(id), now);
  const mail = await findKeptMail(id);
  expect(mail).toMatchObject({ to: recipient, toName: "Mei", keptAt: now });
  expect(mail!.subject).toMatch(/^Confirmed: Mon 23 November, \d\d:30$/);
  expect(mail!.text).toContain(`/meeting/${booking.uid}`);
  expect(mail!.html).toContain("Nordlys Studio");
  expect(mail!.ics).toContain(`UID:${booking.id}\r\n`);
});

test("running the job again, even at the same moment, keeps one mail as it was", async () => {
  const { id } = await askForMail("booking_confirmed_host", mailAbout(await book()));
  await Promise.all([
    sendNotification(firstTurn(id), now),
    sendNotification(firstTurn(id), now),
    sendNotification(firstTurn(id), now),
  ]);
  const first = await readMail(id);
  await sendNotification(firstTurn(id), now + 60_000);
  expect(await readMail(id)).toEqual(first);
  expect(first).toMatchObject({ state: "kept", attempts: 1 });
});

test("of two workers that wrote the same mail, the first one's stays", async () => {
  const { id } = await askForMail("verify_email", { payload: { token: "t" } });
  const rest = { html: "", text: "", ics: null, replyTo: null };
  await keep(firstTurn(id), { subject: "first", ...rest }, now);
  await keep(firstTurn(id), { subject: "second", ...rest }, now + 1);
  await postpone(firstTurn(id), { kind: "not_tried", error: "too late" }, now);
  expect(await readMail(id)).toMatchObject({ state: "kept", subject: "first", attempts: 1 });
});

test("the secret leaves the payload when the mail holds it", async () => {
  const { id } = await askForMail("reset_password", { payload: { token: "the-secret", language: "de" } });
  await sendNotification(firstTurn(id), now);
  const row = await readMail(id);
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
  const { id } = await askForMail(kind, mailAbout(await book(given)));
  await sendNotification(firstTurn(id), now);
  expect(await readMail(id)).toMatchObject({ state: "skipped", html: null });
  expect(await findKeptMail(id)).toBeNull();
});

test("a mail about a time that was moved since is not sent", async () => {
  const booking = await book();
  const { id } = await askForMail("booking_confirmed_invitee", mailAbout(booking));
  await db.update(bookings).set({ sequence: 1 }).where(eq(bookings.id, booking.id));
  await sendNotification(firstTurn(id), now);
  expect((await readMail(id)).state).toBe("skipped");
});

test("a failed try is noted and tried again by a job of its own; after the ninth the mail is given up", async () => {
  const { id } = await askForMail("reset_password", { payload: {} });
  await expect(sendNotification(firstTurn(id), now)).rejects.toThrow();
  expect(await readMail(id)).toMatchObject({ state: "queued", attempts: 1, nextTryAt: new Date(now + 30_000) });
  expect((await jobsOf(id)).at(-1)).toEqual({
    task: "send_notification",
    turn: { notificationId: id, round: 0, attempt: 1 },
    at: new Date(now + 30_000),
  });
  for (let attempt = 1; attempt < 9; attempt++) {
    await expect(sendNotification({ ...firstTurn(id), attempt }, now)).rejects.toThrow();
  }
  const row = await readMail(id);
  expect(row).toMatchObject({ state: "failed", attempts: 9, nextTryAt: null, finishedAt: new Date(now) });
  expect(row.lastError).toBe("Meridian could not read what this mail is about.");
  expect(await jobsOf(id)).toHaveLength(9);
});

test("a job whose try is over changes nothing", async () => {
  const { id } = await askForMail("reset_password", { payload: {} });
  await expect(sendNotification(firstTurn(id), now)).rejects.toThrow();
  const before = await readMail(id);
  await sendNotification(firstTurn(id), now + 1);
  expect(await readMail(id)).toEqual(before);
});

test("the outbox lists newest first, by address or its beginning, case aside", async () => {
  const recipient = `Wren.${unique()}@example.org`;
  const ids: string[] = [];
  for (let index = 0; index < 3; index++) {
    const { id } = await askForMail("verify_email", { recipient, payload: { token: `t${index}` } });
    await sendNotification(firstTurn(id), now);
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
