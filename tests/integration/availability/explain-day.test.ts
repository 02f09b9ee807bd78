import { describe, expect, it } from "vitest";
import { causeWords, plainText } from "~/domain/availability/cause-words";
import { DAY_MS, formatDate, parseDate, weekday } from "~/domain/availability/calendar-days";
import { explainDay } from "~/domain/availability/explain-day.server";
import { codesOf, type ExplainedDay, type ExplainedStart } from "~/domain/availability/explained-day";
import { openSlots } from "~/domain/availability/open-slots.server";
import { wallToInstant } from "~/domain/availability/zones";
import { findEventType } from "~/domain/event-types/event-types.server";
import type { Role } from "~/domain/workspaces/roles";
import {
  addMember,
  createBooking,
  createBusyBlock,
  createConnection,
  createEventType,
  createSchedule,
  createUser,
  createWorkspace,
} from "../../support/factories";

const today = Math.floor(Date.now() / DAY_MS);
/** A Wednesday within every window. Everybody is in Oslo and works from 9 to 17. */
const day = today + 14 + ((2 - weekday(today) + 7) % 7);
const date = formatDate(day);
const at = (hour: number, minutes = 0, on = day) => wallToInstant("Europe/Oslo", on, hour * 60 + minutes);

type Given = Partial<Parameters<typeof createEventType>[1]>;
type Asked = {
  viewer?: { id: string };
  role?: Role;
  day?: number;
  time?: { minutes: number } | { at: number };
  now?: number;
};

async function studio(given: Given = {}) {
  const { workspace, owner } = await createWorkspace();
  const row = await createEventType(workspace, { owner, durationMinutes: 60, ...given });
  const explain = async ({ viewer = owner, role = "owner", now = Date.now(), ...asked }: Asked = {}) => {
    const eventType = (await findEventType(workspace.id, row.id))!;
    const hosts = eventType.members.map(({ userId, name }) => ({ id: userId, name }));
    const { durationMinutes } = eventType;
    const question = { eventType, hosts, durationMinutes, day, viewer: { userId: viewer.id, role }, now, ...asked };
    const found = await explainDay(question);
    const { from, to } = found;
    const { slots } = await openSlots({ eventType, durationMinutes, range: { from, to }, now });
    // Whatever else a test looks at: what is called offered is what is offered.
    expect(found.starts.filter(({ isOffered }) => isOffered).map(({ start }) => start)).toEqual(slots);
    return found;
  };
  return { workspace, owner, row, explain };
}

function startAt(found: ExplainedDay, instant: number): ExplainedStart {
  return found.starts.find(({ start }) => start === instant)!;
}

function codesAt(found: ExplainedDay, instant: number) {
  return startAt(found, instant).hosts.map(codesOf);
}

function sentences(found: ExplainedDay, start: ExplainedStart, index = 0) {
  const clock = { zone: found.zone, locale: "en", now: Date.now() };
  const { bufferBefore, bufferAfter } = found;
  const host = { name: found.hosts[index]!.name, isYou: true };
  const telling = { start: start.start, end: start.end, bufferBefore, bufferAfter, host, clock };
  return start.hosts[index]!.causes.map((cause) => plainText(causeWords(cause, telling)));
}

describe("the explanation of a day", () => {
  it("gives every start its reason, with what stands behind it", async () => {
    const { workspace, owner, row, explain } = await studio({ bufferAfter: 15, maxPerDay: 3 });
    const booking = await createBooking(row, { start: at(13), inviteeName: "María-José Etxeberria" });
    const calendar = await createConnection(workspace, owner, { name: "Feltarbeid" });
    await createBusyBlock(calendar, { start: at(10, 30), minutes: 45 });
    const found = await explain();
    expect(found.starts.map(({ start }) => start)).toEqual([9, 10, 11, 12, 13, 14, 15, 16].map((hour) => at(hour)));
    expect(found.starts.map(({ hosts }) => hosts.flatMap(codesOf))).toEqual([
      [],
      ["busy"],
      ["busy"],
      ["claimed"],
      ["claimed"],
      ["claimed"],
      [],
      [],
    ]);
    expect(found.hosts[0]!.open).toEqual([{ start: at(9), end: at(17) }]);
    expect(found.hosts[0]!.claims).toEqual([
      {
        start: at(13),
        end: at(14, 15),
        booking: { id: booking.id, invitee: "María-José Etxeberria", start: at(13), end: at(14) },
      },
    ]);
    expect(found.hosts[0]!.busy).toMatchObject([{ calendar: { name: "Feltarbeid", provider: "google" } }]);
    expect(sentences(found, startAt(found, at(13)))).toEqual(["Taken: María-José Etxeberria, 13:00 – 14:00."]);
    expect(found.checks.daily).toEqual({ isMet: true, limit: 3, counts: [{ name: owner.name, count: 1 }] });
  });

  it("leaves out calendars that are not looked at for conflicts", async () => {
    const { workspace, owner, explain } = await studio();
    await createBusyBlock(await createConnection(workspace, owner, { checkConflicts: false }), { start: at(10) });
    const found = await explain();
    expect([found.hosts[0]!.busy, codesAt(found, at(10))]).toEqual([[], [[]]]);
  });

  it("names each of the rules on dates and numbers", async () => {
    const codes = async (given: Given, now?: number, start = at(10)) => {
      const { row, explain } = await studio(given);
      await createBooking(row, { start: at(15) });
      return codesAt(await explain({ now }), start)[0];
    };
    expect(await codes({ excludedDates: [date] })).toEqual(["excluded_date"]);
    expect(await codes({ minimumNoticeMinutes: 120 }, at(9))).toEqual(["notice"]);
    expect(await codes({ bookingWindowDays: 1 })).toEqual(["window"]);
    expect(await codes({ maxPerDay: 1 })).toEqual(["daily_limit"]);
    expect(await codes({ maxPerWeek: 1 })).toEqual(["weekly_limit"]);
    expect(await codes({ durationMinutes: 90 }, undefined, at(16, 30))).toEqual(["outside_hours"]);
  });

  it("explains a time that is no start, and one that the clock skips", async () => {
    const { explain } = await studio();
    const asked = (await explain({ time: { minutes: 570 } })).asked!;
    expect(asked).toMatchObject({ start: at(9, 30), isOffered: false });
    expect(asked.hosts[0]!.causes).toEqual([{ code: "outside_hours", how: "off_grid", stepMinutes: 60, from: at(9) }]);
    const onGrid = (await explain({ time: { at: at(10) } })).asked!;
    expect(onGrid).toMatchObject({ start: at(10), isOffered: true });
    const spring = parseDate("2027-03-28")!;
    const skipped = await explain({ day: spring, time: { minutes: 150 } });
    expect([skipped.asked!.start, skipped.to - skipped.from]).toEqual([
      Date.parse("2027-03-28T01:30:00Z"),
      23 * 3_600_000,
    ]);
  });

  it("has no starts on a closed date, and says why it is closed", async () => {
    const { workspace, owner, row, explain } = await studio();
    expect((await explain({ day: day + 4 })).hosts[0]!.closed).toEqual({ by: "weekday", weekday: 6 });
    const named = await createSchedule(workspace, owner, { name: "Winter", overrides: { [date]: [] } });
    expect((await explain()).starts).toHaveLength(8);
    const own = await createEventType(workspace, { owner, scheduleId: named.id });
    expect(row.scheduleId).toBeNull();
    const eventType = (await findEventType(workspace.id, own.id))!;
    const hosts = [{ id: owner.id, name: owner.name }];
    const viewer = { userId: owner.id, role: "owner" as const };
    const found = await explainDay({ eventType, hosts, durationMinutes: 30, day, viewer, now: Date.now() });
    expect([found.starts, found.hosts[0]!.closed]).toEqual([[], { by: "date", note: "" }]);
  });

  it("opens at today or the next date with hours", async () => {
    const { explain } = await studio();
    expect((await explain({ day: undefined, now: at(8) })).day).toBe(day);
    expect((await explain({ day: undefined, now: at(18) })).day).toBe(day + 1);
    expect((await explain({ day: undefined, now: at(18, 0, day + 2) })).day).toBe(day + 5);
  });

  it("answers for each host of a team, and says who has no hours", async () => {
    const { workspace, owner } = await createWorkspace();
    const second = await addMember(workspace);
    const guest = await addMember(workspace, { role: "client" });
    const team = { owner, hosts: [owner, second], isTeamEvent: true, assignmentType: "round_robin" as const };
    const row = await createEventType(workspace, { ...team, durationMinutes: 60 });
    await createBooking(row, { start: at(10), hostId: owner.id });
    const eventType = (await findEventType(workspace.id, row.id))!;
    const hosts = [owner, second, guest].map(({ id, name }) => ({ id, name }));
    const ask = {
      hosts,
      durationMinutes: 60,
      day,
      viewer: { userId: owner.id, role: "owner" as const },
      now: Date.now(),
    };
    const found = await explainDay({ eventType, ...ask });
    expect(startAt(found, at(10))).toMatchObject({ isOffered: true });
    expect(codesAt(found, at(10))).toEqual([["claimed"], []]);
    expect(found.withoutHours).toEqual([guest.name]);
    const all = await explainDay({ eventType: { ...eventType, assignmentType: "all_hands" }, ...ask });
    expect([all.starts, all.hosts, all.withoutHours]).toEqual([[], [], [guest.name]]);
  });
});

describe("whose details it shows", () => {
  it("to a colleague only that the time is taken, to those who may see all of it what by", async () => {
    const { workspace, owner, row, explain } = await studio();
    const colleague = await addMember(workspace);
    const admin = await addMember(workspace, { role: "admin" });
    await createBooking(row, { start: at(10), inviteeName: "Secret Invitee" });
    await createBusyBlock(await createConnection(workspace, owner, { name: "Secret calendar" }), { start: at(13) });
    const seen = JSON.stringify(await explain({ viewer: colleague, role: "member" }));
    expect(seen).not.toContain("Secret");
    const asAdmin = JSON.stringify(await explain({ viewer: admin, role: "admin" }));
    expect([asAdmin.includes("Secret Invitee"), asAdmin.includes("Secret calendar")]).toEqual([true, true]);
  });

  it("of another workspace's bookings and calendars nothing to anybody else", async () => {
    const host = await createUser();
    const { workspace, owner } = await createWorkspace();
    await addMember(workspace, { user: host });
    const row = await createEventType(workspace, { owner, hosts: [host], durationMinutes: 60 });
    const elsewhere = await createWorkspace({ owner: host });
    const theirs = await createEventType(elsewhere.workspace, { owner: host, durationMinutes: 60 });
    await createBooking(theirs, { start: at(10), inviteeName: "Secret Invitee" });
    await createBusyBlock(await createConnection(elsewhere.workspace, host, { name: "Secret calendar" }), {
      start: at(13),
    });
    const eventType = (await findEventType(workspace.id, row.id))!;
    const hosts = [{ id: host.id, name: host.name }];
    const explain = (userId: string, role: Role) =>
      explainDay({ eventType, hosts, durationMinutes: 60, day, viewer: { userId, role }, now: Date.now() });
    const found = await explain(owner.id, "owner");
    expect(JSON.stringify(found)).not.toContain("Secret");
    expect([codesAt(found, at(10)), codesAt(found, at(13))]).toEqual([[["claimed"]], [["busy"]]]);
    expect(sentences(found, startAt(found, at(10)))).toEqual(["Taken: another booking, 10:00 – 11:00."]);
    const own = JSON.stringify(await explain(host.id, "member"));
    expect([own.includes("Secret Invitee"), own.includes("Secret calendar")]).toEqual([false, true]);
  });
});
