import { findEventType } from "~/domain/event-types/event-types.server";
import { createLink, createOneTimeLink } from "../../support/links";
import { route, type Row } from "./row";
import type { World } from "./world";

async function ours(world: World) {
  const { id } = await world.eventType();
  return (await findEventType(world.workspace.id, id))!;
}

const oneTime = async (world: World) => ({ id: (await createOneTimeLink(await ours(world))).id });
const evergreen = async (world: World) => ({ id: (await createLink(await ours(world))).id });

/** The pages of links for one person. */
export const oneTimePages: Row[] = [
  route("booking.links.one-time.new", [
    ["GET", "page of hosts", 200],
    ["POST", "page of hosts", 400],
  ]),
  route("booking.links.one-time.$id._index", [["GET", "page about the owner's", 200]], { at: oneTime }),
  ...["renew", "revoke"].map((deed) =>
    route(
      `booking.links.one-time.$id.${deed}`,
      [
        ["GET", "page about the owner's", 200],
        ["POST", "page about the owner's", 303],
      ],
      { at: oneTime },
    ),
  ),
].flat();

const inOurs = { query: ({ workspace }: World) => ({ workspace: workspace.id }) };

/** The same for programs. */
export const oneTimeCalls: Row[] = [
  route(
    "api.v1.bookings.links.$id.one-time",
    [
      ["GET", "call about the owner's", 200],
      ["POST", "call about the owner's", 201, { body: () => ({ recipient_email: "mei@example.org" }) }],
    ],
    { ...inOurs, at: evergreen },
  ),
  route(
    "api.v1.bookings.one-time.$id",
    [
      ["GET", "call about the owner's", 200],
      ["DELETE", "call about the owner's", 204],
    ],
    { ...inOurs, at: oneTime },
  ),
].flat();
