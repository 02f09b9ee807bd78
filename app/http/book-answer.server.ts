import type { BookResult } from "~/domain/bookings/book.server";
import { publicBookingJson, slotTaken } from "./booking-json.server";
import { created } from "./api.server";
import { invalid, notFound } from "./problem.server";
import { linkGone } from "./public-link.server";

type Asked = Parameters<typeof slotTaken>[1];

/** What a public call that books is answered. */
export function bookAnswer(result: BookResult, asked: Asked): Response {
  if (result.ok) return created(publicBookingJson(result.booking), `/meeting/${result.booking.uid}`);
  return bookRefusal(result, asked);
}

type Refused = Extract<BookResult, { ok: false }>;

/** `named`: what a dialect calls a field of ours. */
export function bookRefusal(result: Refused, asked: Asked, named = (path: string) => path): Response {
  switch (result.reason) {
    case "slot_unavailable":
      return slotTaken(result, asked);
    case "invalid_answers":
      return invalid(result.errors.map(({ path, message }) => ({ path: named(path), message })));
    case "host_not_offered":
      return invalid([{ path: named(result.path), message: result.message }]);
    case "duration_not_offered": {
      const message = `The lengths on offer are ${result.offered.join(", ")} minutes.`;
      return invalid([{ path: named("duration_minutes"), message }]);
    }
    case "link_gone":
      return linkGone(result.state);
    case "not_bookable":
      return notFound();
  }
}
