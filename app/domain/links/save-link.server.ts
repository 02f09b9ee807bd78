import { db, type Transaction } from "~db/client";
import { bookingLinks } from "~db/schema";
import { lockHost } from "../availability/save-schedule.server";
import type { Member } from "../event-types/event-type-rights";
import { findEventType } from "../event-types/event-types.server";
import { translated } from "../event-types/refusals.server";
import { isUuid } from "../fields";
import { leaveEventType, settleEventType } from "./link-event-type.server";
import { linkIs, linkToken, lockLink, note, unlessRefused, type Refusal } from "./link-rows.server";
import type { LinkChange } from "./link-rules";
import { findLink, type ListedLink } from "./links.server";

type Given = { workspaceId: string; member: Member; now: number };
export type NewLink = LinkChange & { title: string };
export type Saved = { ok: true; link: ListedLink } | Refusal;

/** Makes a link: an address for an event type that the member hosts or, where its rules differ, for one of its own. */
export async function createLink({ input, ...given }: Given & { input: NewLink }): Promise<Saved> {
  return saved(given, () => db.transaction((tx) => insertLink(tx, { ...given, input })));
}

/** Lays a change over a link that the member may change. */
export async function changeLink({
  id,
  change,
  ...given
}: Given & { id: string | undefined; change: LinkChange }): Promise<Saved> {
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  return saved(given, () => db.transaction((tx) => updateLink(tx, { ...given, id, change })));
}

/** Runs the transaction that saves a link, and gives the link or why it is as it was. */
export async function saved(
  { workspaceId, member }: Pick<Given, "workspaceId" | "member">,
  save: () => Promise<string>,
): Promise<Saved> {
  const done = await translated(() => unlessRefused(save()));
  if (typeof done === "string") {
    const link = await findLink(workspaceId, done, member);
    // Somebody else may have deleted it since.
    return link ? { ok: true, link } : { ok: false, reason: "not_found" };
  }
  if (done.reason === "slug_taken") throw new Error("the address of an event type that has no page was taken");
  return done;
}

/** The same within a transaction. */
export async function insertLink(tx: Transaction, { workspaceId, member, input, now }: Given & { input: NewLink }) {
  const { userId: ownerId } = member;
  const { title, isActive = true } = input;
  await lockHost(tx, { workspaceId, userId: ownerId });
  const named = { title, titleBefore: title };
  const wanted = { workspaceId, member, ownerId, ...named, current: null, change: input, now };
  const eventTypeId = await settleEventType(tx, wanted);
  const [made] = await tx
    .insert(bookingLinks)
    .values({ workspaceId, ownerId, eventTypeId, title, isActive, token: linkToken() })
    .returning({ id: bookingLinks.id });
  const { id } = made!;
  await note(tx, "link.created", { workspaceId, member, id, details: { title, event_type_id: eventTypeId } });
  return id;
}

/** The same within a transaction. */
export async function updateLink(
  tx: Transaction,
  { workspaceId, member, id, change, now }: Given & { id: string; change: LinkChange },
) {
  await lockHost(tx, { workspaceId, userId: member.userId });
  const link = await lockLink(tx, workspaceId, id, member);
  const current = (await findEventType(workspaceId, link.eventTypeId, tx))!;
  const title = change.title ?? link.title;
  const { ownerId } = link;
  const named = { title, titleBefore: link.title };
  const eventTypeId = await settleEventType(tx, { workspaceId, member, ownerId, ...named, current, change, now });
  const changes = { title, eventTypeId, isActive: change.isActive ?? link.isActive, updatedAt: new Date(now) };
  await tx.update(bookingLinks).set(changes).where(linkIs(workspaceId, id));
  if (eventTypeId !== current.id) {
    await leaveEventType(tx, { workspaceId, member, now }, { left: current, linkId: id, title: link.title });
  }
  const details = { title, event_type_id: eventTypeId, fields: fieldsOf(change) };
  await note(tx, "link.changed", { workspaceId, member, id, details });
  return id;
}

function fieldsOf({ rules, ...rest }: LinkChange) {
  return Object.entries({ ...rest, ...rules }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}
