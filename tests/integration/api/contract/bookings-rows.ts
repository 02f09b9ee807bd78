import { inOslo } from "../../../support/orders";
import { allHandsMeeting } from "../../bookings/rsvp-studio";
import type { World } from "../../rights/world";
import { at, type ContractRow } from "./row";

const ws = ({ workspace }: World) => workspace.slug;
const booking = async (world: World) => (await world.booking()).id;
const request = async (world: World) => (await world.request()).id;
const days = { from: "2027-01-04", to: "2027-01-05", timezone: "Asia/Tokyo" };

/** The key of a host who is asked whether they come. */
async function key() {
  const start = new Date(inOslo(10)).toISOString();
  const { tomas, tokenOf } = await allHandsMeeting({ input: { start }, clock: Date.now() });
  return (await tokenOf(tomas))!;
}

const own = "/api/v1/workspaces/{ws}/booking";

export const bookingsRows: ContractRow[] = [
  ...at(`${own}/bookings`, { ws }, [["GET", 200, { query: () => ({ status: "confirmed", from: "2026-01-01" }) }]]),
  ...at(`${own}/bookings/{id}`, { ws, id: booking }, [
    ["GET", 200],
    ["PATCH", 200, { body: () => ({ notes: "Room 4" }) }],
    ["DELETE", 204, { query: () => ({ reason: "The train does not run." }) }],
  ]),
  ...at(`${own}/bookings/{id}`, { ws, id: request }, [["PATCH", 200, { body: () => ({ status: "confirmed" }) }]]),
  ...at(`${own}/availability/team/{event_type}`, { ws, event_type: async (world) => (await world.eventType()).id }, [
    ["GET", 200, { query: () => days }],
  ]),
  ...at(`${own}/availability/team-calendar`, { ws }, [
    [
      "GET",
      200,
      {
        query: async (world) => {
          const date = (await world.booking()).startTime.toISOString().slice(0, 10);
          return { from: date, to: date };
        },
      },
    ],
    ["GET", 200, { as: "member", query: () => days }],
  ]),
  ...at("/api/v1/booking/rsvp/{token}", { token: key }, [["GET", 200, { as: "nobody" }]]),
  ...at("/api/v1/booking/rsvp/{token}/respond", { token: key }, [
    ["POST", 200, { as: "nobody", body: () => ({ response: "accept" }) }],
  ]),
];
