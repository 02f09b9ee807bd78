import { db, refusedBy, type Database, type Transaction } from "~db/client";
import { loadHosts, type Basis } from "../availability/open-slots.server";
import { reasonToTell } from "../availability/reasons";
import { heldSpan, hostsFreeAt, isOffered, type Reason } from "../availability/slots";
import { offeredDurations, offersDuration, type EventType } from "../event-types/event-type";
import { findEventType, holdEventType } from "../event-types/event-types.server";
import { chooseHosts, type Choice, type HostWish } from "../event-types/hosts.server";
import type { LinkGone, Through } from "../links/link";
import { passageOf } from "../links/through.server";
import { checkAnswers } from "../templates/answers";
import { askedQuestions } from "../templates/asked-questions.server";
import type { QuestionSet } from "../templates/question";
import { nearestSlots, type Slot } from "./alternatives.server";
import { askingsOf, mailsWithAskings } from "./ask-hosts.server";
import type { Actor, BookInput, Booking } from "./booking";
import { lockForCounting, mustCount, settle, SlotTaken } from "./claim.server";
import { draftBooking } from "./draft-booking.server";
import { enterBooking } from "./enter-booking.server";
import type { Insertion } from "./insert-booking.server";
import { rankHosts, rulingOf, type Candidate, type PickRule } from "./pick-host";
import { byPriority, weigh } from "./pick-host.server";
import { submissionOf, submittedBefore } from "./submissions.server";

type Order = {
  eventType: EventType;
  input: BookInput;
  /** Language and habits of the invitee, such as "de-AT": what their mails are written in. */
  locale: string;
  /** Who books; the invitee if left out. */
  actor?: Actor;
  /** Whose time is asked for; the event type's hosts if left out. */
  wish?: HostWish;
  /** The link that it is booked through: a one-time one is used up by it. */
  through?: Through;
  /** The form's own key: submitting it twice makes one booking. */
  submissionKey?: string;
  /** The client whose session it is. */
  clientId?: string;
  /** What the program that books keeps with it. */
  metadata?: Record<string, string>;
  now: number;
};

type Refusal =
  | { ok: false; reason: "duration_not_offered"; offered: number[] }
  | { ok: false; reason: "host_not_offered"; path: "team" | "members"; message: string }
  | { ok: false; reason: "invalid_answers"; errors: { path: string; message: string }[] }
  | { ok: false; reason: "link_gone"; state: LinkGone }
  | { ok: false; reason: "not_bookable" };

export type BookResult =
  | { ok: true; booking: Booking }
  | { ok: false; reason: "slot_unavailable"; code: Reason; alternatives: Slot[] }
  | Refusal;

/** Takes a slot: booking, claims, attendees, history and mails commit together, or not at all. */
export async function book(order: Order): Promise<BookResult> {
  const made = await settle(async () => (await takeAtOnce(order)) ?? (await takeInTurn(order))).catch(translated);
  if ("uid" in made) return { ok: true, booking: made };
  if (made.reason !== "slot_unavailable" && made.reason !== "submitted_before" && made.reason !== "link_gone")
    return made;
  // A refusal may be the work of this very form, submitted twice.
  const already = await submittedBefore(order);
  if (already) return { ok: true, booking: already };
  if (made.reason === "link_gone") return made;
  if (made.reason === "submitted_before") throw new Error("a form was submitted before, and its booking is not there");
  return { ...made, alternatives: await alternativesTo(order) };
}

type Chosen = Extract<Choice, { ok: true }>;
type Wanted = Order & { durationMinutes: number; asked: QuestionSet | null } & Pick<
    Chosen,
    "hostIds" | "hosts" | "team"
  > & {
    /** The only starts that the link lets through. */
    only?: number[];
  };

/**
 * Asks the rules and writes without a lock, which is enough where nothing must be counted: the statement that writes sees
 * to it that what they were asked about is still so. Null where it is not enough.
 */
async function takeAtOnce(order: Order): Promise<Booking | Refusal | null> {
  const wanted = await readOrder(order);
  if ("ok" in wanted) return wanted;
  return mustCount(wanted.eventType, wanted.hostIds.length) ? null : take(db, wanted, { isHeld: false });
}

/** One booking of an event type after the other, while neither it nor what it counts can change. */
function takeInTurn(order: Order): Promise<Booking | Refusal> {
  const { workspaceId, id } = order.eventType;
  return db.transaction(async (tx) => {
    await lockForCounting(tx, id);
    const eventType = await holdEventType(tx, workspaceId, id);
    if (!eventType) return { ok: false, reason: "not_bookable" };
    const wanted = await readOrder({ ...order, eventType }, tx);
    if ("ok" in wanted) return wanted;
    const booking = await take(tx, wanted, { isHeld: true });
    if (!booking) throw new SlotTaken("busy");
    return booking;
  });
}

/** What the event type says to an order, before anybody's time is looked at. */
async function readOrder(order: Order, on?: Transaction): Promise<Wanted | Refusal> {
  const { eventType, input } = order;
  if (!eventType.isActive || eventType.archivedAt) return { ok: false, reason: "not_bookable" };
  const passage = order.through ? await passageOf(eventType, order.through, order.now, on) : noLink;
  if (passage.gone !== null) return { ok: false, reason: "link_gone", state: passage.gone };
  const { slots } = passage;
  const picked = slots?.find(({ start }) => start === input.start);
  const durationMinutes = input.durationMinutes ?? (picked ? minutesOf(picked) : eventType.durationMinutes);
  if (!offersDuration(eventType, durationMinutes))
    return { ok: false, reason: "duration_not_offered", offered: offeredDurations(eventType) };
  const choice = await chooseHosts(eventType, order.wish ?? {}, on);
  if (!choice.ok) return { ...choice, reason: "host_not_offered" };
  const asked = await askedQuestions(eventType, on);
  const checked = asked && checkAnswers(asked.questions, input.answers, { mayLeaveOut: order.actor?.kind === "user" });
  if (checked && !checked.ok) return { ok: false, reason: "invalid_answers", errors: checked.errors };
  const { hostIds, hosts, team } = choice;
  const only = slots?.filter((slot) => minutesOf(slot) === durationMinutes).map(({ start }) => start);
  const answered = checked ? { ...input, answers: checked.answers } : input;
  return { ...order, input: answered, durationMinutes, asked, hostIds, hosts, team, ...(only && { only }) };
}

const noLink = { gone: null, slots: null } as const;

function minutesOf({ start, end }: Slot) {
  return (end - start) / 60_000;
}

/** `isHeld`: the event type cannot change before the transaction ends. Null: something else has changed. */
async function take(on: Database | Transaction, wanted: Wanted, { isHeld }: { isHeld: boolean }) {
  const { eventType, input, durationMinutes, hostIds, now } = wanted;
  const { start } = input;
  if (wanted.only && !wanted.only.includes(start)) throw new SlotTaken("outside_hours");
  const range = { from: start, to: start + 1 };
  const basis = await loadHosts({ eventType, durationMinutes, range, now, hostIds, withPeople: true }, on);
  const { rules, mode, hosts } = basis;
  const answers = hostsFreeAt(rules, hosts, mode, start, now);
  if (!isOffered(answers, mode)) throw new SlotTaken(reasonToTell(answers, mode));
  const asked = isHeld ? undefined : { eventType: eventType.updatedAt, schedules: basis.schedules };
  const taking = { wanted, basis, asked };
  if (mode === "all") return write(on, taking, byPriority(wanted.hosts, hostIds));
  // Where one host holds it anyway there is nothing to pick.
  if (!eventType.isTeamEvent) return write(on, taking, hostIds);
  const teamId = wanted.team?.id ?? eventType.teamId;
  const candidates = await weigh(on, { eventType, hosts: wanted.hosts, teamId, answers, now });
  return writeForFirstFree(on, { ...taking, teamId }, candidates);
}

type Taking = {
  wanted: Pick<
    Wanted,
    | "eventType"
    | "input"
    | "locale"
    | "durationMinutes"
    | "asked"
    | "team"
    | "actor"
    | "through"
    | "submissionKey"
    | "clientId"
    | "metadata"
    | "now"
  >;
  basis: Pick<Basis, "rules" | "people">;
  asked: Insertion["asked"];
};

/** Tries the free hosts in their order: who was booked elsewhere in this very moment is passed over. */
async function writeForFirstFree(
  on: Database | Transaction,
  { teamId, ...taking }: Taking & { teamId: string | null },
  candidates: Candidate[],
) {
  const { assignmentType } = taking.wanted.eventType;
  const order = rankHosts(candidates, assignmentType);
  const writeFor = (tx: Database | Transaction, hostId: string, rule: PickRule) =>
    write(tx, taking, [hostId], { teamId, rule, candidates });
  let rule = rulingOf(order, assignmentType);
  for (const { userId } of order.slice(0, -1)) {
    try {
      return await on.transaction((savepoint) => writeFor(savepoint, userId, rule));
    } catch (error) {
      if (refusedBy(error)?.constraint !== "claims_no_overlap") throw error;
      rule = "lost_race";
    }
  }
  return writeFor(on, order.at(-1)!.userId, rule);
}

/** `hostIds`: who gives their time, the first one leads. */
export function write(
  on: Database | Transaction,
  { wanted, basis, asked }: Taking,
  hostIds: string[],
  pick?: Insertion["pick"],
) {
  const { input, actor = { kind: "invitee" }, now } = wanted;
  const hosts = hostIds.map((id) => basis.people.find((person) => person.userId === id)!);
  const booking = draftBooking({ ...wanted, hosts, actor });
  const askings = askingsOf(wanted.eventType, booking.attendees);
  const [from, to] = heldSpan(basis.rules, input.start);
  return enterBooking(on, {
    booking,
    claim: { hostIds, from, to },
    teamId: wanted.team?.id ?? null,
    through: wanted.through,
    pick,
    askings,
    mails: mailsWithAskings(booking, booking.status === "pending" ? "requested" : "confirmed", askings),
    actor,
    submissionKey: submissionOf(wanted),
    asked,
    now,
  });
}

async function alternativesTo(order: Order) {
  const eventType = (await findEventType(order.eventType.workspaceId, order.eventType.id)) ?? order.eventType;
  const wanted = await readOrder({ ...order, eventType });
  return "ok" in wanted ? [] : nearestSlots({ ...wanted, start: order.input.start });
}

/** Two submits of one form at the same moment: the second finds what the first made. Or its event type was just deleted. */
export function translated(error: unknown) {
  const constraint = refusedBy(error)?.constraint;
  if (constraint === "bookings_event_type_fkey") return { ok: false, reason: "not_bookable" } as const;
  if (constraint === "bookings_one_time_link_unique")
    return { ok: false, reason: "link_gone", state: "booked" } as const;
  if (constraint === "bookings_submission_unique") return { ok: false, reason: "submitted_before" } as const;
  throw error;
}
