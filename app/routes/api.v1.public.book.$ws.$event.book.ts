import { z } from "zod";
import { book } from "~/domain/bookings/book.server";
import { BookFields, toBookInput } from "~/domain/bookings/booking";
import { peopleField } from "~/domain/event-types/event-type-input";
import { api, created, operation } from "~/http/api.server";
import { publicBookingJson, slotTaken } from "~/http/booking-json.server";
import { invalid, notFound } from "~/http/problem.server";
import { requirePublicEventType } from "~/http/public-event-type.server";
import { visitorLocale } from "~/http/visitor.server";

const Body = BookFields.extend({
  team: z.string("The team is its address.").max(100).optional(),
  members: peopleField("Members").optional(),
});

const create = operation({
  auth: "none",
  body: Body,
  async handle({ request, params, body: { team, members, ...fields }, now }) {
    const eventType = await requirePublicEventType(params);
    const { locale } = visitorLocale(request);
    const result = await book({ eventType, wish: { team, members }, input: toBookInput(fields), locale, now });
    if (result.ok) {
      const { booking } = result;
      return created(publicBookingJson(booking), `/meeting/${booking.uid}`);
    }
    if (result.reason === "slot_unavailable") {
      const { start, timezone: zone } = fields;
      return slotTaken(result, { start, zone, noticeMinutes: eventType.minimumNoticeMinutes, now });
    }
    if (result.reason === "not_bookable") return notFound();
    if (result.reason === "host_not_offered") return invalid([{ path: result.path, message: result.message }]);
    const message = `The lengths on offer are ${result.offered.join(", ")} minutes.`;
    return invalid([{ path: "duration_minutes", message }]);
  },
});

export const { loader, action } = api({ POST: create }, { cors: true });
