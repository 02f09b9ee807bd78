import { book } from "~/domain/bookings/book.server";
import { BookFields, toBookInput } from "~/domain/bookings/booking";
import { api, operation } from "~/http/api.server";
import { PublicBookingAnswer } from "~/http/booking-answer";
import { bookAnswer } from "~/http/book-answer.server";
import { requireLink } from "~/http/public-link.server";
import { visitorLocale } from "~/http/visitor.server";

const create = operation({
  auth: "none",
  summary: "Book a slot by a link",
  description: "A slot that is gone is a 409 with `alternatives`. A one-time link books once.",
  body: BookFields,
  answers: { 201: PublicBookingAnswer },
  refusals: [409, 410],
  creates: true,
  example: { start: "2026-11-23T09:00:00Z", timezone: "Europe/Oslo", name: "Ada Okafor", email: "ada@example.com" },
  async handle({ request, params, body, now }) {
    const { eventType, link } = await requireLink(params.token);
    const { locale } = visitorLocale(request);
    const result = await book({ eventType, through: link.through, input: toBookInput(body), locale, now });
    const { start, timezone: zone } = body;
    return bookAnswer(result, { start, zone, noticeMinutes: eventType.minimumNoticeMinutes, now });
  },
});

export const { loader, action } = api("/api/v1/bookings/public/{token}/book", { POST: create }, { cors: true });
