import { readOffer } from "~/domain/availability/open-slots.server";
import { SlotsQuery } from "~/domain/availability/slots-query";
import { api, operation } from "~/http/api.server";
import { SlotsAnswer } from "~/http/booking-answer";
import { slotsText } from "~/http/booking-json.server";
import { withStamp } from "~/http/etag.server";
import { startsThrough } from "~/http/link-offer.server";
import { invalid } from "~/http/problem.server";
import { requireLink } from "~/http/public-link.server";
import { offerOf } from "~/http/public-offer.server";

const read = operation({
  auth: "none",
  summary: "List a link's free slots",
  description: "The dates are dates in `timezone`, 62 at most, both inclusive.",
  query: SlotsQuery,
  answers: { 200: SlotsAnswer },
  hasEtag: true,
  refusals: [410],
  async handle({ request, params, query, now }) {
    const { held: eventType, link } = await requireLink(params.token);
    const { durations, usualDuration } = offerOf(eventType, null, link);
    const minutes = query.duration ?? usualDuration;
    if (!durations.includes(minutes)) {
      return invalid([{ path: "duration", message: `The lengths on offer are ${durations.join(", ")} minutes.` }]);
    }
    const { from, to, timezone } = query;
    const only = startsThrough(link, minutes);
    const dates = { from, to };
    const offer = await readOffer({ eventType, durationMinutes: minutes, dates, timezone, only, now });
    return withStamp(request, { stamp: offer.stamp, now }, () => {
      const slots = offer.slots();
      const text = slotsText({ timezone: offer.timezone, minutes, slots });
      return { text, holdsUntil: offer.holdsUntil(slots) };
    });
  },
});

export const { loader, action } = api("/api/v1/bookings/public/{token}/availability", { GET: read }, { cors: true });
