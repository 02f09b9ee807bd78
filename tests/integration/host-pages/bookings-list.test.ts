import { describe, expect, it } from "vitest";
import { DAY_MS, formatDate } from "~/domain/availability/calendar-days";
import { wallToInstant } from "~/domain/availability/zones";
import { db } from "~db/client";
import { bookingAttendees } from "~db/schema";
import * as route from "~/routes/booking.bookings._index";
import {
  addMember,
  createBooking,
  createEventType,
  createTeam,
  createUser,
  createWorkspace,
  signIn,
} from "../../support/factories";
import { get } from "../../support/requests";

const hour = 3_600_000;
/** Tomorrow's date, and its 10:00 in Oslo, where every host of these tests is. */
const day = Math.floor(Date.now() / DAY_MS) + 3;
const ten = wallToInstant("Europe/Oslo", day, 600);

async function studio() {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner });
  const list = async (query = "", user: { id: string } = owner) => {
    const { cookie } = await signIn(user);
    return (await get(route, `/booking/bookings?${query}`, { cookie })).body;
  };
  const ids = async (query = "", user: { id: string } = owner) => (await list(query, user)).items.map(({ id }) => id);
  return { workspace, owner, eventType, list, ids };
}

describe("the list of bookings for a host", () => {
  it("parts what comes, what waits, what was and what was cancelled", async () => {
    const { eventType, list, ids } = await studio();
    const later = await createBooking(eventType, { start: ten + hour });
    const request = await createBooking(eventType, { start: ten, status: "pending" });
    const running = await createBooking(eventType, { start: Date.now() - hour / 4 });
    const over = await createBooking(eventType, { start: ten - 9 * DAY_MS, status: "completed" });
    const unfinished = await createBooking(eventType, { start: Date.now() - 2 * hour });
    const off = await createBooking(eventType, { start: ten + 2 * hour, status: "cancelled" });
    expect(await ids()).toEqual([running.id, request.id, later.id]);
    expect(await ids("tab=waiting")).toEqual([request.id]);
    expect(await ids("tab=past")).toEqual([unfinished.id, over.id]);
    expect(await ids("tab=cancelled")).toEqual([off.id]);
    expect(await ids("tab=everything")).toEqual(await ids());
    expect((await list("tab=past")).counts).toEqual({ upcoming: 3, waiting: 1 });
  });

  it("reads dates in the host's zone, both ends included", async () => {
    const { workspace, eventType, ids } = await studio();
    const [from, to] = [wallToInstant("Europe/Oslo", day, 0), wallToInstant("Europe/Oslo", day + 1, 0)];
    const before = await createBooking(eventType, { start: from - hour / 2 });
    const first = await createBooking(eventType, { start: from });
    const last = await createBooking(eventType, { start: to - hour / 2 });
    const after = await createBooking(eventType, { start: to });
    const date = formatDate(day);
    expect(await ids(`from=${date}&to=${date}`)).toEqual([first.id, last.id]);
    expect(await ids(`to=${date}`)).toEqual([before.id, first.id, last.id]);
    expect(await ids(`from=${date}`)).toEqual([first.id, last.id, after.id]);
    // The first and the last day that there is, in zones before and behind UTC.
    for (const timezone of ["Pacific/Kiritimati", "Pacific/Honolulu"]) {
      const user = await createUser({ timezone });
      const far = await addMember(workspace, { user, role: "admin" });
      expect(await ids("from=1970-01-01&to=8999-12-31", far)).toHaveLength(4);
      expect(await ids("from=8999-12-31", far)).toEqual([]);
    }
  });

  it("says what is wrong with a date, keeps what was typed, and uses the rest", async () => {
    const { eventType, list } = await studio();
    const wanted = await createBooking(eventType, { start: ten, inviteeName: "Siobhán Ní Chonchúir" });
    await createBooking(eventType, { start: ten + hour });
    const page = await list("q=chonch&from=2026-02-30");
    expect(page.errors.map(({ path }) => path)).toEqual(["from"]);
    expect(page.values).toMatchObject({ q: "chonch", from: "2026-02-30" });
    expect(page.items.map(({ id }) => id)).toEqual([wanted.id]);
    expect(page.errors[0]!.message).toBe("“2026-02-30” is not a date. It looks like 2026-12-24.");
    expect(page.search).toEqual({ q: "chonch", to: undefined });
    for (const date of ["1969-12-31", "9999-12-31", "soon"])
      expect((await list(`from=${date}`)).errors).toHaveLength(1);
    expect((await list("from=&to=%20")).errors).toEqual([]);
    expect((await list("from=2026-12-02&to=2026-12-01")).errors.map(({ path }) => path)).toEqual(["to"]);
    expect((await list(`q=${"x".repeat(201)}`)).errors.map(({ path }) => path)).toEqual(["q"]);
    expect((await list("q=%00chonch%FF&event=1&host=me&page=-4")).page).toBe(1);
  });

  it("gives twenty at a time, and the last page to whoever asks for one that is not there", async () => {
    const { eventType, list } = await studio();
    for (let index = 0; index < 22; index++) await createBooking(eventType, { start: ten + index * hour });
    const first = await list();
    expect([first.items.length, first.total, first.page]).toEqual([20, 22, 1]);
    const second = await list("page=2");
    expect(second.items).toHaveLength(2);
    expect((await list("page=99")).items).toEqual(second.items);
  });

  it("shows members what they host, and owners and admins everybody's, by host", async () => {
    const { workspace, owner, eventType, list, ids } = await studio();
    const member = await addMember(workspace);
    const admin = await addMember(workspace, { role: "admin" });
    const own = await createEventType(workspace, { owner: member });
    const owners = await createBooking(eventType, { start: ten });
    const members = await createBooking(own, { start: ten + hour });
    expect(await ids("", member)).toEqual([members.id]);
    expect(await ids(`host=${owner.id}`, member)).toEqual([members.id]);
    expect(await ids("", admin)).toEqual([owners.id, members.id]);
    expect(await ids(`host=${member.id}`, admin)).toEqual([members.id]);
    expect((await list(`host=${member.id.toUpperCase()}`, admin)).values.host).toBe(member.id);
    expect(await ids(`event=${own.id}`, admin)).toEqual([members.id]);
    const [forMember, forAdmin] = [await list("", member), await list("", admin)];
    expect([forMember.seesAll, forMember.hosts, forMember.counts.upcoming]).toEqual([false, [], 1]);
    expect(forAdmin.hosts).toHaveLength(3);
  });

  it("shows owners and admins what the members of a team host, of whatever event type", async () => {
    const { workspace, owner, eventType, list, ids } = await studio();
    const [grace, alan] = [await addMember(workspace), await addMember(workspace)];
    const team = await createTeam(workspace, [grace, alan]);
    const empty = await createTeam(workspace, [], { name: "Nobody" });
    const graces = await createEventType(workspace, { owner: grace });
    const both = await createEventType(workspace, { owner, hosts: [owner, alan], assignmentType: "all_hands" });
    await createBooking(eventType, { start: ten });
    const lone = await createBooking(graces, { start: ten });
    const joint = await createBooking(both, { start: ten + hour });
    await db.insert(bookingAttendees).values({
      workspaceId: workspace.id,
      bookingId: joint.id,
      userId: alan.id,
      kind: "host",
      name: alan.name,
      email: alan.email,
      status: "confirmed",
    });
    expect(await ids(`team=${team.id}`)).toEqual([lone.id, joint.id]);
    expect(await ids(`team=${team.id}&host=${owner.id}`)).toEqual([joint.id]);
    expect((await list(`team=${empty.id}`)).total).toBe(0);
    expect((await list()).teams.map(({ label }) => label)).toEqual(["Design", "Nobody"]);
    const members = await list(`team=${team.id}`, alan);
    expect([members.teams, members.values.team]).toEqual([[], ""]);
    expect(members.items.map(({ id }) => id)).toEqual([joint.id]);
    const elsewhere = await studio();
    expect((await elsewhere.list(`team=${team.id}`)).total).toBe(0);
  });

  it("holds nothing of another workspace, whatever its address says", async () => {
    const { eventType } = await studio();
    await createBooking(eventType, { start: ten });
    const attacker = await studio();
    const query = `host=${eventType.ownerId}&event=${eventType.id}`;
    expect((await attacker.list(query)).total).toBe(0);
    expect((await attacker.list()).total).toBe(0);
  });

  it("is for signed-in hosts: others sign in first, and clients are turned away", async () => {
    const { workspace } = await studio();
    const nobody = await get(route, "/booking/bookings?tab=past");
    expect([nobody.status, nobody.headers.get("Location")]).toEqual([
      302,
      "/login?to=%2Fbooking%2Fbookings%3Ftab%3Dpast",
    ]);
    const client = await addMember(workspace, { role: "client" });
    expect((await get(route, "/booking/bookings", await signIn(client))).status).toBe(403);
    const newcomer = await get(route, "/booking/bookings", { cookie: (await signIn(await createUser())).cookie });
    expect(newcomer.headers.get("Location")).toBe("/booking/workspaces/new");
  });
});
