import { addMember } from "../../support/factories";
import { inOslo } from "../../support/orders";
import { sessionOf } from "../../support/sessions";
import { route, type Row } from "./row";
import type { World } from "./world";

const inOurs = ({ workspace }: World) => ({ workspace: workspace.id });

/** The client's, with a coach who has nothing else. */
const session = async ({ workspace, users }: World) => {
  const coach = await addMember(workspace);
  return { id: (await sessionOf({ workspace, coach, client: users.client })).id };
};

const order = (coach: { id: string }) => ({
  coach_id: coach.id,
  session_datetime: new Date(inOslo(10)).toISOString(),
  duration_minutes: 60,
});

/** Coaches, and the sessions that clients book with them. */
export const coachCalls: Row[] = [
  route("api.v1.coaches", [["GET", "call of any member in their own", 200]]),
  route("api.v1.booking._index", [
    ["POST", "call of clients in their own", 201, { body: ({ users }) => order(users.member) }],
  ]),
  route(
    "api.v1.booking.$id._index",
    [
      ["GET", "call about the client's session", 200],
      ["DELETE", "call about the client's session", 204],
    ],
    { at: session },
  ),
  route(
    "api.v1.booking.$id.status",
    [["PATCH", "call about the client's session, for hosts", 200, { body: () => ({ status: "confirmed" }) }]],
    { at: session },
  ),
  route("api.v1.booking.client.$id", [["GET", "call about a client, for themselves and admins", 200]], {
    at: ({ users }) => ({ id: users.client.id }),
    query: inOurs,
  }),
  route("api.v1.booking.coach.$id._index", [["GET", "call of admins", 200]], {
    at: ({ users }) => ({ id: users.owner.id }),
    query: inOurs,
  }),
].flat();

/** When a coach is free, which anybody may know. */
export const openCoaches: Row[] = [
  route("api.v1.booking.coach.$id.availability", [["GET", "call for everybody", 200]], {
    at: ({ users }) => ({ id: users.owner.id }),
    query: () => ({ start_date: "2027-01-04", end_date: "2027-01-05" }),
  }),
].flat();
