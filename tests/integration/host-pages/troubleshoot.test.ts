import { describe, expect, it } from "vitest";
import { formatDate, parseDate } from "~/domain/availability/calendar-days";
import { localDay } from "~/domain/availability/zones";
import { isoInstant } from "~/domain/time";
import * as route from "~/routes/booking.troubleshoot";
import {
  addMember,
  createBooking,
  createEventType,
  createTeam,
  createUser,
  createWorkspace,
  signIn,
} from "../../support/factories";
import { inOslo, wednesday } from "../../support/orders";
import { get } from "../../support/requests";

const date = formatDate(wednesday);
const ten = inOslo(10);

async function open(query: string, user: { id: string }) {
  const { cookie } = await signIn(user);
  const { status, body } = await get(route, `/booking/troubleshoot?${query}`, { cookie });
  if (body.state !== "open") throw new Error(`${status} ${body.state}`);
  // What is wrong with the address is told by the status too.
  expect(status, query).toBe(body.errors.length > 0 ? 400 : 200);
  return body;
}

async function studio(given: Partial<Parameters<typeof createEventType>[1]> = {}) {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner, name: "Survey", durationMinutes: 60, ...given });
  return { workspace, owner, eventType };
}

function paths({ errors }: { errors: { path: string }[] }) {
  return errors.map(({ path }) => path).sort();
}

describe("the troubleshooter", () => {
  it("opens without a question on the first event type and a day with hours", async () => {
    const { owner, eventType } = await studio();
    const page = await open("", owner);
    expect(page.offer.id).toBe(eventType.id);
    expect(page.day.starts).toHaveLength(8);
    expect(page.values).toEqual({
      event: eventType.id,
      host: "",
      duration: "60",
      date: formatDate(page.day.day),
      time: "",
    });
    expect(page.day.day).toBeGreaterThanOrEqual(localDay("Europe/Oslo", page.clock.now));
    expect(page.errors).toEqual([]);
  });

  it("explains what the address asks for", async () => {
    const { owner, eventType } = await studio({ durationOptions: [30, 60] });
    const { id } = await createBooking(eventType, { start: ten });
    const page = await open(`event=${eventType.id}&host=${owner.id}&duration=30&date=${date}&time=10:30`, owner);
    expect(page.values).toEqual({ event: eventType.id, host: owner.id, duration: "30", date, time: "10:30" });
    expect(page.day.asked).toMatchObject({ start: ten + 1_800_000, isOffered: false });
    expect(page.day.asked!.hosts[0]!.causes).toMatchObject([{ code: "claimed", claims: [{ booking: { id } }] }]);
    const byInstant = await open(`event=${eventType.id}&time=${isoInstant(ten)}`, owner);
    expect(byInstant.values).toMatchObject({ date, time: "10:00" });
  });

  it("tells both passes of a repeated hour apart", async () => {
    const { workspace, owner } = await createWorkspace();
    const eventType = await createEventType(workspace, { owner });
    const autumn = parseDate("2027-10-31")!;
    const page = await open(`event=${eventType.id}&time=2027-10-31T01:30:00Z`, owner);
    expect([page.day.day, page.values.time, page.isMoved]).toEqual([autumn, "02:30", false]);
    expect(page.day.to - page.day.from).toBe(25 * 3_600_000);
    expect((await open("date=2027-03-28&time=02:30", owner)).isMoved).toBe(true);
  });

  it("says what it could not read, and goes on with what fits", async () => {
    const { owner, eventType } = await studio();
    const stranger = await studio();
    const odd: [string, string[]][] = [
      ["event=1", ["event"]],
      [`event=${stranger.eventType.id}`, ["event"]],
      [`host=${stranger.owner.id}`, ["host"]],
      ["host=team:nobody", ["host"]],
      ["host=%00", ["host"]],
      ["duration=45", ["duration"]],
      ["duration=NaN&date=2026-02-30&time=25:00", ["date", "duration", "time"]],
      ["date=0000-00-00", ["date"]],
      ["date=9999-12-31", ["date"]],
      ["time=tomorrow", ["time"]],
      ["time=24:00", ["time"]],
      ["time=9999-12-31T23:59:59Z", ["time"]],
      [`time=${"9".repeat(5000)}`, ["time"]],
      ["date=1970-01-01&time=0:00", []],
      ["date=8999-12-31&time=23.59", []],
      ["time=5pm", []],
      ["event=&host=&duration=&date=&time=", []],
    ];
    for (const [query, wrong] of odd) {
      const page = await open(query, owner);
      expect(paths(page), query).toEqual(wrong);
      expect(page.offer.id, query).toBe(eventType.id);
    }
    expect((await open("date=2026-02-30&time=25:00", owner)).values).toMatchObject({
      date: "2026-02-30",
      time: "25:00",
    });
  });

  it("answers for the time after a gap, and for one on the next date keeps what was typed", async () => {
    const { workspace } = await createWorkspace();
    const host = await addMember(workspace, { user: await createUser({ timezone: "America/Nuuk" }) });
    await createEventType(workspace, { owner: host });
    const page = await open("date=2027-03-27&time=23:30", host);
    expect([page.isMoved, page.values.date, page.values.time]).toEqual([true, "2027-03-27", "23:30"]);
    expect(page.day.asked!.start).toBe(Date.parse("2027-03-28T01:30:00Z"));
  });

  it("answers for a team, all of it, one of it, or another team", async () => {
    const { workspace, owner } = await createWorkspace();
    const [second, third] = [await addMember(workspace), await addMember(workspace)];
    const team = await createTeam(workspace, [second, third], { name: "Field" });
    const empty = await createTeam(workspace, [], { name: "Nobody" });
    const hosts = [{ id: second.id, priority: 3 }, owner];
    const given = { owner, hosts, isTeamEvent: true, assignmentType: "round_robin" as const };
    const eventType = await createEventType(workspace, given);
    const ids = async (host: string) => (await open(`host=${host}&date=${date}`, owner)).day.hosts.map(({ id }) => id);
    expect(await ids("")).toEqual([owner.id, second.id]);
    expect(await ids(second.id)).toEqual([second.id]);
    expect((await ids(`team:${team.slug}`)).sort()).toEqual([second.id, third.id].sort());
    const { cookie } = await signIn(owner);
    const nobody = await get(route, `/booking/troubleshoot?event=${eventType.id}&host=team:${empty.slug}`, { cookie });
    expect(nobody.body.state).toBe("nobody");
  });
});

describe("who may open the troubleshooter", () => {
  it("members see what they own or host, owners and admins everything", async () => {
    const { workspace, owner, eventType } = await studio();
    const member = await addMember(workspace);
    const admin = await addMember(workspace, { role: "admin" });
    const { cookie } = await signIn(member);
    expect((await get(route, "/booking/troubleshoot", { cookie })).body.state).toBe("empty");
    const own = await createEventType(workspace, { owner: member, name: "Own" });
    const hosted = await createEventType(workspace, { owner, hosts: [member], name: "Hosted" });
    const page = await open(`event=${eventType.id}`, member);
    expect(page.choices.eventTypes.map(({ value }) => value)).toEqual([hosted.id, own.id]);
    expect(paths(page)).toEqual(["event"]);
    expect((await open("", admin)).choices.eventTypes).toHaveLength(3);
  });

  it("a member reads nothing of a colleague's booking but that the time is taken", async () => {
    const { workspace, owner } = await createWorkspace();
    const member = await addMember(workspace);
    const given = { owner, hosts: [owner, member], isTeamEvent: true, assignmentType: "round_robin" as const };
    const eventType = await createEventType(workspace, { ...given, durationMinutes: 60 });
    await createBooking(eventType, { start: ten, hostId: owner.id, inviteeName: "Secret Invitee" });
    const page = await open(`date=${date}`, member);
    expect(JSON.stringify(page)).not.toContain("Secret");
    expect(JSON.stringify(page)).toContain('"code":"claimed"');
    expect(JSON.stringify(await open(`date=${date}`, owner))).toContain("Secret Invitee");
  });

  it("is for signed-in hosts: others sign in first, and clients are turned away", async () => {
    const { workspace } = await studio();
    const nobody = await get(route, "/booking/troubleshoot?time=10:00");
    expect([nobody.status, nobody.headers.get("Location")]).toEqual([
      302,
      "/login?to=%2Fbooking%2Ftroubleshoot%3Ftime%3D10%3A00",
    ]);
    const client = await addMember(workspace, { role: "client" });
    expect((await get(route, "/booking/troubleshoot", await signIn(client))).status).toBe(403);
    const newcomer = await get(route, "/booking/troubleshoot", { cookie: (await signIn(await createUser())).cookie });
    expect(newcomer.headers.get("Location")).toBe("/booking/workspaces/new");
  });
});
