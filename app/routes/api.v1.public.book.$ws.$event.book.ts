import { z } from "zod";
import { bookKnown } from "~/domain/bookings/book-known.server";
import { book } from "~/domain/bookings/book.server";
import { BookFields, toBookInput } from "~/domain/bookings/booking";
import { learnEventType } from "~/domain/event-types/known-event-types.server";
import { peopleField } from "~/domain/event-types/event-type-input";
import { api, created, operation } from "~/http/api.server";
import { bookAnswer } from "~/http/book-answer.server";
import { PublicBookingAnswer } from "~/http/booking-answer";
import { publicBookingJson } from "~/http/booking-json.server";
import { knownPublicEventType, requirePublicEventType } from "~/http/public-event-type.server";
import { visitorLocale } from "~/http/visitor.server";

const Body = BookFields.extend({
  team: z.string("The team is its address.").max(100).optional(),
  members: peopleField("Members").optional(),
});

const create = operation({
  auth: "none",
  summary: "Book a slot",
  description:
    'A slot that is gone is a 409 with `code: "slot_unavailable"` and `alternatives`. Give `team` or `members` where the slots were asked for with them.',
  body: Body,
  answers: { 201: PublicBookingAnswer },
  creates: true,
  example: {
    start: "2026-11-23T10:30:00Z",
    timezone: "Asia/Tokyo",
    name: "Mei Tanaka",
    email: "mei@example.com",
    notes: "It is about the kitchen.",
  },
  async handle({ request, params, body: { team, members, ...fields }, now }) {
    const order = { input: toBookInput(fields), locale: visitorLocale(request).locale, now };
    const known = team === undefined && members === undefined && knownPublicEventType(params);
    const made = known && (await bookKnown(known, order));
    if (made) return created(publicBookingJson(made), `/meeting/${made.uid}`);
    const eventType = await requirePublicEventType(params, learnEventType);
    const result = await book({ ...order, eventType, wish: { team, members } });
    const { start, timezone: zone } = fields;
    return bookAnswer(result, { start, zone, noticeMinutes: eventType.minimumNoticeMinutes, now });
  },
});

export const { loader, action } = api("/api/v1/public/book/{ws}/{event}/book", { POST: create }, { cors: true });
