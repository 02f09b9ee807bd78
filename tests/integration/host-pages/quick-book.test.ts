import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingEventTypes } from "~db/schema";
import { findBooking, listHistory } from "~/domain/bookings/bookings.server";
import { isoInstant } from "~/domain/time";
import * as route from "~/routes/booking.bookings.new";
import {
  addMember,
  createBooking,
  createEventType,
  createUser,
  createWorkspace,
  signIn,
} from "../../support/factories";
import { inOslo } from "../../support/orders";
import { get, postForm } from "../../support/requests";
import { address, bookingsOf, idOf, mei, openPage, pageOf, send, studio, ten } from "./quick-book-studio";

describe("booking for somebody", () => {
  it("goes from times in the host's own zone to a form, and from there to the booking", async () => {
    const { workspace, owner, eventType } = await studio();
    const first = await openPage(owner, "month=2020-01");
    expect(first).toMatchObject({ start: null, visitor: { zone: "Europe/Oslo", language: "en" }, hint: "month" });
    const chosen = await openPage(owner, `event=${eventType.id}&start=${mei.start}`);
    expect(chosen).toMatchObject({
      start: ten,
      choice: null,
      person: { name: "", timezone: "Europe/Oslo", locale: "en" },
    });

    const sent = await send(owner, eventType.id, { guests: "kenji@example.org", notes: "By phone" });
    expect(sent.status).toBe(303);
    const booking = (await findBooking(workspace.id, idOf(sent.headers.get("Location"))))!;
    expect(booking).toMatchObject({
      status: "confirmed",
      start: ten,
      inviteeName: "Mei Tanaka",
      timezone: "Asia/Tokyo",
      locale: "de",
      notes: "By phone",
    });
    expect(booking.attendees.map(({ email }) => email)).toContain("kenji@example.org");
    expect(await listHistory(workspace.id, booking.id)).toMatchObject([
      { move: "booked", actorKind: "user", actorId: owner.id },
    ]);
  });

  it("is confirmed at once where invitees would wait for a yes, and mails both", async () => {
    const { workspace, owner, eventType } = await studio({ requiresConfirmation: true });
    const sent = await send(owner, eventType.id);
    const id = idOf(sent.headers.get("Location"));
    expect((await findBooking(workspace.id, id))!.status).toBe("confirmed");
    const mails = await db.query.notifications.findMany({ where: (table) => eq(table.bookingId, id) });
    expect(mails.map(({ kind }) => kind).sort()).toEqual(["booking_confirmed_host", "booking_confirmed_invitee"]);
  });

  it("of all hands still waits for all of them, and history says who asked", async () => {
    const { workspace, owner } = await studio();
    const member = await addMember(workspace);
    const everybody = { isTeamEvent: true, assignmentType: "all_hands" as const, hosts: [owner, member] };
    const eventType = await createEventType(workspace, { owner, ...everybody });
    expect((await openPage(owner, `event=${eventType.id}&host=${member.id}`)).hosts).toEqual([]);
    const sent = await send(owner, eventType.id);
    const booking = (await findBooking(workspace.id, idOf(sent.headers.get("Location"))))!;
    expect(booking.status).toBe("pending");
    expect(await listHistory(workspace.id, booking.id)).toMatchObject([{ move: "requested", actorId: owner.id }]);
    const alone = await send(owner, eventType.id, { host: member.id, start: isoInstant(inOslo(12)) });
    expect([alone.status, await bookingsOf(eventType)]).toEqual([409, [expect.anything()]]);
  });

  it("makes one booking of a form that is sent twice, also at the same moment", async () => {
    const { owner, eventType } = await studio();
    const { submissionKey } = await openPage(owner, `start=${mei.start}`);
    const fields = { submission_key: submissionKey };
    const both = await Promise.all([send(owner, eventType.id, fields), send(owner, eventType.id, fields)]);
    const third = await send(owner, eventType.id, fields);
    const places = new Set([...both, third].map(({ headers }) => headers.get("Location")));
    expect([places.size, (await bookingsOf(eventType)).length]).toEqual([1, 1]);
  });
});

describe("whose time a host books", () => {
  async function team() {
    const { workspace, owner } = await createWorkspace();
    const [amara, ines] = [await addMember(workspace), await addMember(workspace)];
    const eventType = await createEventType(workspace, {
      owner,
      hosts: [{ id: amara.id, priority: 9 }, { id: ines.id }, { id: owner.id }],
      isTeamEvent: true,
      assignmentType: "collective",
    });
    return { workspace, owner, amara, ines, eventType };
  }

  it("is that of any host, or of one alone, oneself first", async () => {
    const { owner, amara, ines, eventType } = await team();
    const page = await openPage(owner);
    expect(page).toMatchObject({ hostId: null });
    expect(page.hosts[0]).toEqual({ value: owner.id, label: "You" });
    expect(page.hosts).toHaveLength(3);
    await createBooking(eventType, { start: ten, hostId: ines.id });
    expect((await openPage(owner, `start=${mei.start}`)).start).toBe(ten);
    expect((await openPage(owner, `host=${ines.id}&start=${mei.start}`)).refused?.code).toBe("claimed");

    await send(owner, eventType.id);
    await send(owner, eventType.id, { host: owner.id, start: isoInstant(inOslo(12)) });
    const made = (await bookingsOf(eventType)).filter(({ inviteeEmail }) => inviteeEmail === mei.email);
    const hostsByStart = made.sort((a, b) => +a.startTime - +b.startTime).map(({ hostId }) => hostId);
    expect(hostsByStart).toEqual([amara.id, owner.id]);
  });

  it("is also that of a host whose id is in capital letters", async () => {
    const { owner, ines, eventType } = await team();
    const capitals = ines.id.toUpperCase();
    expect((await openPage(owner, `event=${eventType.id.toUpperCase()}&host=${capitals}`)).hostId).toBe(ines.id);
    await send(owner, eventType.id.toUpperCase(), { host: capitals });
    expect((await bookingsOf(eventType)).map(({ hostId }) => hostId)).toEqual([ines.id]);
  });

  it("is never a stranger's", async () => {
    const { workspace, owner, eventType } = await team();
    const stranger = await addMember(workspace);
    expect((await openPage(owner, `host=${stranger.id}`)).hostId).toBeNull();
    const sent = await send(owner, eventType.id, { host: stranger.id });
    expect([sent.status, sent.body]).toEqual([409, expect.objectContaining({ outcome: "invalid" })]);
    expect(sent.body).toMatchObject({ values: { name: ["Mei Tanaka"] }, errors: [{ path: "host" }] });
    expect(await bookingsOf(eventType)).toEqual([]);
  });

  it("leads to the list where the booking is another host's and not one's own to see", async () => {
    const { workspace } = await team();
    const member = await addMember(workspace);
    const other = await addMember(workspace);
    const eventType = await createEventType(workspace, { owner: member, hosts: [other] });
    const sent = await send(member, eventType.id);
    expect([sent.status, sent.headers.get("Location")]).toEqual([303, "/booking/bookings"]);
    expect(await bookingsOf(eventType)).toMatchObject([{ hostId: other.id, status: "confirmed" }]);
  });
});

describe("from an earlier booking", () => {
  it("takes its event type, person, zone and language; what the address says goes before", async () => {
    const { workspace, owner, eventType } = await studio();
    await createEventType(workspace, { owner });
    const columns = { start: ten - 40 * 86_400_000, status: "completed" as const, inviteeName: "Lukas Brandstätter" };
    const earlier = await createBooking(eventType, { ...columns, timezone: "Europe/Vienna", locale: "de-AT" });
    const page = await openPage(owner, `from=${earlier.id}`);
    expect(page.offer.id).toBe(eventType.id);
    expect(page.earlierId).toBe(earlier.id);
    const person = {
      name: "Lukas Brandstätter",
      email: earlier.inviteeEmail,
      timezone: "Europe/Vienna",
      locale: "de-AT",
    };
    expect(page.person).toEqual(person);
    const other = await openPage(owner, `from=${earlier.id}&email=new@example.org&timezone=Asia/Tokyo`);
    expect(other.person).toEqual({ ...person, email: "new@example.org", timezone: "Asia/Tokyo" });
    await db.update(bookingEventTypes).set({ isActive: false }).where(eq(bookingEventTypes.id, eventType.id));
    expect(await pageOf(owner, `from=${earlier.id}`)).toMatchObject({ state: "choose", isGone: true, person });
  });

  it("tells nothing of a booking that is not one's own to see, or of none", async () => {
    const { workspace, eventType } = await studio();
    const earlier = await createBooking(eventType, { start: ten });
    const member = await addMember(workspace);
    await createEventType(workspace, { owner: member });
    const stranger = await studio();
    for (const user of [member, stranger.owner]) {
      const page = await openPage(user, `from=${earlier.id}`);
      expect([page.person.name, page.person.timezone, page.earlierId]).toEqual(["", "Europe/Oslo", null]);
      expect(page.kept.from).toBeNull();
    }
    expect((await openPage(member, "from=1%00&start=soon&host=me&locale=xx&timezone=Mars&duration=1e9")).hint).toBe(
      "time",
    );
  });
});

describe("who may book for somebody", () => {
  it("is each host what they own or host, and owners and admins everything that is switched on", async () => {
    const { workspace, owner, eventType } = await studio({ isListed: false });
    const member = await addMember(workspace);
    const admin = await addMember(workspace, { role: "admin" });
    expect(await pageOf(member)).toMatchObject({ state: "empty", hasEventTypes: false });
    const own = await createEventType(workspace, { owner: member });
    const hosted = await createEventType(workspace, { owner, hosts: [member] });
    await createEventType(workspace, { owner: member, isActive: false });
    const idsFor = async (user: { id: string }) => {
      const page = await pageOf(user);
      return page.state === "choose" ? page.choices.map(({ id }) => id).sort() : [];
    };
    expect(await idsFor(member)).toEqual([own.id, hosted.id].sort());
    expect(await idsFor(admin)).toEqual([own.id, hosted.id, eventType.id].sort());
    expect(await pageOf(member, `event=${eventType.id}`)).toMatchObject({ state: "choose", isGone: true });
    const sent = await send(member, eventType.id);
    expect([sent.status, sent.body]).toMatchObject([409, { outcome: "gone" }]);
    expect(await bookingsOf(eventType)).toEqual([]);
  });

  it("is nobody of another workspace, no client, and nobody who is not signed in", async () => {
    const { workspace, eventType } = await studio();
    const attacker = await studio();
    expect(await pageOf(attacker.owner, `event=${eventType.id}`)).toMatchObject({ state: "choose", isGone: true });
    expect((await send(attacker.owner, eventType.id)).status).toBe(409);
    const client = await addMember(workspace, { role: "client", user: await createUser() });
    expect((await get(route, address, await signIn(client))).status).toBe(403);
    expect((await send(client, eventType.id)).status).toBe(403);
    expect((await get(route, address)).headers.get("Location")).toBe("/login?to=%2Fbooking%2Fbookings%2Fnew");
    const elsewhere = { ...(await signIn(attacker.owner)), headers: { "Sec-Fetch-Site": "cross-site" } };
    expect((await postForm(route, `${address}?event=${attacker.eventType.id}`, mei, elsewhere)).status).toBe(403);
    expect(await bookingsOf(eventType)).toEqual([]);
  });
});
