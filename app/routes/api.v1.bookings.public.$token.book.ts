import { book } from "~/domain/bookings/book.server";
import { BookFields, toBookInput } from "~/domain/bookings/booking";
import { api, operation } from "~/http/api.server";
import { bookAnswer } from "~/http/book-answer.server";
import { requireLink } from "~/http/public-link.server";
import { visitorLocale } from "~/http/visitor.server";

const create = operation({
  auth: "none",
  body: BookFields,
  async handle({ request, params, body, now }) {
    const { eventType, link } = await requireLink(params.token);
    const { locale } = visitorLocale(request);
    const result = await book({ eventType, through: link.through, input: toBookInput(body), locale, now });
    const { start, timezone: zone } = body;
    return bookAnswer(result, { start, zone, noticeMinutes: eventType.minimumNoticeMinutes, now });
  },
});

export const { loader, action } = api("/api/v1/bookings/public/{token}/book", { POST: create }, { cors: true });
