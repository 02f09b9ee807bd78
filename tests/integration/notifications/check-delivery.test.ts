import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startResend } from "../../support/resend";

const now = Date.parse("2026-11-18T09:44:00Z");
const hour = 3_600_000;
const resend = await startResend();
process.env.RESEND_API_KEY = "re_test";
process.env.RESEND_API_URL = resend.url;
process.env.MAIL_FROM = "Nordlys <meet@nordlys.example>";
const { sendNotification } = await import("../../../jobs/send-notification");
const { checkDelivery } = await import("~/domain/notifications/check-delivery.server");
const { createBooking, createEventType, createWorkspace } = await import("../../support/factories");
const { askForMail, firstTurn, jobsOf, mailAbout, readMail } = await import("../../support/mails");

let eventType: Awaited<ReturnType<typeof createEventType>>;
let next = Date.parse("2026-11-23T10:30:00Z");

beforeAll(async () => {
  const { workspace, owner } = await createWorkspace();
  eventType = await createEventType(workspace, { owner });
});
afterAll(resend.stop);

describe("what became of a mail", () => {
  async function sentMail() {
    const booking = await createBooking(eventType, { start: (next += hour) });
    const { id } = await askForMail("booking_confirmed_invitee", mailAbout(booking));
    await sendNotification(firstTurn(id), now);
    return { id, round: 0, providerId: (await readMail(id)).providerId! };
  }

  it("is asked for two minutes, half an hour and six hours later", async () => {
    const { id } = await sentMail();
    const checks = (await jobsOf(id)).filter(({ task }) => task === "check_delivery");
    expect(checks.map(({ at }) => (at.getTime() - now) / 60_000)).toEqual([2, 30, 360]);
    expect(checks[0]!.turn).toEqual({ notificationId: id, round: 0 });
  });

  it.each(["bounced", "complained", "suppressed", "failed"])("is that it did not arrive, when it %s", async (event) => {
    const { id, round, providerId } = await sentMail();
    resend.events.set(providerId, event);
    await checkDelivery({ notificationId: id, round }, now + hour);
    const row = await readMail(id);
    expect(row).toMatchObject({ state: "bounced", finishedAt: new Date(now + hour) });
    expect(row.lastError).toMatch(/\.$/);
  });

  it("is kept as what came back, while nothing is wrong", async () => {
    const { id, round } = await sentMail();
    await checkDelivery({ notificationId: id, round }, now + hour);
    expect(await readMail(id)).toMatchObject({ state: "sent", answer: "Resend says: delivered.", lastError: null });
  });

  it("says nothing about a mail that was sent again since", async () => {
    const { id, providerId } = await sentMail();
    resend.events.set(providerId, "bounced");
    await checkDelivery({ notificationId: id, round: 1 }, now + hour);
    expect((await readMail(id)).state).toBe("sent");
  });

  it("stays unknown where Resend does not say", async () => {
    const { id, round } = await sentMail();
    resend.door.looks.push({
      status: 401,
      body: { statusCode: 401, name: "restricted_api_key", message: "Only sends." },
    });
    await checkDelivery({ notificationId: id, round }, now + hour);
    expect((await readMail(id)).state).toBe("sent");
    resend.door.looks.push({
      status: 500,
      body: { statusCode: 500, name: "internal_server_error", message: "Sorry." },
    });
    await expect(checkDelivery({ notificationId: id, round }, now + hour)).rejects.toThrow("Sorry.");
  });
});
