import { addMember } from "../../../support/factories";
import { inOslo } from "../../../support/orders";
import { sessionOf } from "../../../support/sessions";
import type { World } from "../../rights/world";
import { at, type ContractRow } from "./row";

const session = async ({ workspace, users }: World) => {
  const coach = await addMember(workspace);
  return (await sessionOf({ workspace, coach, client: users.client })).id;
};

const order = async ({ workspace }: World) => ({
  coach_id: (await addMember(workspace)).id,
  session_datetime: new Date(inOslo(10)).toISOString(),
  duration_minutes: 60,
  notes: "Looking forward to it.",
});

const dates = () => ({ start_date: "2027-01-04", end_date: "2027-01-05", duration_minutes: "45" });

export const coachRows: ContractRow[] = [
  ...at("/api/v1/coaches", {}, [["GET", 200, { as: "client" }]]),
  ...at("/api/v1/booking", {}, [["POST", 201, { as: "client", body: order }]]),
  ...at("/api/v1/booking/{id}", { id: session }, [
    ["GET", 200, { as: "client" }],
    ["DELETE", 204, { as: "client" }],
  ]),
  ...at("/api/v1/booking/{id}/status", { id: session }, [["PATCH", 200, { body: () => ({ status: "confirmed" }) }]]),
  ...at("/api/v1/booking/client/{id}", { id: ({ users }) => users.client.id }, [["GET", 200, { as: "client" }]]),
  ...at("/api/v1/booking/coach/{id}", { id: ({ users }) => users.owner.id }, [["GET", 200]]),
  ...at("/api/v1/booking/coach/{id}/availability", { id: ({ users }) => users.owner.id }, [
    ["GET", 200, { as: "nobody", query: dates }],
  ]),
];
