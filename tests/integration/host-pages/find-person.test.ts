import { describe, expect, it } from "vitest";
import * as members from "~/routes/booking.settings.members._index";
import { addMember, createBooking, signIn } from "../../support/factories";
import { inOslo } from "../../support/orders";
import { get, postForm } from "../../support/requests";
import { bookingsOf, mei, openPage, send, studio } from "./quick-book-studio";

async function known() {
  const host = await studio();
  const person = { inviteeName: "Tove <b>Halvorsen</b>", inviteeEmail: "tove@example.org" };
  await createBooking(host.eventType, { start: inOslo(9), ...person });
  return host;
}

function addressOf({ headers }: { headers: Headers }) {
  const { pathname, searchParams, hash } = new URL(headers.get("Location")!, "http://localhost");
  return { pathname, hash, query: Object.fromEntries(searchParams) };
}

describe("finding whom to book for, without scripts", () => {
  const tove = { name: "Tove <b>Halvorsen</b>", email: "tove@example.org", source: "bookings" };

  it("leads to an address that lists them and keeps all that was typed", async () => {
    const { owner, eventType } = await known();
    const typed = { name: "Tov", email: "x@y", guests: "a@example.org\nb@example.org", notes: "Bring it" };
    const sent = await send(owner, eventType.id, { ...typed, intent: "find", who: " tove " });
    expect(sent.status).toBe(303);
    const { query, hash } = addressOf(sent);
    expect([query, hash]).toMatchObject([
      { ...typed, who: "tove", timezone: mei.timezone, locale: "de", start: mei.start.replace(".000Z", "Z") },
      "#find",
    ]);
    const page = await openPage(owner, new URLSearchParams(query).toString());
    expect(page.search).toEqual({ who: "tove", problem: null, people: [tove], unavailable: [] });
    expect(page.kept).toMatchObject(typed);
    expect(page.start).toBe(Date.parse(mei.start));
  });

  it("fills in whoever is chosen, in the place of what stood there, and nobody is booked by that", async () => {
    const { owner, eventType } = await known();
    const sent = await send(owner, eventType.id, { notes: "Kept", take: `${tove.email} ${tove.name}`, who: "tove" });
    const { query, hash } = addressOf(sent);
    expect(query).toMatchObject({ name: tove.name, email: tove.email, notes: "Kept" });
    expect([query.who, hash]).toEqual([undefined, "#field-name"]);
    const unnamed = await send(owner, eventType.id, { take: "ada@example.org " });
    expect(addressOf(unnamed).query).toMatchObject({ name: mei.name, email: "ada@example.org" });
    expect(await bookingsOf(eventType)).toHaveLength(1);
  });

  it("adds guests one after the other, each once", async () => {
    const { owner, eventType } = await known();
    const guest = async (guests: string) =>
      addressOf(await send(owner, eventType.id, { guests, guest: tove.email, who: "tove" })).query;
    expect(await guest("a@example.org")).toMatchObject({ guests: "a@example.org\ntove@example.org", who: "tove" });
    expect((await guest("TOVE@example.org")).guests).toBe("TOVE@example.org");
  });

  it("keeps also what no address can carry", async () => {
    const { owner, eventType } = await known();
    for (const typed of [{ notes: "語".repeat(1500) }, { name: "M".repeat(300) }] as Record<string, string>[]) {
      const sent = await send(owner, eventType.id, { ...typed, intent: "find", who: "tove" });
      expect(sent.status).toBe(200);
      const values = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, [value]]));
      expect(sent.body).toMatchObject({ outcome: "edit", values, search: { people: [tove] } });
      const taken = await send(owner, eventType.id, { notes: "語".repeat(1500), take: `${tove.email} Tove` });
      expect(taken.body).toMatchObject({ values: { name: ["Tove"], email: [tove.email] }, search: null });
    }
  });

  it("is what Enter does once somebody is typed to search for, and else it books", async () => {
    const { owner, eventType } = await known();
    const enter = (fields: Record<string, string>) => send(owner, eventType.id, { intent: "save", ...fields });
    expect(addressOf(await enter({ who: "tove" })).hash).toBe("#find");
    expect(await bookingsOf(eventType)).toHaveLength(1);
    await enter({ who: "tove", searched: "tove" });
    expect(await bookingsOf(eventType)).toHaveLength(2);
  });

  it("says what is missing, and asks nobody", async () => {
    const { owner, eventType } = await known();
    const searchOf = async (who: string) => {
      const { query } = addressOf(await send(owner, eventType.id, { intent: "find", who }));
      return (await openPage(owner, new URLSearchParams(query).toString())).search;
    };
    expect(await searchOf("")).toMatchObject({ people: [], problem: "The name or address is missing." });
    expect(await searchOf("to")).toMatchObject({ people: [], problem: expect.stringContaining("3 characters") });
    expect(await searchOf("t".repeat(9000))).toMatchObject({ problem: expect.stringContaining("too long") });
    expect((await openPage(owner, `event=${eventType.id}&start=${mei.start}`)).search).toBeNull();
    expect((await openPage(owner, `event=${eventType.id}&start=${mei.start}&who=%00to%00ve`)).search?.who).toBe("tove");
  });
});

describe("finding whom to invite, without scripts", () => {
  const url = "/booking/settings/members?index";
  const form = { email: "old@example.org", role: "admin" };

  it("leads to an address that lists them and keeps what was chosen, and fills in whoever is taken", async () => {
    const { owner } = await known();
    const session = await signIn(owner);
    const found = addressOf(await postForm(members, url, { ...form, intent: "find", who: "tove" }, session));
    expect(found).toEqual({ pathname: "/booking/settings/members", hash: "#find", query: { who: "tove", ...form } });
    const page = (await get(members, `${found.pathname}?${new URLSearchParams(found.query)}`, session)).body;
    expect(page.search?.people.map(({ email }) => email)).toEqual(["tove@example.org"]);
    expect(page.typed).toEqual(form);
    const taken = await postForm(members, url, { ...form, who: "tove", take: "tove@example.org Tove" }, session);
    expect(addressOf(taken).query).toEqual({ email: "tove@example.org", role: "admin" });
    expect((await get(members, url, session)).body.total).toBe(1);
  });

  it("sends the invitation with the search in the form too, and refuses other fields still", async () => {
    const { owner } = await known();
    const session = await signIn(owner);
    const search = { intent: "save", who: "tove", searched: "tove" };
    expect((await postForm(members, url, { ...form, ...search, wages: "1" }, session)).status).toBe(400);
    expect((await postForm(members, url, { ...form, ...search }, session)).status).toBe(303);
    expect((await get(members, url, session)).body.total).toBe(2);
  });

  it("is for those who may invite", async () => {
    const { workspace } = await known();
    const session = await signIn(await addMember(workspace));
    expect((await get(members, "/booking/settings/members?who=tove", session)).body.search).toBeNull();
    expect((await postForm(members, url, { ...form, intent: "find", who: "tove" }, session)).status).toBe(403);
  });
});
