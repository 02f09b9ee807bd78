import { afterAll, afterEach, describe, expect, it } from "vitest";
import { explainChanges, explainGraph } from "~/integrations/microsoft-refusals.server";
import { addHost, startMicrosoft, wantEvent } from "./microsoft-account";

const { fake, provider } = await startMicrosoft();
afterEach(() => fake.reset());
afterAll(() => fake.stop());

describe("what Graph refuses", () => {
  it.each([
    [{ status: 401 }, { kind: "unauthorized" }],
    [{ status: 403 }, { kind: "reconnect" }],
    [{ status: 403, code: "erroraccessdenied" }, { kind: "reconnect" }],
    [{ status: 403, code: "SomethingElse" }, { kind: "refused" }],
    [{ status: 404 }, { kind: "gone" }],
    [{ status: 404, code: "MailboxNotEnabledForRESTAPI" }, { kind: "refused" }],
    [{ status: 404, code: "mailboxNotEnabledForRESTAPI" }, { kind: "refused" }],
    [{ status: 400, code: "ErrorInvalidRequest" }, { kind: "refused" }],
    [{ status: 412 }, { kind: "conflict" }],
    [
      { status: 429, retryAfter: 11 },
      { kind: "later", retryAfter: 11_000, mayHaveHappened: false },
    ],
    [
      { status: 503, retryAfter: 5 },
      { kind: "later", retryAfter: 5_000 },
    ],
    [{ status: 504 }, { kind: "later" }],
    [{ status: 500 }, { kind: "later" }],
    [{ kind: "dropped" }, { kind: "later", mayHaveHappened: false }],
  ] as const)("takes %j for %j", async (fault, failure) => {
    const { access, calendar } = addHost(fake);
    fake.fail("events.get", fault);
    expect(await provider.getEvent(access, calendar.id, "an-event")).toMatchObject({ ok: false, failure });
  });

  it("looks into inner errors, however they are spelt", () => {
    const body = (inner: object) => ({ error: { code: "generic", message: "No.", ...inner } });
    const denied = { code: "wrapped", INNERERROR: { code: "errorAccessDenied" } };
    for (const name of ["innerError", "innererror", "InnerError"]) {
      expect(explainGraph({ status: 403, body: body({ [name]: denied }) })).toEqual({
        message: "No.",
        kind: "reconnect",
      });
    }
    const lost = body({ innererror: { code: "RESYNCREQUIRED" } });
    expect(explainChanges({ status: 400, body: lost })).toMatchObject({ kind: "expired" });
    expect(explainChanges({ status: 410, body: undefined })).toMatchObject({ kind: "expired" });
    expect(explainGraph({ status: 410, body: undefined })).not.toHaveProperty("kind");
  });

  it.each([undefined, null, "text", 7, [[]], { error: "text" }, { error: { code: 5, message: {} } }])(
    "takes %j for a no without a reason",
    (body) => expect(explainGraph({ status: 400, body })).toEqual({ message: null }),
  );

  it("takes two writes that met for none, and not for an event that is there", async () => {
    const { access, calendar } = addHost(fake);
    fake.fail("events.create", { status: 409, code: "ErrorConcurrentItemSave" });
    const done = await provider.createEvent(access, calendar.id, wantEvent());
    expect(done).toMatchObject({ ok: false, failure: { kind: "later", mayHaveHappened: false } });
  });

  it("never says the token, even where Microsoft does", async () => {
    const { access, calendar } = addHost(fake);
    fake.fail("events.get", { status: 401, message: `The token ${access} has expired.` });
    const done = await provider.getEvent(access, calendar.id, "an-event");
    if (done.ok) throw new Error("It was there.");
    expect(done.failure.said).toBe("Microsoft said 401: The token … has expired.");
  });

  it("does not take a calendar that can only be seen for an account that is lost", async () => {
    const { access, account } = addHost(fake);
    const shared = account.addCalendar({ name: "Team", canEdit: false });
    const event = shared.addEvent({
      start: { dateTime: "2027-03-02T09:00:00", timeZone: "UTC" },
      end: { dateTime: "2027-03-02T10:00:00", timeZone: "UTC" },
    });
    const refused = { ok: false, failure: { kind: "refused" } };
    expect(await provider.createEvent(access, shared.id, wantEvent())).toMatchObject(refused);
    expect(await provider.changeEvent(access, shared.id, { id: event.id, etag: null }, wantEvent())).toMatchObject(
      refused,
    );
    expect(await provider.removeEvent(access, shared.id, event.id)).toMatchObject(refused);
    fake.fail("events.create", { status: 403 });
    const own = await provider.createEvent(access, account.defaultCalendar.id, wantEvent());
    expect(own).toMatchObject({ ok: false, failure: { kind: "reconnect" } });
  });
});

describe("an account at Microsoft", () => {
  it("is known by its id, and by the name it signs in with where it has no mailbox of its own", async () => {
    const { access, account } = addHost(fake, { email: "ada@outlook.example", personal: true });
    const identity = { subject: account.id, email: "ada@outlook.example", name: "Ada Lovelace" };
    expect(await provider.identify(access)).toEqual({ ok: true, value: identity });
  });

  it("has calendars, of which some can be written to and some make Teams meetings", async () => {
    const { access, account } = addHost(fake);
    account.addCalendar({ name: "Team", canEdit: false, allowedOnlineMeetingProviders: ["skypeForBusiness"] });
    const found = await provider.listCalendars(access);
    const teams = ["microsoft_teams"];
    expect(found).toMatchObject({
      ok: true,
      value: [
        { name: "Calendar", timezone: null, isPrimary: true, isWritable: true, conferences: teams },
        { name: "Team", timezone: null, isPrimary: false, isWritable: false, conferences: [] },
      ],
    });
    expect(fake.complaints).toEqual([]);
  });
});
