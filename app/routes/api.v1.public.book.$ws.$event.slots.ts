import { readOffer } from "~/domain/availability/open-slots.server";
import { SlotsQuery } from "~/domain/availability/slots-query";
import { offeredDurations } from "~/domain/event-types/event-type";
import { api, operation } from "~/http/api.server";
import { SlotsAnswer } from "~/http/booking-answer";
import { slotsText } from "~/http/booking-json.server";
import { withStamp } from "~/http/etag.server";
import { invalid } from "~/http/problem.server";
import { requireHosts, requirePublicEventType } from "~/http/public-event-type.server";

const read = operation({
  auth: "none",
  summary: "List free slots",
  description: "Sorted. `from` and `to` are dates in `timezone`, both inclusive, 62 days at most.",
  query: SlotsQuery,
  answers: { 200: SlotsAnswer },
  hasEtag: true,
  async handle({ request, params, query, now }) {
    const eventType = await requirePublicEventType(params);
    const hostIds = await requireHosts(eventType, query);
    const offered = offeredDurations(eventType);
    const minutes = query.duration ?? eventType.durationMinutes;
    if (!offered.includes(minutes)) {
      return invalid([{ path: "duration", message: `The lengths on offer are ${offered.join(", ")} minutes.` }]);
    }
    const { from, to, timezone } = query;
    const offer = await readOffer({ eventType, hostIds, durationMinutes: minutes, dates: { from, to }, timezone, now });
    return withStamp(request, { stamp: offer.stamp, now }, () => {
      const slots = offer.slots();
      const text = slotsText({ timezone: offer.timezone, minutes, slots });
      return { text, holdsUntil: offer.holdsUntil(slots) };
    });
  },
});

export const { loader, action } = api("/api/v1/public/book/{ws}/{event}/slots", { GET: read }, { cors: true });
