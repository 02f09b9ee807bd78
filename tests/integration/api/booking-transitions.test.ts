import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingHistory, notifications } from "~db/schema";
import type { BookingStatus } from "~/domain/bookings/booking";
import { createBooking } from "../../support/factories";
import { studio, ten, yesterday } from "./bookings-studio";

type When = "to come" | "over";

/** What PATCH answers to each status of a booking that stands so; what is not here is a 409. */
const legal: Record<string, BookingStatus[]> = {
  "pending, to come": ["confirmed", "cancelled"],
  "pending, over": ["cancelled"],
  "confirmed, to come": ["cancelled"],
  "confirmed, over": ["completed"],
  "cancelled, to come": ["cancelled"],
  "cancelled, over": ["cancelled"],
  "completed, over": [],
};

const statuses: BookingStatus[] = ["pending", "confirmed", "cancelled", "completed"];

describe("a PATCH of a booking's status", () => {
  for (const [standing, allowed] of Object.entries(legal)) {
    const [status, when] = standing.split(", ") as [BookingStatus, When];
    for (const wanted of statuses) {
      const isLegal = allowed.includes(wanted);
      it(`from ${standing} to ${wanted} is ${isLegal ? "done" : "refused"}`, async () => {
        const { eventType, one } = await studio();
        const booking = await createBooking(eventType, { start: when === "over" ? yesterday : ten, status });
        const answer = await one("PATCH", booking.id, { status: wanted });
        const after = (await one("GET", booking.id)).body.status;
        const moves = await db.$count(bookingHistory, eq(bookingHistory.bookingId, booking.id));
        const mails = await db.$count(notifications, eq(notifications.bookingId, booking.id));
        if (isLegal) {
          expect([answer.status, after, moves]).toEqual([200, wanted, status === wanted ? 0 : 1]);
        } else {
          expect([answer.status, answer.body.code, after]).toEqual([409, "illegal_transition", status]);
          expect(answer.body.detail).toContain(status);
          expect([moves, mails]).toEqual([0, 0]);
        }
      });
    }
  }

  it("is refused to the second of two at once, which is told how it stands now", async () => {
    const { eventType, one } = await studio();
    for (const [first, second] of [
      ["confirmed", "confirmed"],
      ["confirmed", "cancelled"],
    ] as const) {
      const booking = await createBooking(eventType, { start: ten, status: "pending" });
      const answers = await Promise.all([first, second].map((status) => one("PATCH", booking.id, { status })));
      const refused = answers.filter(({ status }) => status === 409);
      expect([answers.length, refused.length]).toEqual([2, 1]);
      const after = (await one("GET", booking.id)).body.status as string;
      expect(refused[0]!.body).toMatchObject({ code: "illegal_transition" });
      expect(refused[0]!.body.detail).toContain(after);
      expect((await one("DELETE", booking.id)).status).toBe(204);
    }
  });
});
