import { inOslo, wednesday } from "../../../support/orders";
import type { World } from "../../rights/world";
import { at, type ContractRow } from "./row";

const ws = ({ workspace }: World) => workspace.slug;
const own = "/api/v1/workspaces/{ws}/booking";
const open = "/api/v1/public/book/{ws}";
const event = async (world: World) => (await world.eventType()).slug;
const teamEvent = async (world: World) => (await world.teamEvent()).slug;
const days = { from: "2027-01-04", to: "2027-01-05", timezone: "Asia/Tokyo" };

/** All that an event type can be. */
const everything = {
  name: "Kitchen consultation",
  description: "What you want, and what it costs.",
  duration_minutes: 30,
  duration_options: [60, 45],
  slot_interval_minutes: 15,
  buffer_before: 5,
  buffer_after: 10,
  minimum_notice_minutes: 240,
  booking_window_days: 90,
  max_per_day: 4,
  max_per_week: 12,
  excluded_dates: ["2026-12-24"],
  location: { type: "in_person", value: "Storgata 1, Oslo" },
  requires_confirmation: true,
  cancel_notice_hours: 24,
};

const mornings = {
  name: "Mornings",
  timezone: "Europe/Oslo",
  availability: [{ weekday: "monday", start: "09:00", end: "12:00" }],
  overrides: [
    { date: "2026-12-24", intervals: [] },
    { date: "2026-12-31", intervals: [{ start: "10:00", end: "24:00" }] },
  ],
};

let halfHours = 0;
const booking = () => ({
  start: new Date(inOslo(9, 30 * halfHours++, wednesday + 5)).toISOString(),
  timezone: "Asia/Tokyo",
  name: "Mei Tanaka",
  email: "mei@example.com",
  guests: ["wolfgang@hohenstein.example"],
});

/** What is on offer, when, and how it is booked. */
export const offerRows: ContractRow[] = [
  ...at(`${own}/event-types`, { ws }, [
    ["POST", 201, { body: () => everything }],
    ["POST", 201, { body: () => ({ name: "Coffee", duration_minutes: 15 }) }],
    ["GET", 200, { query: () => ({ limit: "2", offset: "1" }) }],
  ]),
  ...at(`${own}/event-types/{id}`, { ws, id: async (world) => (await world.eventType()).id }, [
    ["GET", 200],
    ["PATCH", 200, { body: () => ({ max_per_day: null, is_active: false }) }],
    ["DELETE", 204],
  ]),
  ...at(`${own}/event-types/{id}`, { ws, id: async (world) => (await world.teamEvent()).id }, [["GET", 200]]),
  ...at(`${own}/schedules`, { ws }, [
    ["POST", 201, { body: () => mornings }],
    ["GET", 200],
  ]),
  ...at(`${own}/schedules/{id}`, { ws, id: async (world) => (await world.schedule()).id }, [
    ["GET", 200],
    ["PATCH", 200, { body: () => ({ overrides: mornings.overrides }) }],
    ["DELETE", 204],
  ]),
  ...at(open, { ws }, [["GET", 200, { as: "nobody" }]]),
  ...at(`${open}/teams`, { ws }, [["GET", 200, { as: "nobody" }]]),
  ...at(`${open}/team/{team}`, { ws, team: async (world) => (await world.team()).slug }, [
    ["GET", 200, { as: "nobody" }],
  ]),
  ...at(`${open}/{event}/slots`, { ws, event }, [["GET", 200, { as: "nobody", query: () => days }]]),
  ...at(`${open}/{event}/book`, { ws, event }, [["POST", 201, { as: "nobody", body: booking }]]),
  ...at(`${open}/{event}/book`, { ws, event: teamEvent }, [
    ["POST", 201, { as: "nobody", body: ({ users }) => ({ ...booking(), members: [users.owner.id] }) }],
  ]),
];
