import type { LinkGone } from "~/domain/links/link";
import { problem, notFound } from "./problem.server";
import { findOffer, statusOf } from "./public-offer.server";

/** What the link in the path offers; else why it offers nothing, as a problem. */
export async function requireLink(token: string | undefined) {
  const found = await findOffer({ token: token ?? "" }, new URLSearchParams());
  if (found.state === "gone") throw linkGone(found.gone.reason);
  if (found.state !== "open" || !found.link) throw notFound();
  return { ...found, link: found.link };
}

const details: Record<LinkGone, string> = {
  off: "This link is switched off.",
  expired: "This link has ended.",
  booked: "This link was for one meeting, and it is booked.",
  revoked: "This link was taken back.",
};

export function linkGone(reason: LinkGone) {
  return problem(statusOf({ state: "gone", gone: { reason } }), details[reason], { code: `link_${reason}` });
}
