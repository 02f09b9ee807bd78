import { db } from "~db/client";
import { knownSchedule } from "../availability/host-facts.server";
import { slotRules } from "../availability/open-slots.server";
import { hostsFreeAt, isOffered } from "../availability/slots";
import { offersDuration, scheduleFor } from "../event-types/event-type";
import type { KnownEventType } from "../event-types/known-event-types.server";
import { translated, write } from "./book.server";
import type { BookInput, Booking } from "./booking";
import { mustCount, settle } from "./claim.server";

type Order = { input: BookInput; locale: string; now: number };

/**
 * Takes a slot without reading anything first: the rules are asked about the event type and the hours as this process knows
 * them, and the statement that writes sees to it that they are still so, and that the time is free. Null says no more than
 * that this did not do, and that `book` is to be asked, which reads anew and knows why.
 */
export async function bookKnown({ eventType, host, versions }: KnownEventType, order: Order): Promise<Booking | null> {
  const { input, now } = order;
  const hostIds = [host.userId];
  const durationMinutes = input.durationMinutes ?? eventType.durationMinutes;
  const isOpen = eventType.isActive && offersDuration(eventType, durationMinutes);
  if (!isOpen || eventType.templateId !== null || mustCount(eventType, hostIds.length)) return null;
  const schedule = knownSchedule(eventType.workspaceId, host.userId, scheduleFor(eventType, hostIds));
  if (!schedule) return null;
  const rules = slotRules(eventType, durationMinutes);
  const idle = { id: host.userId, schedule: schedule.hours, claims: [], busy: [], bookedStarts: [] };
  if (!isOffered(hostsFreeAt(rules, [idle], "any", input.start, now), "any")) return null;
  const taking = {
    wanted: { ...order, eventType, durationMinutes, asked: null, team: null },
    basis: { rules, people: [host] },
    asked: { eventType: eventType.updatedAt, schedules: [schedule], known: versions },
  };
  const made = await settle(() => write(db, taking, hostIds)).catch(translated);
  return made && "uid" in made ? made : null;
}
