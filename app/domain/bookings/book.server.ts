import { and, eq } from "drizzle-orm";
import { db, refusedBy, type Database, type Transaction } from "~db/client";
import { bookings } from "~db/schema";
import { loadHosts, type Basis } from "../availability/open-slots.server";
import { reasonToTell } from "../availability/reasons";
import { heldSpan, hostsFreeAt, isOffered, type Reason } from "../availability/slots";
import { offeredDurations, type EventType } from "../event-types/event-type";
import { findEventType } from "../event-types/event-types.server";
import { nearestSlots, type Slot } from "./alternatives.server";
import type { Actor, BookInput, Booking } from "./booking";
import { findBooking } from "./bookings.server";
import { lockForCounting, mustCount, settle, SlotTaken } from "./claim.server";
import { draftBooking } from "./draft-booking.server";
import { insertBooking } from "./insert-booking.server";
import { byPriority, ranked } from "./pick-host.server";
import { mailsAbout } from "./tell.server";

type Order = {
  eventType: EventType;
  input: BookInput;
  /** Language and habits of the invitee, such as "de-AT": what their mails are written in. */
  locale: string;
  actor?: Actor;
  /** Whose time is asked for; the event type's hosts if left out. */
  hostIds?: string[];
  /** The form's own key: submitting it twice makes one booking. */
  submissionKey?: string;
  now: number;
};

export type BookResult =
  | { ok: true; booking: Booking }
  | { ok: false; reason: "slot_unavailable"; code: Reason; alternatives: Slot[] }
  | { ok: false; reason: "duration_not_offered"; offered: number[] }
  | { ok: false; reason: "not_bookable" };

/** Takes a slot: booking, claims, attendees, history and mails commit together, or not at all. */
export async function book(order: Order): Promise<BookResult> {
  let { eventType } = order;
  for (let attempt = 1; attempt <= tries; attempt++) {
    const result = await tryBooking({ ...order, eventType });
    if (result !== "changed") return result;
    const changed = await findEventType(eventType.workspaceId, eventType.id);
    if (!changed) return { ok: false, reason: "not_bookable" };
    eventType = changed;
  }
  throw new Error(`event type ${eventType.id} or its hours kept changing while it was being booked`);
}

/** How often an event type may change while one booking of it is being made. */
const tries = 5;

async function tryBooking(order: Order): Promise<BookResult | "changed"> {
  const { eventType, input } = order;
  if (!eventType.isActive || eventType.archivedAt) return { ok: false, reason: "not_bookable" };
  const offered = offeredDurations(eventType);
  const durationMinutes = input.durationMinutes ?? eventType.durationMinutes;
  if (!offered.includes(durationMinutes)) return { ok: false, reason: "duration_not_offered", offered };

  const wanted = { ...order, durationMinutes };
  const made = await settle(() => takeInTurn(wanted)).catch(translated);
  if (made === "changed") return made;
  if ("uid" in made) return { ok: true, booking: made };
  // A refusal may be the work of this very form, submitted twice.
  const already = await submittedBefore(order);
  if (already) return { ok: true, booking: already };
  if (made.reason === "submitted_before") throw new Error("a form was submitted before, and its booking is not there");
  const { hostIds, now } = order;
  const alternatives = await nearestSlots({ eventType, durationMinutes, start: input.start, hostIds, now });
  return { ...made, alternatives };
}

type Wanted = Order & { durationMinutes: number };
type Taken = Booking | "changed";

/** Where bookings must be counted they go one after the other; elsewhere the one statement that writes is enough. */
async function takeInTurn(wanted: Wanted): Promise<Taken> {
  const { eventType, hostIds } = wanted;
  if (!mustCount(eventType, hostIds?.length ?? eventType.members.length)) return take(db, wanted);
  return db.transaction(async (tx) => {
    await lockForCounting(tx, eventType);
    return take(tx, wanted);
  });
}

async function take(on: Database | Transaction, wanted: Wanted): Promise<Taken> {
  const { eventType, input, durationMinutes, hostIds, now } = wanted;
  const { start } = input;
  const range = { from: start, to: start + 1 };
  const basis = await loadHosts({ eventType, durationMinutes, range, now, hostIds, withPeople: true }, on);
  const { rules, mode, hosts } = basis;
  const answers = hostsFreeAt(rules, hosts, mode, start, now);
  if (!isOffered(answers, mode)) throw new SlotTaken(reasonToTell(answers, mode));
  const free = answers.flatMap(({ id, reasons }) => (reasons.length === 0 ? [id] : []));
  if (mode === "all") return write(on, wanted, basis, byPriority(eventType, free));
  return writeForFirstFree(on, wanted, basis, await ranked(on, eventType, free));
}

/** Tries the hosts in their order: who was booked elsewhere in this very moment is passed over. */
async function writeForFirstFree(on: Database | Transaction, wanted: Wanted, basis: Basis, hostIds: string[]) {
  for (const [index, hostId] of hostIds.entries()) {
    if (index === hostIds.length - 1) return write(on, wanted, basis, [hostId]);
    try {
      return await on.transaction((savepoint) => write(savepoint, wanted, basis, [hostId]));
    } catch (error) {
      if (refusedBy(error)?.constraint !== "claims_no_overlap") throw error;
    }
  }
  throw new SlotTaken("claimed");
}

/** `hostIds`: who gives their time, the first one leads. */
async function write(on: Database | Transaction, wanted: Wanted, basis: Basis, hostIds: string[]): Promise<Taken> {
  const { eventType, input, actor, submissionKey, now } = wanted;
  const hosts = hostIds.map((id) => basis.people.find((person) => person.userId === id)!);
  const booking = draftBooking({ ...wanted, hosts });
  const [from, to] = heldSpan(basis.rules, input.start);
  const written = await insertBooking(on, {
    booking,
    claim: { hostIds, from, to },
    mails: mailsAbout(booking, booking.status === "pending" ? "requested" : "confirmed"),
    actor: actor ?? { kind: "invitee" },
    submissionKey,
    asked: { eventType: eventType.updatedAt, schedules: basis.schedules },
    now,
  });
  return written ?? "changed";
}

/** What this form's first submit made. */
async function submittedBefore({ eventType, submissionKey }: Order) {
  if (!submissionKey) return null;
  const [found] = await db
    .select({ id: bookings.id })
    .from(bookings)
    .where(
      and(
        eq(bookings.workspaceId, eventType.workspaceId),
        eq(bookings.eventTypeId, eventType.id),
        eq(bookings.submissionKey, submissionKey),
      ),
    );
  return found ? findBooking(eventType.workspaceId, found.id) : null;
}

/** Two submits of one form at the same moment: the second finds what the first made. Or its event type was just deleted. */
function translated(error: unknown) {
  const constraint = refusedBy(error)?.constraint;
  if (constraint === "bookings_event_type_fkey") return "changed" as const;
  if (constraint === "bookings_submission_unique") return { ok: false, reason: "submitted_before" } as const;
  throw error;
}
