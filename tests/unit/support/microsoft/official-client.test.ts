import {
  Client,
  type GraphError,
  type PageCollection,
  PageIterator,
  RetryHandlerOptions,
} from "@microsoft/microsoft-graph-client";
import type { Calendar, Contact, Event, Subscription, User } from "@microsoft/microsoft-graph-types";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { makeCertificate } from "../../../support/fakes/certificate";
import { type FakeMicrosoft, startFakeMicrosoft } from "../../../support/microsoft";
import { all, at, december, oneHour } from "./graph-call";

/** Somebody else's client, which speaks to Graph and to nothing else: it sends its token over TLS alone. */
describe("Microsoft's own client", () => {
  const email = "maya@contoso.example";
  let microsoft: FakeMicrosoft;
  let client: Client;
  let account: ReturnType<FakeMicrosoft["addAccount"]>;

  beforeAll(async () => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    microsoft = await startFakeMicrosoft({ tls: makeCertificate() });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await microsoft.stop();
  });

  beforeEach(() => {
    microsoft.reset();
    account = microsoft.addAccount({ email, name: "Maya Lin" });
    const { accessToken } = microsoft.grant({ email, scopes: all });
    client = Client.init({
      baseUrl: `${microsoft.url}/`,
      customHosts: new Set(["127.0.0.1"]),
      authProvider: (done) => done(null, accessToken),
    });
  });

  it("reads who it is, and the calendars", async () => {
    account.addCalendar({ name: "Family", canEdit: false });
    const me = (await client.api("/me").select("displayName,mail").get()) as User;
    expect(me).toMatchObject({ displayName: "Maya Lin", mail: email });
    expect(me).not.toHaveProperty("userPrincipalName");
    const { value } = (await client.api("/me/calendars").get()) as { value: Calendar[] };
    expect(value).toMatchObject([
      { name: "Calendar", isDefaultCalendar: true, canEdit: true, allowedOnlineMeetingProviders: ["teamsForBusiness"] },
      { name: "Family", isDefaultCalendar: false, canEdit: false, owner: { address: email } },
    ]);
  });

  it("creates, changes and deletes an event", async () => {
    const prefer = 'outlook.timezone="UTC"';
    const made = (await client
      .api(`/me/calendars/${account.defaultCalendar.id}/events`)
      .header("Prefer", prefer)
      .post({ subject: "Intro", ...oneHour, transactionId: "one" })) as Event;
    expect(made).toMatchObject({
      subject: "Intro",
      start: { dateTime: "2026-12-01T09:00:00.0000000", timeZone: "UTC" },
    });
    const moved = { start: at(11), end: at(12) };
    const changed = (await client.api(`/me/events/${made.id}`).header("Prefer", prefer).patch(moved)) as Event;
    expect(changed.start?.dateTime).toBe("2026-12-01T11:00:00.0000000");
    await client.api(`/me/events/${made.id}`).delete();
    expect(account.defaultCalendar.events()).toEqual([]);
  });

  it("walks through a delta by its links to the end, and from there to what changed", async () => {
    for (let count = 0; count < 7; count++) account.defaultCalendar.addEvent({ subject: `${count}`, ...oneHour });
    const headers = { Prefer: "odata.maxpagesize=3" };
    const seen = new Set<string>();
    const walk = async (address: string) => {
      const page = (await client.api(address).headers(headers).get()) as PageCollection;
      const pages = new PageIterator(client, page, (event: Event) => Boolean(seen.add(event.id!)), { headers });
      await pages.iterate();
      return pages.getDeltaLink()!;
    };
    const link = await walk(`/me/calendarView/delta?${december}`);
    expect(seen.size).toBe(7);
    const { id } = account.defaultCalendar.addEvent({ subject: "New", ...oneHour });
    seen.clear();
    await walk(link);
    expect([...seen]).toEqual([id]);
  });

  it("reads an error, its code and its request ids", async () => {
    const error = await client
      .api("/me/events/none")
      .get()
      .catch((reason: GraphError) => reason);
    expect(error).toMatchObject({ statusCode: 404, code: "ErrorItemNotFound", requestId: expect.any(String) });
    expect(error.date).toBeInstanceOf(Date);
  });

  it("waits as long as it is told and tries again", async () => {
    microsoft.fail("calendars", { status: 429, retryAfter: 1 });
    const before = performance.now();
    const { value } = await client
      .api("/me/calendars")
      .middlewareOptions([new RetryHandlerOptions(3, 1)])
      .get();
    expect(value).toHaveLength(1);
    expect(performance.now() - before).toBeGreaterThan(900);
    expect(microsoft.requests.map(({ status }) => status)).toEqual([429, 200]);
  });

  it("keeps a contact, finds a person, and manages a subscription's refusal", async () => {
    await client.api("/me/contacts").post({ givenName: "Ann", emailAddresses: [{ address: "ann@example.com" }] });
    const { value } = (await client.api("/me/contacts").get()) as { value: Contact[] };
    expect(value).toMatchObject([{ displayName: "Ann", emailAddresses: [{ address: "ann@example.com" }] }]);
    account.addPerson({ name: "Jo Doe", email: "jo@example.com" });
    const people = await client.api("/me/people").search('"jo"').top(5).get();
    expect(people.value).toMatchObject([{ displayName: "Jo Doe" }]);
    const wanted: Subscription = {
      changeType: "created",
      resource: "/me/events",
      notificationUrl: "http://127.0.0.1:1/x",
    };
    const expirationDateTime = new Date(Date.now() + 86_400_000).toISOString();
    const refused = client.api("/subscriptions").post({ ...wanted, expirationDateTime });
    await expect(refused).rejects.toMatchObject({ statusCode: 400 });
    expect(microsoft.complaints).toEqual([]);
  });
});
