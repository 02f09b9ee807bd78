import type { z } from "zod";
import type { ListedOneTimeLink } from "~/domain/links/one-time-links.server";
import type { OneTimeRefusal } from "~/domain/links/create-one-time-link.server";
import { oneTimeState, type OneTimeLink } from "~/domain/links/link";
import { isoInstant } from "~/domain/time";
import { env } from "~/env.server";
import { paths } from "~/paths";
import type { MadeLinkAnswer, OneTimeAnswer } from "./link-answer";
import { invalid, notFound, problem } from "./problem.server";

/** A one-time link that was just made: the only answer that knows its address. */
export function madeLinkJson(link: OneTimeLink, token: string, now: number): z.input<typeof MadeLinkAnswer> {
  const url = env.APP_URL.replace(/\/$/, "") + paths.bookByLink(token);
  return { ...common(link), status: oneTimeState(link, now), url, token };
}

/** A one-time link as the API answers it from then on. */
export function oneTimeJson(link: ListedOneTimeLink): z.input<typeof OneTimeAnswer> {
  const { state, opens, bookingId } = link;
  return {
    ...common(link),
    status: state,
    opens: opens.count,
    first_opened_at: instant(opens.first),
    last_opened_at: instant(opens.last),
    booking_id: bookingId,
  };
}

export function oneTimeRefusal(refused: OneTimeRefusal) {
  switch (refused.reason) {
    case "invalid":
      return invalid(refused.errors);
    case "not_bookable":
      return problem(409, "Its event type is switched off.", { code: "not_bookable" });
    case "not_found":
      return notFound();
  }
}

function common(link: OneTimeLink) {
  return {
    id: link.id,
    link_id: link.linkId,
    event_type_id: link.eventTypeId,
    recipient_email: link.recipientEmail,
    recipient_name: link.recipientName,
    expires_at: instant(link.expiresAt),
    slots: link.slots && link.slots.map(({ start, end }) => ({ start: isoInstant(start), end: isoInstant(end) })),
    created_at: isoInstant(link.createdAt),
  };
}

function instant(ms: number | null) {
  return ms === null ? null : isoInstant(ms);
}
