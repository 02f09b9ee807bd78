import { createDraft } from "~/domain/links/link-drafts.server";
import { createLink } from "../../support/links";
import { route, type Row } from "./row";
import type { World } from "./world";

const link = async (world: World) => ({ id: (await createLink(await ownersEventType(world))).id });

async function ownersEventType(world: World) {
  const { id } = await world.eventType();
  return { workspaceId: world.workspace.id, id, ownerId: world.users.owner.id };
}

/** A draft is the owner's alone: for others, admins too, there is none. */
const draft = async ({ workspace, users }: World) => {
  const own = { workspaceId: workspace.id, userId: users.owner.id };
  const id = (await createDraft(own, { linkId: null, values: {} }))!;
  return { id, step: "basics" };
};

/** The pages of links for everybody. */
export const linkPages: Row[] = [
  route("bookings._index", [["GET", "page for everybody", 302]]),
  route("booking.links._index", [["GET", "page of hosts", 200]]),
  route("booking.links.new", [
    ["GET", "page of hosts", 200],
    ["POST", "page of hosts", 400],
  ]),
  route("booking.links.$id._index", [["GET", "page about the owner's", 200]], { at: link }),
  route(
    "booking.links.$id.edit",
    [
      ["GET", "page about the owner's", 200],
      ["POST", "page about the owner's", 400],
    ],
    { at: link },
  ),
  ...["toggle", "duplicate"].map((deed) =>
    route(
      `booking.links.$id.${deed}`,
      [
        ["GET", "page about the owner's", 302],
        ["POST", "page about the owner's", 303],
      ],
      { at: link },
    ),
  ),
  route(
    "booking.links.$id.delete",
    [
      ["GET", "page about the owner's", 200],
      ["POST", "page about the owner's", 303],
    ],
    { at: link },
  ),
  route(
    "booking.links.drafts.$id.$step",
    [
      ["GET", "page about nobody else's", 200],
      ["POST", "page about nobody else's", 400],
    ],
    { at: draft },
  ),
  route(
    "booking.links.drafts.$id.discard",
    [
      ["GET", "page of hosts", 302],
      ["POST", "page of hosts", 303],
    ],
    { at: draft },
  ),
].flat();

const inOurs = { query: ({ workspace }: World) => ({ workspace: workspace.id }) };

/** The same for programs. */
export const linkCalls: Row[] = [
  route(
    "api.v1.bookings.links._index",
    [
      ["GET", "call of hosts", 200],
      ["POST", "call of hosts", 201, { body: () => ({ title: "Newsletter" }) }],
    ],
    inOurs,
  ),
  route(
    "api.v1.bookings.links.$id._index",
    [
      ["GET", "call about the owner's", 200],
      ["PATCH", "call about the owner's", 200, { body: () => ({ title: "Fair" }) }],
      ["DELETE", "call about the owner's", 204],
    ],
    { at: link, ...inOurs },
  ),
  route("api.v1.bookings.links.verbs/duplicate", [["POST", "call about the owner's", 201]], { at: link, ...inOurs }),
  route("api.v1.bookings.links.verbs/toggle", [["POST", "call about the owner's", 200]], { at: link, ...inOurs }),
].flat();
