import { randomUUID } from "node:crypto";
import { unique } from "../../support/unique";
import { analyticsCalls } from "./analytics-rows";
import { apiKeyCalls } from "./api-key-rows";
import { coachCalls } from "./coach-rows";
import { linkCalls } from "./link-rows";
import { oneTimeCalls } from "./one-time-rows";
import { route, type Row } from "./row";
import { templateCalls } from "./template-rows";
import { v2Calls } from "./v2-rows";
import type { World } from "./world";

const ws = ({ workspace }: World) => ({ ws: workspace.slug });
const eventType = async (world: World) => ({ ...ws(world), id: (await world.eventType()).id });
const booking = async (world: World) => ({ ...ws(world), id: (await world.booking()).id });
const schedule = async (world: World) => ({ ...ws(world), id: (await world.schedule()).id });
const team = async (world: World) => ({ ...ws(world), team: (await world.team()).id });
const colleague = async (world: World) => ({ ...ws(world), userId: (await world.colleague()).id });
const calendar = async (world: World) => ({ ...ws(world), id: (await world.calendar()).id });
const invitation = async (world: World) => ({ token: (await world.invitation()).token });
const day = () => ({ from: "2027-01-04", to: "2027-01-05", timezone: "UTC" });
const newEventType = { name: "Route planning", duration_minutes: 30, location: { type: "google_meet", value: "" } };
const newSchedule = { name: "Mornings", timezone: "Europe/Oslo", availability: [] };

/** The JSON API of whoever is signed in. */
export const calls: Row[] = [
  route("api.v1.auth.logout", [["POST", "call of an account", 204]]),
  route("api.v1.me", [
    ["GET", "call of an account", 200],
    ["PATCH", "call of an account", 200, { body: () => ({ name: "Ada Okafor" }) }],
  ]),
  route("api.v1.invitations.$token", [["GET", "call of an account", 200]], { at: invitation }),
  route("api.v1.invitations.$token.accept", [["POST", "call of an account", 403]], { at: invitation }),
  route("api.v1.invitations.$token.decline", [["POST", "call of an account", 403]], { at: invitation }),

  route("api.v1.workspaces", [
    ["GET", "call of an account", 200],
    ["POST", "call of an account", 400, { body: () => ({ name: "Acme", slug: "admin" }) }],
  ]),
  route(
    "api.v1.workspaces.$ws",
    [
      ["GET", "call of any member", 200],
      ["PATCH", "call of admins", 200, { body: () => ({ description: "Field work." }) }],
    ],
    { at: ws },
  ),
  route(
    "api.v1.workspaces.$ws.members",
    [
      ["GET", "call of hosts", 200],
      ["POST", "call of admins", 201, { body: () => ({ email: `${unique()}@example.com`, role: "member" }) }],
    ],
    { at: ws },
  ),
  route(
    "api.v1.workspaces.$ws.members.$userId",
    [
      ["GET", "call of hosts", 200],
      ["PATCH", "call of admins", 200, { body: () => ({ role: "admin" }) }],
      ["PATCH", "call of admins", 200, { body: () => ({ status: "deactivated" }) }],
      ["DELETE", "call of admins", 204],
    ],
    { at: colleague },
  ),
  route(
    "api.v1.workspaces.$ws.teams._index",
    [
      ["GET", "call of hosts", 200],
      ["POST", "call of admins", 201, { body: () => ({ name: "Field", slug: `field-${unique()}`, member_ids: [] }) }],
    ],
    { at: ws },
  ),
  route(
    "api.v1.workspaces.$ws.teams.$team",
    [
      ["GET", "call of hosts", 200],
      ["PATCH", "call of admins", 200, { body: () => ({ name: "Field" }) }],
      ["DELETE", "call of admins", 204],
    ],
    { at: team },
  ),

  route(
    "api.v1.workspaces.$ws.booking.event-types._index",
    [
      ["GET", "call of hosts", 200],
      ["POST", "call of hosts", 201, { body: () => newEventType }],
    ],
    { at: ws },
  ),
  route(
    "api.v1.workspaces.$ws.booking.event-types.$id",
    [
      ["GET", "call of hosts", 200],
      ["PATCH", "call of admins", 200, { body: () => ({ name: "Route planning" }) }],
      ["DELETE", "call of admins", 204],
    ],
    { at: eventType },
  ),
  route(
    "api.v1.workspaces.$ws.booking.schedules._index",
    [
      ["GET", "call of hosts", 200],
      ["POST", "call of hosts", 201, { body: () => newSchedule }],
    ],
    { at: ws },
  ),
  route(
    "api.v1.workspaces.$ws.booking.schedules.$id",
    [
      ["GET", "call about nobody else's", 200],
      ["PATCH", "call about nobody else's", 200, { body: () => ({ name: "Afternoons" }) }],
      ["DELETE", "call about nobody else's", 204],
    ],
    { at: schedule },
  ),
  route("api.v1.workspaces.$ws.booking.calendars._index", [["GET", "call of any member", 200]], { at: ws }),
  route(
    "api.v1.workspaces.$ws.booking.calendars.$id._index",
    [
      ["GET", "call about what is the owner's alone", 200],
      ["PATCH", "call about what is the owner's alone", 200, { body: () => ({ check_conflicts: false }) }],
      ["DELETE", "call about what is the owner's alone", 204],
    ],
    { at: calendar },
  ),
  route("api.v1.workspaces.$ws.booking.calendars.$id.sync", [["POST", "call about what is the owner's alone", 202]], {
    at: calendar,
  }),
  route(
    "api.v1.workspaces.$ws.booking.calendars.connect.$provider",
    [
      ["GET", "call of any member", 409],
      ["POST", "call of any member", 409, { body: () => ({ code: "a-code", state: "a-state" }) }],
    ],
    { at: (world) => ({ ...ws(world), provider: "google" }) },
  ),
  // Without a workspace in the path, everybody acts in their own.
  route("api.v1.calendar.$provider.auth-url", [["GET", "call of an account", 409]], {
    at: () => ({ provider: "outlook" }),
    query: () => ({ redirect_uri: "http://localhost:3000/done" }),
  }),
  route("api.v1.calendar.sync-booking", [["POST", "call of any member in their own", 404]], {
    body: () => ({ booking_id: randomUUID(), calendar_type: "google", timezone: "UTC" }),
  }),
  route("api.v1.calendar.$provider.exchange-token", [["POST", "call of an account", 409]], {
    at: () => ({ provider: "outlook" }),
    body: () => ({ code: "a-code", state: "a-state" }),
  }),
  ...analyticsCalls,
  ...apiKeyCalls,
  ...templateCalls,
  ...coachCalls,
  ...linkCalls,
  ...oneTimeCalls,
  route("api.v1.bookings.contacts", [["GET", "call of hosts in their own", 200]], { query: () => ({ q: "mei" }) }),
  route("api.v1.workspaces.$ws.booking.bookings._index", [["GET", "call of hosts", 200]], { at: ws }),
  route(
    "api.v1.workspaces.$ws.booking.bookings.$id",
    [
      ["GET", "call about the owner's", 200],
      ["PATCH", "call about the owner's", 200, { body: () => ({ notes: "Bring the plans." }) }],
      ["DELETE", "call about the owner's", 204],
    ],
    { at: booking },
  ),
  route("api.v1.workspaces.$ws.booking.availability.team-calendar", [["GET", "call of hosts", 200]], {
    at: ws,
    query: day,
  }),
  route("api.v1.workspaces.$ws.booking.availability.team.$eventType", [["GET", "call of hosts", 200]], {
    at: async (world) => ({ ...ws(world), eventType: (await world.eventType()).id }),
    query: day,
  }),
  ...v2Calls,
].flat();
