import { describe, expect, it } from "vitest";
import { formatDate } from "~/domain/availability/calendar-days";
import { wallToInstant } from "~/domain/availability/zones";
import { isoInstant } from "~/domain/time";
import * as calendarRoute from "~/routes/api.v1.workspaces.$ws.booking.availability.team-calendar";
import * as teamRoute from "~/routes/api.v1.workspaces.$ws.booking.availability.team.$eventType";
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
import { callApi } from "../../support/requests";

type Stretch = { start: string; end: string };
type Json = {
  timezone: string;
  members: { user_id: string; name: string; timezone: string; open: Stretch[]; busy: Stretch[] }[];
  bookings: { id?: string; user_ids: string[]; start_time: string; end_time: string; status: string }[];
  overlaps: Stretch[];
  errors: { path: string }[];
};

const date = formatDate(wednesday);
const day = `from=${date}&to=${date}`;
const stretch = (start: number, end: number) => ({ start: isoInstant(start), end: isoInstant(end) });
const atTen = { start_time: isoInstant(at(10)), end_time: isoInstant(at(10, 30)) };

async function studio() {
  const owner = await createUser({ name: "Ada Okafor" });
  const { workspace } = await createWorkspace({ owner });
  const ines = await addMember(workspace, { user: await createUser({ name: "Ines Duarte" }) });
  const both = { hosts: [owner, ines], isTeamEvent: true, assignmentType: "round_robin" as const };
  const row = await createEventType(workspace, { owner, ...both });
  const base = `/api/v1/workspaces/${workspace.slug}/booking/availability`;
  const ws = workspace.slug;
  const calendar = async (query: string, user: { id: string } = owner) =>
    callApi<Json>(calendarRoute, "GET", `${base}/team-calendar?${query}`, {
      params: { ws },
      token: (await signIn(user)).token,
    });
  const team = async (eventType: string, query: string, user: { id: string } = owner) =>
    callApi<Json>(teamRoute, "GET", `${base}/team/${eventType}?${query}`, {
      params: { ws, eventType },
      token: (await signIn(user)).token,
    });
  return { workspace, owner, ines, row, calendar, team };
}

describe("an event type's hosts in the API", () => {
  it("are open and busy, and all of them free, by stretches", async () => {
    const { workspace, owner, ines, row, team } = await studio();
    await createBooking(row, { start: at(10), hostId: ines.id });
    await createBusyBlock(await createConnection(workspace, ines), { start: at(10, 30) });
    const { status, body } = await team(row.id.toUpperCase(), `${day}&timezone=Europe/Oslo`);
    expect(status).toBe(200);
    const open = [stretch(at(9), at(17))];
    const [ada, other] = [
      { user_id: owner.id, name: "Ada Okafor", timezone: "Europe/Oslo", open, busy: [] },
      { user_id: ines.id, name: "Ines Duarte", timezone: "Europe/Oslo", open, busy: [stretch(at(10), at(11, 30))] },
    ];
    expect(body).toEqual({
      timezone: "Europe/Oslo",
      members: [ada, other],
      overlaps: [stretch(at(9), at(10)), stretch(at(11, 30), at(17))],
    });
  });

  it("are looked at on dates of the zone that is asked for, else the caller's", async () => {
    const { row, team } = await studio();
    const { overlaps } = (await team(row.id, `${day}&timezone=Asia/Tokyo`)).body;
    expect(overlaps.at(-1)).toEqual(stretch(at(9), wallToInstant("Asia/Tokyo", wednesday + 1, 0)));
    expect((await team(row.id, day)).body.timezone).toBe("Europe/Oslo");
  });
});

describe("the team calendar in the API", () => {
  it("has meetings too, narrowed to a team or an event type", async () => {
    const { workspace, owner, ines, row, calendar } = await studio();
    const { id } = await createTeam(workspace, [ines]);
    const own = await createEventType(workspace, { owner });
    const mine = await createBooking(own, { start: at(10), inviteeName: "Mei Tanaka" });
    const theirs = await createBooking(row, { start: at(12), hostId: ines.id, status: "pending" });
    const all = (await calendar(day)).body;
    expect(all.bookings).toEqual([
      {
        ...atTen,
        id: mine.id,
        invitee_name: "Mei Tanaka",
        user_ids: [owner.id],
        status: "confirmed",
      },
      expect.objectContaining({ id: theirs.id, user_ids: [ines.id], status: "pending" }),
    ]);
    const names = async (query: string) => (await calendar(`${day}&${query}`)).body.members.map(({ name }) => name);
    expect(await names(`team_id=${id}`)).toEqual(["Ines Duarte"]);
    expect(await names(`event_type_id=${own.id}`)).toEqual(["Ada Okafor"]);
    expect(await names(`event_type_id=${own.id}&team_id=${id.toUpperCase()}`)).toEqual(["Ines Duarte"]);
  });

  it("says of others' meetings only when they are", async () => {
    const { workspace, owner, ines, row, calendar } = await studio();
    const { id } = await createBooking(row, { start: at(10), inviteeName: "Secret Invitee" });
    await createBusyBlock(await createConnection(workspace, owner, { name: "Secret calendar" }), { start: at(13) });
    const { body, text } = await calendar(day, ines);
    expect(body.bookings).toEqual([{ ...atTen, user_ids: [owner.id], status: "confirmed" }]);
    expect([text.includes("Secret"), text.includes(id)]).toEqual([false, false]);
  });

  it("names the field that is wrong", async () => {
    const { row, calendar, team } = await studio();
    const odd: [string, string[]][] = [
      ["", ["from", "to"]],
      [`from=${date}&to=tomorrow`, ["to"]],
      [`from=${date}&to=${formatDate(wednesday - 1)}`, ["to"]],
      [`from=${date}&to=${formatDate(wednesday + 62)}`, ["to"]],
      [`${day}&timezone=Mars/Base`, ["timezone"]],
    ];
    for (const [query, paths] of odd) {
      for (const { status, body } of [await calendar(query), await team(row.id, query)]) {
        expect([status, body.errors.map(({ path }) => path)], query).toEqual([400, paths]);
      }
    }
    const ids = await calendar(`${day}&team_id=1&event_type_id=%00`);
    expect([ids.status, ids.body.errors.map(({ path }) => path)]).toEqual([400, ["team_id", "event_type_id"]]);
    expect((await calendar(`from=${date}&to=${formatDate(wednesday + 61)}`)).status).toBe(200);
  });

  it("is not there for what is not there, nor for strangers, and not open to clients", async () => {
    const { workspace, row, calendar, team } = await studio();
    const other = await studio();
    const client = await addMember(workspace, { role: "client" });
    expect((await team(other.row.id, day)).status).toBe(404);
    expect((await team("%00", day)).status).toBe(404);
    expect((await calendar(`${day}&event_type_id=${other.row.id}`)).status).toBe(404);
    expect((await calendar(`${day}&team_id=${workspace.id}`)).status).toBe(404);
    for (const [user, status] of [
      [client, 403],
      [other.owner, 404],
    ] as const) {
      expect([(await team(row.id, day, user)).status, (await calendar(day, user)).status]).toEqual([status, status]);
    }
  });
});
