import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { startMailServer } from "../../support/mail-server";

const now = Date.parse("2026-11-18T09:44:00Z");
const server = await startMailServer();
process.env.SMTP_URL = server.url.replace("://", "://meridian:secret@");
process.env.MAIL_FROM = "Nordlys <meet@nordlys.example>";
const { sendNotification } = await import("../../../jobs/send-notification");
const { runJobs } = await import("../../support/jobs");
const { createBooking, createEventType, createWorkspace } = await import("../../support/factories");
const { askForMail, firstTurn, jobsOf, mailAbout, readMail } = await import("../../support/mails");

let eventType: Awaited<ReturnType<typeof createEventType>>;
let hour = 0;

beforeAll(async () => {
  const { workspace, owner } = await createWorkspace();
  eventType = await createEventType(workspace, { owner });
});
beforeEach(() => {
  server.messages.length = 0;
  Object.assign(server.behaviour, { refusals: {}, hangsUpAt: null });
});
afterAll(server.stop);

async function invitation() {
  const booking = await createBooking(eventType, { start: Date.parse("2026-11-23T10:30:00Z") + 3_600_000 * hour++ });
  return askForMail("booking_confirmed_invitee", { ...mailAbout(booking), recipientName: 'Mei, "the" Täst' });
}

describe("a mail by SMTP", () => {
  it("carries the invitation as an alternative of its text and as a file, both with their method", async () => {
    const { id, recipient } = await invitation();
    await sendNotification(firstTurn(id), now);
    const [{ raw, from, to }] = server.messages as [(typeof server.messages)[0]];
    expect([from, to]).toEqual(["meet@nordlys.example", [recipient]]);
    expect(layout(raw)).toEqual([
      "multipart/mixed",
      "multipart/alternative",
      "text/plain; charset=utf-8",
      "text/html; charset=utf-8",
      "text/calendar; charset=utf-8; method=REQUEST",
      "application/ics; name=invite.ics",
    ]);
    const mail = await PostalMime.parse(raw);
    const calendars = mail.attachments.map(({ mimeType, method, filename, disposition, content }) => ({
      kind: [mimeType, method, filename, disposition],
      lines: textOf(content).split(/\r?\n/),
    }));
    expect(calendars.map(({ kind }) => kind)).toEqual([
      ["text/calendar", "REQUEST", null, null],
      ["application/ics", undefined, "invite.ics", "attachment"],
    ]);
    for (const { lines } of calendars) expect(lines).toContain("METHOD:REQUEST");
  });

  it("names sender, reader and the other side, and says that a machine wrote it", async () => {
    const { id, recipient } = await invitation();
    await sendNotification(firstTurn(id), now);
    const mail = await PostalMime.parse(server.messages[0]!.raw);
    expect(mail.from).toEqual({ name: "Nordlys", address: "meet@nordlys.example" });
    expect(mail.to).toEqual([{ name: 'Mei, "the" Täst', address: recipient }]);
    expect(mail.replyTo).toMatchObject([{ name: "Ada Okafor" }]);
    expect(mail.messageId).toBe(`<${id}.0@nordlys.example>`);
    expect(mail.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
  });

  it("is sent with the server's own words, and what it said is forgotten here", async () => {
    const { id } = await invitation();
    await sendNotification(firstTurn(id), now);
    const row = await readMail(id);
    expect(row).toMatchObject({
      state: "sent",
      attempts: 1,
      lastError: null,
      finishedAt: new Date(now),
      providerId: null,
    });
    expect(row.answer).toMatch(/^250 /);
    expect([row.html, row.text, row.ics]).toEqual([null, null, null]);
    expect(row.subject).toContain("Confirmed");
    expect((await jobsOf(id)).map(({ task }) => task)).toEqual(["send_notification"]);
  });

  it("holds no secret any more once it has left", async () => {
    const { id } = await askForMail("reset_password", { payload: { token: "the-secret" } });
    await sendNotification(firstTurn(id), now);
    expect(server.messages[0]!.raw).toContain("the-secret");
    expect(JSON.stringify(await readMail(id))).not.toContain("the-secret");
  });

  it("leaves once, however often its job runs", async () => {
    const { id } = await invitation();
    await sendNotification(firstTurn(id), now);
    const first = await readMail(id);
    await sendNotification(firstTurn(id), now + 1);
    expect(server.messages).toHaveLength(1);
    expect(await readMail(id)).toEqual(first);
  });
});

describe("a refusal by SMTP", () => {
  it.each([
    ["sender", 550, "Not one of ours"],
    ["recipient", 550, "No such person"],
    ["content", 554, "Looks like spam"],
  ] as const)("of the %s with %i is for good", async (step, code, text) => {
    server.behaviour.refusals[step] = { code, text };
    const { id } = await invitation();
    expect(await sendNotification(firstTurn(id), now)).toBe("refused");
    const row = await readMail(id);
    expect(row).toMatchObject({ state: "failed", attempts: 1, nextTryAt: null, finishedAt: new Date(now), html: null });
    expect(row.lastError).toContain(`${code} ${text}`);
    expect(await jobsOf(id)).toHaveLength(1);
  });

  it.each([
    ["recipient", 450, "Greylisted"],
    ["content", 451, "Try later"],
    ["auth", 535, "Wrong password"],
  ] as const)("of the %s with %i is tried again, written anew", async (step, code, text) => {
    server.behaviour.refusals[step] = { code, text };
    const { id } = await invitation();
    await sendNotification(firstTurn(id), now);
    const row = await readMail(id);
    expect(row).toMatchObject({ state: "queued", attempts: 1, nextTryAt: new Date(now + 30_000), html: null });
    expect(row.lastError).toContain(text);
    server.behaviour.refusals = {};
    await sendNotification({ ...firstTurn(id), attempt: 1 }, now + 30_000);
    expect(await readMail(id)).toMatchObject({ state: "sent", attempts: 2, nextTryAt: null, lastError: null });
    expect(server.messages).toHaveLength(1);
  });
});

test("the log names the mail that did not get through, and not whom the server refused", async () => {
  const { id, recipient } = await invitation();
  server.behaviour.refusals.recipient = { code: 550, text: `No such person: ${recipient}` };
  const lines: string[] = [];
  await runJobs((line) => lines.push(line));
  expect((await readMail(id)).lastError).toContain(recipient);
  expect(lines.join("\n")).toContain(`mail ${id} did not get through: refused`);
  expect(lines.join("\n")).not.toContain(recipient);
});

describe("a mail server that hangs up", () => {
  it("before it takes the content can be tried again", async () => {
    server.behaviour.hangsUpAt = "recipient";
    const { id } = await invitation();
    await sendNotification(firstTurn(id), now);
    expect(await readMail(id)).toMatchObject({ state: "queued", attempts: 1 });
  });

  it("after it took the content may have it, so nothing is sent a second time", async () => {
    server.behaviour.hangsUpAt = "content";
    const { id } = await invitation();
    await sendNotification(firstTurn(id), now);
    const row = await readMail(id);
    expect(row).toMatchObject({ state: "failed", attempts: 1 });
    expect(row.lastError).toMatch(/^It may have arrived\. The mail server: /);
    expect(await jobsOf(id)).toHaveLength(1);
  });
});

/** The content types of a mail's parts, outermost first. */
function layout(raw: string) {
  const headers = raw.replace(/\r\n[ \t]+/g, " ").matchAll(/^Content-Type: (.*?)(?:; boundary=.*)?\r$/gm);
  return [...headers].map((header) => header[1]!.replace(/;\s*/g, "; "));
}

function textOf(content: ArrayBuffer | string | Uint8Array) {
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}
