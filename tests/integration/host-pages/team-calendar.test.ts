import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingSchedules, users } from "~db/schema";
import { formatDate } from "~/domain/availability/calendar-days";
import * as route from "~/routes/booking.team-calendar";
import {
  addMember,
  createBooking,
  createBusyBlock,
  createConnection,
  createEventType,
  createTeam,
  createUser,
  createWorkspace,
  signIn,
} from "../../support/factories";
import { inOslo as at, wednesday } from "../../support/orders";
import { get } from "../../support/requests";

const date = formatDate(wednesday);

async function open(user: { id: string }, query = "", headers: Record<string, string> = {}) {
  const { cookie } = await signIn(user);
  return get(route, `/booking/team-calendar?${query}`, { cookie, headers });
}

async function studio(given: Partial<Parameters<typeof createEventType>[1]> = {}) {
  const owner = await createUser({ name: "Ada Okafor" });
  const { workspace } = await createWorkspace({ owner });
  const ines = await addMember(workspace, { user: await createUser({ name: "Ines Duarte" }) });
  const both = { hosts: [owner, ines], isTeamEvent: true, assignmentType: "all_hands" as const };
  const eventType = await createEventType(workspace, { owner, name: "Review", durationMinutes: 60, ...both, ...given });
  return { workspace, owner, ines, eventType };
}

/** What a link of the page asks of the form that books. */
function asked(href: string | null | undefined) {
  const url = new URL(href ?? "", "http://localhost");
  return { path: url.pathname, ...Object.fromEntries(url.searchParams) };
}

describe("the team calendar", () => {
  it("shows a week of everybody who hosts, oneself first", async () => {
    const { owner, ines, workspace } = await studio();
    await addMember(workspace, { role: "client" });
    const { status, body } = await open(ines, `week=${date}`);
    expect([status, body.errors]).toEqual([200, []]);
    expect(body.members.map(({ name }) => name)).toEqual([ines.name, owner.name]);
    expect(body.days.map(({ day }) => day - wednesday)).toEqual([-2, -1, 0, 1, 2]);
    expect(body.daysWithout.map(({ day }) => day - wednesday)).toEqual([3, 4]);
    expect(body.overlaps).toHaveLength(5);
    expect(body.chosenDay).toBe(wednesday - 2);
    expect((await open(ines, `day=${date}`)).body.chosenDay).toBe(wednesday);
  });

  it("begins the week as its reader does", async () => {
    const { owner } = await studio();
    const first = async (accepted: string) =>
      (await open(owner, `week=${date}`, { "Accept-Language": accepted })).body.kept.week;
    expect(await first("en-GB")).toBe(formatDate(wednesday - 2));
    expect(await first("en-US")).toBe(formatDate(wednesday - 3));
    expect(await first("de")).toBe(formatDate(wednesday - 2));
  });

  it("narrows to a team and to some of its members, and forgets those who are not in it", async () => {
    const { workspace, owner, ines } = await studio();
    const team = await createTeam(workspace, [ines]);
    const names = async (query: string) => (await open(owner, query)).body.members.map(({ name }) => name);
    expect(await names(`team=${team.slug}`)).toEqual([ines.name]);
    expect(await names(`members=${ines.id.toUpperCase()}`)).toEqual([ines.name]);
    expect(await names(`members=${ines.id}&members=${owner.id}`)).toEqual([owner.name, ines.name]);
    expect(await names(`team=${team.slug}&members=${owner.id}`)).toEqual([ines.name]);
    const { body } = await open(owner, `members=${ines.id}&week=${date}`);
    expect([body.kept.members, body.isNarrowed, body.total]).toEqual([ines.id, true, 1]);
  });

  it("shows eight at a time, and when all of them are free", async () => {
    const { workspace, owner, ines } = await studio();
    for (let added = 0; added < 8; added++) await addMember(workspace);
    await createBusyBlock(await createConnection(workspace, ines), { start: at(9), minutes: 480 });
    const first = (await open(owner, `week=${date}`)).body;
    const second = (await open(owner, `week=${date}&page=99`)).body;
    expect([first.members.length, second.members.length, second.page.number, first.total]).toEqual([8, 2, 2, 10]);
    expect(new Set([...first.members, ...second.members].map(({ userId }) => userId)).size).toBe(10);
    for (const { overlaps } of [first, second]) expect(overlaps).toHaveLength(4);
  });

  it("says what it could not read, and goes on without it", async () => {
    const { owner } = await studio();
    const stranger = await studio();
    const odd: [string, string[]][] = [
      ["week=tomorrow", ["week"]],
      ["week=9999-12-31", ["week"]],
      ["team=nobody", ["team"]],
      ["team=%00", []],
      [`event=${stranger.eventType.id}`, ["event"]],
      ["event=%00&page=-1&members=me,%00&day=0&view=x", []],
      ["page=1e99", []],
    ];
    for (const [query, paths] of odd) {
      const { status, body } = await open(owner, query);
      expect([status, body.errors.map(({ path }) => path)], query).toEqual([paths.length ? 400 : 200, paths]);
      expect(body.total, query).toBe(2);
    }
    const firstWeek = (await open(owner, "week=1970-01-01")).body;
    expect([firstWeek.week.earlier, firstWeek.week.later]).toEqual([null, "1970-01-05"]);
  });

  it("is open to hosts only", async () => {
    const { workspace } = await studio();
    expect((await open(await addMember(workspace, { role: "client" }))).status).toBe(403);
    expect((await get(route, "/booking/team-calendar")).headers.get("Location")).toMatch(/^\/login/);
  });

  it("says who has no hours set, with whom nobody is ever free", async () => {
    const { owner, ines } = await studio();
    await db.delete(bookingSchedules).where(eq(bookingSchedules.userId, ines.id));
    const { body } = await open(owner, `week=${date}`);
    expect([body.withoutHours, body.overlaps]).toEqual([[ines.name], []]);
  });
});

describe("what the team calendar says of others", () => {
  it("is when they are busy or booked, and nothing else", async () => {
    const { workspace, owner, ines, eventType } = await studio();
    const { id, uid } = await createBooking(eventType, { start: at(10), inviteeName: "Secret Invitee" });
    const connection = await createConnection(workspace, owner, { name: "Secret calendar" });
    await createBusyBlock(connection, { start: at(13) });
    await createBusyBlock(connection, { start: at(21) });
    for (const view of ["", "&view=list"]) {
      const { body, text } = await open(ines, `week=${date}${view}`);
      for (const secret of ["Secret", id, uid, "example.org"]) expect(text, secret).not.toContain(secret);
      expect(body.bookings).toMatchObject([{ start: at(10), seen: null, status: "confirmed" }]);
      expect(body.members.find(({ userId }) => userId === owner.id)!.busy).toEqual([{ start: at(13), end: at(14) }]);
    }
    expect((await open(owner, `week=${date}`)).body.bookings).toMatchObject([
      { seen: { id, invitee: "Secret Invitee" } },
    ]);
  });
});

describe("a free time of the team calendar", () => {
  it("leads to a form that books the event type at its first start", async () => {
    const { owner, ines, eventType, workspace } = await studio();
    await createBusyBlock(await createConnection(workspace, ines), { start: at(9), minutes: 75 });
    await createBusyBlock(await createConnection(workspace, ines), { start: at(15), minutes: 80 });
    const { body } = await open(owner, `week=${date}&event=${eventType.id}`);
    const [long, short] = body.overlaps.filter(({ start }) => start > at(0) && start < at(24));
    expect([long!.first, long!.isTooShort, short!.isTooShort, short!.href]).toEqual([at(11), false, true, null]);
    expect(asked(long!.href)).toEqual({
      path: "/booking/bookings/new",
      event: eventType.id,
      start: new Date(at(11)).toISOString().replace(".000", ""),
    });
    expect(body.members.flatMap(({ free }) => free).every(({ href }) => href === null)).toBe(true);
  });

  it("carries the team and the members that were chosen", async () => {
    const { workspace, owner, ines, eventType } = await studio();
    const rin = await addMember(workspace);
    const team = await createTeam(workspace, [owner, ines, rin]);
    const ids = [ines.id, owner.id];
    const query = `week=${date}&event=${eventType.id}&team=${team.slug}`;
    const all = asked((await open(owner, query)).body.overlaps[0]!.href);
    expect(all).toMatchObject({ team: team.slug });
    expect(all).not.toHaveProperty("members");
    const some = asked((await open(owner, `${query}&members=${ids.join()}`)).body.overlaps[0]!.href);
    expect(some).toMatchObject({ team: team.slug, members: [owner.id, ines.id].join(",") });
  });

  it("of one host alone leads to booking them, where one is enough", async () => {
    const { owner, ines, eventType } = await studio({ assignmentType: "round_robin" });
    const { body } = await open(owner, `week=${date}&event=${eventType.id}`);
    const own = body.members.find(({ userId }) => userId === ines.id)!.free[0]!;
    expect(asked(own.href)).toMatchObject({ event: eventType.id, members: ines.id });
  });

  it("leads to the times of its day where no start in it is on offer", async () => {
    const { owner, ines, eventType, workspace } = await studio({ durationMinutes: 60, slotIntervalMinutes: 120 });
    await createBusyBlock(await createConnection(workspace, ines), { start: at(9), minutes: 30 });
    await createBusyBlock(await createConnection(workspace, ines), { start: at(10, 45), minutes: 360 });
    const { body } = await open(owner, `week=${date}&event=${eventType.id}`);
    const between = body.overlaps.find(({ start }) => start === at(9, 30))!;
    expect([between.first, asked(between.href)]).toEqual([
      null,
      { path: "/booking/bookings/new", event: eventType.id, date },
    ]);
  });

  it("leads to the choice of an event type where none is chosen", async () => {
    const { owner, ines } = await studio();
    const { body } = await open(owner, `week=${date}`);
    expect(asked(body.overlaps[2]!.href)).toEqual({
      path: "/booking/bookings/new",
      members: [owner.id, ines.id].join(","),
      date,
    });
  });

  it("leads nowhere for whoever may not book it, with people who do not hold it, and once it is past", async () => {
    const { workspace, owner, eventType } = await studio();
    const member = await addMember(workspace);
    const hrefs = async (user: { id: string }, query: string) => {
      const { body } = await open(user, query);
      return [...body.overlaps, ...body.members.flatMap(({ free }) => free)].filter(({ href }) => href !== null);
    };
    expect(await hrefs(member, `week=${date}&event=${eventType.id}`)).toEqual([]);
    expect(await hrefs(member, `week=${date}`)).toEqual([]);
    const team = await createTeam(workspace, [member]);
    const own = await createEventType(workspace, { owner });
    expect(await hrefs(owner, `week=${date}&event=${own.id}&team=${team.slug}`)).toEqual([]);
    const past = (await open(owner, `week=${formatDate(wednesday - 70)}&event=${eventType.id}`)).body;
    expect(past.overlaps.map(({ isPast, href }) => [isPast, href])).toEqual(Array(5).fill([true, null]));
  });
});

describe("the team calendar on a night when clocks change", () => {
  it("has a date of 25 hours, and of 23", async () => {
    const { owner } = await studio();
    await db.update(users).set({ timezone: "Europe/Oslo" }).where(eq(users.id, owner.id));
    const lengths = async (week: string) => {
      const { days, daysWithout } = (await open(owner, `week=${week}`)).body;
      return [...days, ...daysWithout].map(({ from, to }) => (to - from) / 3_600_000);
    };
    expect((await lengths("2027-10-25")).at(-1)).toBe(25);
    expect((await lengths("2027-03-22")).at(-1)).toBe(23);
  });
});
