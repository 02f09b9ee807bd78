import { createTemplate } from "../../support/links";
import { route, type Row } from "./row";
import type { World } from "./world";

const template = async ({ workspace, users }: World) => {
  const { id } = await createTemplate({ workspaceId: workspace.id, ownerId: users.owner.id });
  return { id };
};

/** The pages of question templates. */
export const templatePages: Row[] = [
  route("booking.templates._index", [["GET", "page of hosts", 200]]),
  route("booking.templates.new", [
    ["GET", "page of hosts", 200],
    ["POST", "page of hosts", 400],
  ]),
  route(
    "booking.templates.$id._index",
    [
      ["GET", "page about our own", 200],
      ["POST", "page about our own, for admins", 303, { body: () => ({ name: "First meeting" }) }],
    ],
    { at: template },
  ),
  route(
    "booking.templates.$id.delete",
    [
      ["GET", "page about our own, for admins", 200],
      ["POST", "page about our own, for admins", 303],
    ],
    { at: template },
  ),
].flat();

const inOurs = { at: template, query: ({ workspace }: World) => ({ workspace: workspace.id }) };

/** The same for programs: what is there belongs to our owner, and is asked for in our workspace. */
export const templateCalls: Row[] = [
  route("api.v1.bookings.templates._index", [
    ["GET", "call of hosts in their own", 200],
    ["POST", "call of hosts in their own", 201, { body: () => ({ name: "Intake" }) }],
  ]),
  route(
    "api.v1.bookings.templates.$id",
    [
      ["GET", "call of hosts", 200],
      ["PATCH", "call of admins", 200, { body: () => ({ name: "First meeting" }) }],
      ["DELETE", "call of admins", 204],
    ],
    inOurs,
  ),
].flat();
