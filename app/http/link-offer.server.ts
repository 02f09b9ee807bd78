import { findLinkByToken, type FoundLink } from "~/domain/links/find-link.server";
import type { LinkGone } from "~/domain/links/link";
import { linkOwnerName } from "~/domain/links/link-owner.server";
import { pickedStarts } from "~/domain/links/picked-slots";

/** Why a link's address books nothing, and what its visitors may know of it. */
export type Gone = {
  reason: LinkGone;
  isForOne: boolean;
  /** Whom to ask for another: only the workspace where the event type does not say who its hosts are. */
  owner: string;
  expiredAt: number | null;
};

/** What the address of a link leads to. */
export async function findLinkOffer(token: string) {
  const link = await findLinkByToken(token, Date.now());
  if (!link) return { state: "no_link" as const, workspace: null };
  const { workspace, eventType, gone } = link;
  if (gone) return { state: "gone" as const, workspace, link, gone: await goneOf(link, gone) };
  return { state: "found" as const, workspace, eventType, link };
}

/** The only starts that a link lets through; undefined where it leaves that to the event type. */
export function startsThrough(link: FoundLink | null, durationMinutes: number) {
  const slots = link?.oneTime?.slots;
  return slots ? pickedStarts(slots, durationMinutes) : undefined;
}

type Page = { state: string; gone?: Gone; offer?: { link: { recipient?: unknown } | null } | null };

/** Whether a page is by a link for one person: it may greet them by name, and no cache may hand it to another. */
export function isForOne({ gone, offer }: Page): boolean {
  return gone?.isForOne ?? Boolean(offer?.link?.recipient);
}

/** The link to come back by, as a mail may carry it: one for one person is kept nowhere. */
export function wayBack({ token, oneTime }: FoundLink) {
  return oneTime ? null : { token };
}

/** As which kind of visit opening it counts. */
export function viewOf({ through }: FoundLink) {
  return through.kind === "one_time" ? { oneTimeLinkId: through.id } : { linkId: through.id };
}

/** What the page says of the link itself. */
export function linkFacts({ token, title, oneTime }: FoundLink) {
  return {
    token,
    title,
    recipient: oneTime && { name: oneTime.recipientName, email: oneTime.recipientEmail },
    expiresAt: oneTime?.expiresAt ?? null,
    isPicked: Boolean(oneTime?.slots),
  };
}

async function goneOf({ ownerId, eventType, workspace, oneTime }: FoundLink, reason: LinkGone): Promise<Gone> {
  const owner = eventType.showsHosts ? await linkOwnerName(ownerId) : null;
  return { reason, isForOne: oneTime !== null, owner: owner ?? workspace.name, expiredAt: oneTime?.expiresAt ?? null };
}
