import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startResend } from "../../support/resend";

const now = Date.parse("2026-11-18T09:44:00Z");
const hour = 3_600_000;
const resend = await startResend();
process.env.RESEND_API_KEY = "re_test";
process.env.RESEND_API_URL = resend.url;
process.env.MAIL_FROM = "Nordlys <meet@nordlys.example>";
const { sendNotification } = await import("../../../jobs/send-notification");
const { createBooking, createEventType, createWorkspace } = await import("../../support/factories");
const { askForMail, firstTurn, jobsOf, mailAbout, readMail } = await import("../../support/mails");
const { get, callApi } = await import("../../support/requests");
const outbox = await import("~/routes/dev.mail");
const outboxApi = await import("~/routes/api.v1.dev.outbox");
const { db } = await import("~db/client");
const { bookings } = await import("~db/schema");

let eventType: Awaited<ReturnType<typeof createEventType>>;
let next = Date.parse("2026-11-23T10:30:00Z");

beforeAll(async () => {
  const { workspace, owner } = await createWorkspace();
  eventType = await createEventType(workspace, { owner });
});
beforeEach(() => {
  resend.sent.length = 0;
  Object.assign(resend.door, { refusals: [], lies: [] });
});
afterAll(resend.stop);

async function invitation() {
  const booking = await createBooking(eventType, { start: (next += hour) });
  const mail = await askForMail("booking_confirmed_invitee", { ...mailAbout(booking), recipientName: 'Mei "the" <T>' });
  return { ...mail, booking };
}

async function arrivedAt(address: string) {
  return (await resend.inbox()).filter(({ to }) => to[0]!.includes(address));
}

describe("a mail by Resend", () => {
  it("has a key of its own, its reader, the other side, and its calendar file with its method", async () => {
    const { id, recipient } = await invitation();
    expect(await sendNotification(firstTurn(id), now)).toBeNull();
    const [{ key, authorization, body }] = resend.sent as [(typeof resend.sent)[0]];
    expect([key, authorization]).toEqual([`${id}.0`, "Bearer re_test"]);
    const { attachments, ...mail } = JSON.parse(body);
    expect(mail).toMatchObject({
      from: "Nordlys <meet@nordlys.example>",
      to: `"Mei  the   T" <${recipient}>`,
      reply_to: expect.stringMatching(/^"Ada Okafor" <ada-.*>$/),
      subject: expect.stringContaining("Confirmed"),
      headers: { "Auto-Submitted": "auto-generated" },
    });
    expect(attachments).toMatchObject([
      { filename: "invite.ics", content_type: "text/calendar; charset=utf-8; method=REQUEST" },
    ]);
    expect(Buffer.from(attachments[0].content, "base64").toString()).toContain("\r\nMETHOD:REQUEST\r\n");
  });

  it("is sent under Resend's name for it, and what it said is forgotten here", async () => {
    const { id, recipient } = await invitation();
    await sendNotification(firstTurn(id), now);
    const [arrived] = await arrivedAt(recipient);
    const row = await readMail(id);
    expect(row).toMatchObject({ state: "sent", attempts: 1, providerId: arrived!.id, finishedAt: new Date(now) });
    expect(row.answer).toContain(arrived!.id);
    expect([row.html, row.text, row.ics]).toEqual([null, null, null]);
  });

  it("holds no secret any more once it has left", async () => {
    const { id } = await askForMail("reset_password", { payload: { token: "the-secret", language: "de" } });
    await sendNotification(firstTurn(id), now);
    expect(resend.sent[0]!.body).toContain("the-secret");
    expect((await readMail(id)).payload).toEqual({ language: "de" });
  });

  it("is kept in no outbox", async () => {
    expect((await get(outbox, "/dev/mail")).status).toBe(404);
    expect((await callApi(outboxApi, "GET", "/api/v1/dev/outbox")).status).toBe(404);
  });
});

describe("a refusal by Resend", () => {
  it.each([
    [422, "validation_error", "Invalid `to` field."],
    [403, "validation_error", "The nordlys.example domain is not verified."],
    [409, "invalid_idempotent_request", "Same key, other words."],
  ])("with %i %s is for good", async (status, name, message) => {
    resend.door.refusals.push({ status, body: { statusCode: status, name, message } });
    const { id, recipient } = await invitation();
    expect(await sendNotification(firstTurn(id), now)).toBe("refused");
    const row = await readMail(id);
    expect(row).toMatchObject({ state: "failed", attempts: 1, nextTryAt: null, finishedAt: new Date(now), html: null });
    expect(row.lastError).toContain(message);
    expect(await jobsOf(id)).toHaveLength(1);
    expect(await arrivedAt(recipient)).toEqual([]);
  });

  it.each([
    [401, "missing_api_key", undefined, 30_000],
    [403, "invalid_api_key", undefined, 30_000],
    [429, "rate_limit_exceeded", "2", 30_000],
    [429, "daily_quota_exceeded", "7200", 2 * hour],
  ])("with %i %s is tried again, when Resend wants it", async (status, name, wanted, wait) => {
    const headers: Record<string, string> = wanted ? { "retry-after": wanted } : {};
    resend.door.refusals.push({ status, headers, body: { statusCode: status, name, message: "Not now." } });
    const { id, recipient } = await invitation();
    await sendNotification(firstTurn(id), now);
    const at = new Date(now + wait);
    expect(await readMail(id)).toMatchObject({ state: "queued", attempts: 1, nextTryAt: at, html: null, payload: {} });
    expect((await jobsOf(id)).at(-1)).toEqual({
      task: "send_notification",
      turn: { notificationId: id, round: 0, attempt: 1 },
      at,
    });
    await sendNotification({ ...firstTurn(id), attempt: 1 }, at.getTime());
    expect(await readMail(id)).toMatchObject({ state: "sent", attempts: 2, lastError: null });
    expect(await arrivedAt(recipient)).toHaveLength(1);
  });

  it("is not repeated for a mail that was overtaken meanwhile", async () => {
    resend.door.refusals.push({
      status: 429,
      body: { statusCode: 429, name: "rate_limit_exceeded", message: "Slow." },
    });
    const { id, booking } = await invitation();
    await sendNotification(firstTurn(id), now);
    await db.update(bookings).set({ sequence: 1 }).where(eq(bookings.id, booking.id));
    await sendNotification({ ...firstTurn(id), attempt: 1 }, now + hour);
    expect(await readMail(id)).toMatchObject({
      state: "skipped",
      lastError: "Resend said 429: Slow.",
      nextTryAt: null,
    });
    expect(resend.sent).toHaveLength(1);
  });
});

describe("an answer by Resend that says nothing", () => {
  const failure = { status: 500, body: { statusCode: 500, name: "internal_server_error", message: "Sorry." } };

  it("is followed by the same again to the letter, which arrives once", async () => {
    resend.door.lies.push(failure);
    const { id, recipient } = await invitation();
    await sendNotification(firstTurn(id), now);
    expect(await readMail(id)).toMatchObject({ state: "queued", attempts: 1, lastError: "Resend said 500: Sorry." });
    await sendNotification({ ...firstTurn(id), attempt: 1 }, now + hour);
    expect(resend.sent[1]).toEqual(resend.sent[0]);
    expect(await arrivedAt(recipient)).toHaveLength(1);
    expect(await readMail(id)).toMatchObject({ state: "sent", attempts: 2, lastError: null, html: null });
  });

  it("keeps the mail as it was, whatever else goes wrong after it", async () => {
    resend.door.lies.push(failure);
    const { id, recipient } = await invitation();
    await sendNotification(firstTurn(id), now);
    resend.door.refusals.push({
      status: 429,
      body: { statusCode: 429, name: "rate_limit_exceeded", message: "Slow." },
    });
    await sendNotification({ ...firstTurn(id), attempt: 1 }, now + hour);
    await sendNotification({ ...firstTurn(id), attempt: 2 }, now + 2 * hour);
    expect(resend.sent[2]).toEqual(resend.sent[0]);
    expect(await arrivedAt(recipient)).toHaveLength(1);
    expect(await readMail(id)).toMatchObject({ state: "sent", attempts: 3 });
  });

  it("is not followed by anything once Resend may have forgotten the key", async () => {
    resend.door.lies.push(failure);
    const { id } = await invitation();
    await sendNotification(firstTurn(id), now);
    await sendNotification({ ...firstTurn(id), attempt: 1 }, now + 23 * hour);
    const row = await readMail(id);
    expect(row).toMatchObject({ state: "failed", html: null, finishedAt: new Date(now + 23 * hour) });
    expect(row.lastError).toMatch(/^It may have arrived/);
    expect(resend.sent).toHaveLength(1);
  });

  it("ends after nine of them, and says that it may have arrived", async () => {
    resend.door.refusals.push(...Array.from({ length: 9 }, () => failure));
    const { id } = await invitation();
    for (let attempt = 0; attempt < 9; attempt++) await sendNotification({ ...firstTurn(id), attempt }, now + attempt);
    const row = await readMail(id);
    expect(row).toMatchObject({ state: "failed", attempts: 9, nextTryAt: null });
    expect(row.lastError).toBe("It may have arrived. Resend said 500: Sorry.");
  });

  it("is how a Resend that cannot be reached counts", async () => {
    resend.door.beforeYes = () => Promise.reject(new Error("gone"));
    const { id } = await invitation();
    await sendNotification(firstTurn(id), now).finally(() => (resend.door.beforeYes = async () => {}));
    const row = await readMail(id);
    expect(row).toMatchObject({
      state: "queued",
      lastError: "Resend could not be reached, or did not answer in time.",
    });
    expect(row.html).not.toBeNull();
  });
});
