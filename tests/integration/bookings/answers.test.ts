import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingEventTypes, bookings } from "~db/schema";
import { openSlots } from "~/domain/availability/open-slots.server";
import { bookKnown } from "~/domain/bookings/book-known.server";
import { book } from "~/domain/bookings/book.server";
import { findBooking } from "~/domain/bookings/bookings.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import { knownEventType, learnEventType } from "~/domain/event-types/known-event-types.server";
import type { Question } from "~/domain/templates/question";
import { aQuestion, createTemplate } from "../../support/links";
import { now, office, wish } from "../../support/orders";

async function asking(questions: Question[]) {
  const { eventType, workspace, owner } = await office();
  const template = await createTemplate(eventType, questions);
  await db.update(bookingEventTypes).set({ templateId: template.id }).where(eq(bookingEventTypes.id, eventType.id));
  return { workspace, owner, eventType: (await findEventType(workspace.id, eventType.id))! };
}

describe("the questions of an event type", () => {
  it("are answered with the booking, which keeps them as they were asked", async () => {
    const { eventType, workspace } = await asking([aQuestion({ required: true })]);
    const input = wish({ answers: { "Your company": " Northlight " } });
    const result = await book({ eventType, input, locale: "en", now });
    if (!result.ok) throw new Error(result.reason);
    expect(result.booking).toMatchObject({
      answers: { company: "Northlight" },
      questions: [{ label: "Your company" }],
    });
    expect(await findBooking(workspace.id, result.booking.id)).toEqual(result.booking);
  });

  it("refuse a booking that leaves out what is needed, or answers what nobody asked", async () => {
    const { eventType } = await asking([aQuestion({ required: true })]);
    const result = await book({ eventType, input: wish({ answers: { size: "XL" } }), locale: "en", now });
    expect(result).toMatchObject({
      reason: "invalid_answers",
      errors: [{ path: "answers.size" }, { path: "answers.company" }],
    });
    expect(await db.$count(bookings, eq(bookings.eventTypeId, eventType.id))).toBe(0);
  });

  it("may be left out by a host who books for somebody", async () => {
    const { eventType, owner } = await asking([aQuestion({ required: true })]);
    const actor = { kind: "user", userId: owner.id } as const;
    expect((await book({ eventType, input: wish(), locale: "en", actor, now })).ok).toBe(true);
  });

  it("are asked too where the event type is known from before", async () => {
    const { eventType, workspace } = await asking([aQuestion({ required: true })]);
    await openSlots({ eventType, durationMinutes: 30, range: { from: now, to: now + 1 }, now });
    await learnEventType(workspace.slug, eventType.slug);
    const known = knownEventType(workspace.slug, eventType.slug)!;
    expect(await bookKnown(known, { input: wish(), locale: "en", now })).toBeNull();
  });
});
