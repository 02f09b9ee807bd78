import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { sql } from "drizzle-orm";
import { startProviders } from "../../support/providers";

const fakes = await startProviders();
const { google, microsoft, reset, stop } = fakes;
const { connectContacts, contactScopes } = await import("../../support/contact-accounts");
const { addMember, createBooking, createEventType, createWorkspace, signIn } = await import("../../support/factories");
const { manyBookings } = await import("../../support/many-bookings");
const { inOslo } = await import("../../support/orders");
const { callApi } = await import("../../support/requests");
const { db } = await import("~db/client");
const { bookingAttendees } = await import("~db/schema");
const { searchContacts } = await import("~/domain/calendars/contacts.server");
const route = await import("~/routes/api.v1.bookings.contacts");

beforeEach(reset);
afterAll(stop);

type Connected = Awaited<ReturnType<typeof connectContacts>>;

async function host() {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner });
  const search = (query: string, userId = owner.id) =>
    searchContacts({ workspaceId: workspace.id, userId, query, now: Date.now() });
  return { workspace, owner, eventType, search, member: { workspace, user: owner } };
}

function know({ mailbox }: Connected, name: string, email = `${name.toLowerCase()}@example.org`) {
  mailbox.addContact({ name, email });
}

const calls = () => google.requests.length + microsoft.requests.length;

describe("searching for a person", () => {
  it("asks Google, Microsoft and the host's earlier bookings, each address once", async () => {
    const { search, member, eventType } = await host();
    know(await connectContacts(fakes, "google", member), "Meilin");
    const outlook = await connectContacts(fakes, "microsoft", member);
    know(outlook, "Meike");
    know(outlook, "Mei Lin from work", "MEILIN@example.org");
    await createBooking(eventType, { start: inOslo(9), inviteeName: "Tanaka Mei", inviteeEmail: "tm@example.org" });
    await createBooking(eventType, { start: inOslo(10), inviteeName: "X", inviteeEmail: "Meike@example.org" });
    const { people, unavailable } = await search(" MEI ");
    expect(unavailable).toEqual([]);
    expect(people.map(({ name, source }) => [name, source]).sort()).toEqual([
      ["Meike", "microsoft"],
      ["Meilin", "google"],
      ["Tanaka Mei", "bookings"],
    ]);
    expect([google.complaints, microsoft.complaints].flat()).toEqual([]);
  });

  it("asks nobody about fewer than three characters, or about what cannot be asked", async () => {
    const { search, member } = await host();
    for (const name of ["google", "microsoft"] as const) await connectContacts(fakes, name, member);
    for (const query of ["", "  m ", "me", "👩‍👩‍👧🇳🇴", "me\u0000i", "m".repeat(101), "m".repeat(100_000)])
      expect(await search(query), query.slice(0, 9)).toEqual({ people: [], unavailable: [] });
    expect(calls()).toBe(0);
  });

  it("takes quotes and wildcards for what they are", async () => {
    const { search, member, eventType } = await host();
    const outlook = await connectContacts(fakes, "microsoft", member);
    know(await connectContacts(fakes, "google", member), "O'Brien", "brien@example.org");
    know(outlook, "O'Brien", "brien@example.org");
    await createBooking(eventType, { start: inOslo(9), inviteeName: "Mei", inviteeEmail: "mei@example.org" });
    expect((await search("O'Br")).people.map(({ email }) => email)).toEqual(["brien@example.org"]);
    for (const query of ['mei" OR "a', "%%%", "___", "\\\\\\", "');--", '"""', "mei') or (true", "m%i"])
      expect((await search(query)).people, query).toEqual([]);
    expect([google.complaints, microsoft.complaints].flat()).toEqual([]);
  });

  it("leaves contacts alone that were not opened to us, and accounts that are lost or disconnected", async () => {
    const { search, member } = await host();
    for (const name of ["google", "microsoft"] as const) {
      const closed = await connectContacts(fakes, name, member, { scopes: [] });
      know(closed, "Mei", `mei-${name}@example.org`);
      for (const column of ["disconnected_at", "needs_reconnect_since"]) {
        const { accountId } = await connectContacts(fakes, name, member);
        await db.execute(sql`update calendar_accounts set ${sql.raw(column)} = now() where id = ${accountId}`);
      }
    }
    expect(await search("mei")).toEqual({ people: [], unavailable: [] });
    expect(calls()).toBe(0);
  });

  it("says whose part is missing, and does not wait for them", async () => {
    const { search, member, eventType } = await host();
    const mailboxes = [
      await connectContacts(fakes, "google", member),
      await connectContacts(fakes, "microsoft", member),
    ];
    mailboxes.forEach((each) => know(each, "Mei", `mei@${each.mailbox.email.split("@")[0]}.example.org`));
    await createBooking(eventType, { start: inOslo(9), inviteeName: "Mei B", inviteeEmail: "b@example.org" });
    microsoft.fail("people", { kind: "slow", ms: 6000 });
    google.fail("*", { status: 503 }, 3);
    const began = performance.now();
    const found = await search("mei");
    expect(performance.now() - began).toBeLessThan(3500);
    expect(found.people.map(({ name }) => name)).toEqual(["Mei B"]);
    expect(found.unavailable.sort()).toEqual(["google", "microsoft"]);
  }, 15_000);

  it("answers names as text that somebody wrote, and leaves out addresses that are none", async () => {
    const { search, member } = await host();
    const outlook = await connectContacts(fakes, "microsoft", member);
    know(outlook, "Mei <script>alert(1)</script>", "mei@example.org");
    know(outlook, "Meike", '"><img src=x>@example.org');
    expect((await search("mei")).people).toEqual([
      { name: "Mei <script>alert(1)</script>", email: "mei@example.org", source: "microsoft" },
    ]);
  });
});

describe("people who booked before", () => {
  it("are found by the beginning of a name, of a word of it, or of an address, the latest first, by their latest name", async () => {
    const { search, eventType } = await host();
    const book = (hour: number, inviteeName: string, inviteeEmail: string) =>
      createBooking(eventType, { start: inOslo(hour), inviteeName, inviteeEmail });
    await book(9, "Ada Okafor", "ada@example.org");
    await book(10, "Tanaka", "okapi@example.org");
    await book(11, "Ada O. Okafor", "ADA@example.org");
    await book(12, "Blokada", "b@example.org");
    expect((await search("oka")).people.map(({ name }) => name)).toEqual(["Ada O. Okafor", "Tanaka"]);
  });

  it("are the host's own, also of all hands, and nobody else's", async () => {
    const { workspace, search, eventType } = await host();
    const colleague = await addMember(workspace);
    await createBooking(eventType, { start: inOslo(9), inviteeName: "Mei Own" });
    const both = await createBooking(eventType, { start: inOslo(10), inviteeName: "Mei Both" });
    const { name, email } = colleague;
    await db.insert(bookingAttendees).values({
      ...{ workspaceId: workspace.id, bookingId: both.id, userId: colleague.id },
      ...{ kind: "host", name, email, status: "confirmed" },
    });
    const elsewhere = await host();
    await createBooking(elsewhere.eventType, { start: inOslo(9), inviteeName: "Mei Elsewhere" });
    expect((await search("mei")).people.map(({ name }) => name)).toEqual(["Mei Both", "Mei Own"]);
    expect((await search("mei", elsewhere.owner.id)).people).toEqual([]);
    expect((await search("mei", colleague.id)).people.map(({ name }) => name)).toEqual(["Mei Both"]);
  });

  it("are those whom the host met or was to meet: whoever asked only once and was not answered is not among them", async () => {
    const { search, eventType } = await host();
    await createBooking(eventType, { start: inOslo(9), status: "pending", inviteeName: "Mei Asked" });
    await createBooking(eventType, { start: inOslo(11), status: "cancelled", inviteeName: "Mei Cancelled" });
    expect((await search("mei")).people.map(({ name }) => name)).toEqual(["Mei Cancelled"]);
  });

  it("are looked for among the latest two thousand bookings, so that a long history makes nobody wait", async () => {
    const { search, eventType } = await host();
    await manyBookings(eventType, { count: 2001, from: inOslo(9) });
    await db.execute(sql`update bookings set confirmed_at = now() where event_type_id = ${eventType.id}`);
    await db.execute(sql`
      update booking_attendees set created_at = start_time from bookings
      where bookings.id = booking_id and event_type_id = ${eventType.id}`);
    const emails = async (query: string) => (await search(query)).people.map(({ email }) => email);
    expect(await emails("mei2000@")).toEqual(["mei2000@example.org"]);
    expect(await emails("mei1@")).toEqual(["mei1@example.org"]);
    expect(await emails("mei0@")).toEqual([]);
    expect(await emails("mei")).toHaveLength(10);
  });
});

describe("GET /api/v1/bookings/contacts", () => {
  it("gives the caller's own, and nothing of a colleague's", async () => {
    const { workspace, owner, member } = await host();
    const colleague = await addMember(workspace, { role: "admin" });
    know(await connectContacts(fakes, "google", member), "Mei");
    const ask = async (user: { id: string }) =>
      callApi(route, "GET", "/api/v1/bookings/contacts?q=mei", { token: (await signIn(user)).token });
    expect((await ask(owner)).body).toEqual({
      items: [{ name: "Mei", email: "mei@example.org", source: "google" }],
    });
    expect((await ask(colleague)).body).toEqual({ items: [] });
  });

  it("names who did not answer", async () => {
    const { owner, member } = await host();
    await connectContacts(fakes, "google", member, { scopes: contactScopes.google });
    google.fail("*", { status: 500 }, 2);
    const { cookie } = await signIn(owner);
    const answer = await callApi(route, "GET", "/api/v1/bookings/contacts?q=mei", { cookie });
    expect(answer.body).toEqual({ items: [], unavailable: ["google"] });
  });

  it.each(["", "?q=", "?q=me", "?q=%20me%20", `?q=${"m".repeat(9000)}`, "?q=me%00i", "?q[]=mei"])(
    "refuses what is no search: %.20s",
    async (query) => {
      const { owner } = await host();
      const answer = await callApi(route, "GET", `/api/v1/bookings/contacts${query}`, await signIn(owner));
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: "q" }] } });
    },
  );
});
