import { z } from "zod";
import { bookKnown } from "~/domain/bookings/book-known.server";
import { book } from "~/domain/bookings/book.server";
import { BookFields, toBookInput, type Booking } from "~/domain/bookings/booking";
import { learnEventType } from "~/domain/event-types/known-event-types.server";
import { peopleField } from "~/domain/event-types/event-type-input";
import { api, created, operation } from "~/http/api.server";
import { publicBookingJson, slotTaken } from "~/http/booking-json.server";
import { invalid, notFound } from "~/http/problem.server";
import { knownPublicEventType, requirePublicEventType } from "~/http/public-event-type.server";
import { visitorLocale } from "~/http/visitor.server";

const Body = BookFields.extend({
  team: z.string("The team is its address.").max(100).optional(),
  members: peopleField("Members").optional(),
});

const create = operation({
  auth: "none",
  body: Body,
  async handle({ request, params, body: { team, members, ...fields }, now }) {
    const order = { input: toBookInput(fields), locale: visitorLocale(request).locale, now };
    const known = team === undefined && members === undefined && knownPublicEventType(params);
    const made = known && (await bookKnown(known, order));
    if (made) return booked(made);
    const eventType = await requirePublicEventType(params, learnEventType);
    const result = await book({ ...order, eventType, wish: { team, members } });
    if (result.ok) return booked(result.booking);
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

function booked(booking: Booking) {
  return created(publicBookingJson(booking), `/meeting/${booking.uid}`);
}

export const { loader, action } = api({ POST: create }, { cors: true });
