import { describe, expect, it } from "vitest";
import { formatDate, parseDate } from "~/domain/availability/calendar-days";
import { codesOf } from "~/domain/availability/explained-day";
import { db } from "~db/client";
import { bookingDateOverrides } from "~db/schema";
import { codesAt, explained, sentences, startAt, studio } from "../../support/explained-days";
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
import { inOslo as at, wednesday as day } from "../../support/orders";

/** Everybody is in Oslo and works from 9 to 17, if nothing else is said. */
const date = formatDate(day);

type Given = Parameters<typeof studio>[0];

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

  it("explains a time that falls into a gap before midnight, and so on the next date", async () => {
    const { workspace } = await createWorkspace();
    const host = await addMember(workspace, { user: await createUser({ timezone: "America/Nuuk" }) });
    const row = await createEventType(workspace, { owner: host, durationMinutes: 60 });
    // The clock goes from 23:00 to 24:00, which is one in the morning in UTC.
    const midnight = Date.parse("2027-03-28T01:00:00Z");
    await createBusyBlock(await createConnection(workspace, host), { start: midnight + 75 * 60_000, minutes: 5 });
    const found = await explained(row, {
      day: parseDate("2027-03-27")!,
      time: { minutes: 23 * 60 + 30 },
      role: "member",
    });
    expect([found.to, found.asked!.start]).toEqual([midnight, midnight + 30 * 60_000]);
    expect(codesOf(found.asked!.hosts[0]!)).toContain("busy");
    expect(found.asked!.hosts[0]!.causes.find(({ code }) => code === "busy")).toMatchObject({ blocks: [{}] });
  });

  it("says of a closed date what its note says", async () => {
    const { workspace, owner } = await createWorkspace();
    const schedule = await createSchedule(workspace, owner, { name: "Winter" });
    const other = { workspaceId: workspace.id, scheduleId: schedule.id, date, intervals: [], note: "Christmas Day" };
    await db.insert(bookingDateOverrides).values(other);
    const row = await createEventType(workspace, { owner, scheduleId: schedule.id });
    const found = await explained(row, { time: { minutes: 600 } });
    expect(sentences(found, found.asked!)).toEqual(["Closed: Christmas Day."]);
  });

  it("has no starts on a closed date, and says why it is closed", async () => {
    const { workspace, owner, row, explain } = await studio();
    expect((await explain({ day: day + 4 })).hosts[0]!.closed).toEqual({ by: "weekday", weekday: 6 });
    const named = await createSchedule(workspace, owner, { name: "Winter", overrides: { [date]: [] } });
    expect((await explain()).starts).toHaveLength(8);
    const own = await createEventType(workspace, { owner, scheduleId: named.id });
    expect(row.scheduleId).toBeNull();
    const found = await explained(own);
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
    const hostIds = [owner.id, second.id, guest.id];
    const found = await explained(row, { hostIds });
    expect(startAt(found, at(10))).toMatchObject({ isOffered: true });
    expect(codesAt(found, at(10))).toEqual([["claimed"], []]);
    expect(found.withoutHours).toEqual([guest.name]);
    const together = await createEventType(workspace, { ...team, assignmentType: "all_hands" });
    const all = await explained(together, { hostIds });
    expect([all.starts, all.hosts, all.withoutHours]).toEqual([[], [], [guest.name]]);
  });
});
