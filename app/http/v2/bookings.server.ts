import type { User } from "~/domain/accounts/account";
import { maySeeBooking } from "~/domain/bookings/booking-rights";
import type { Actor, Booking } from "~/domain/bookings/booking";
import type { BookResult } from "~/domain/bookings/book.server";
import { cancel } from "~/domain/bookings/cancel.server";
import { reschedule } from "~/domain/bookings/reschedule.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import { may } from "~/domain/workspaces/roles";
import { findMembership } from "~/domain/workspaces/workspaces.server";
import { bookRefusal } from "../book-answer.server";
import { slotTaken } from "../booking-json.server";
import { findMeeting } from "../meeting-page.server";
import { requireMember } from "../member.server";
import { invalid, notFound, problem } from "../problem.server";

/** The uid is the key: whoever has it may do what an invitee may, and its hosts, signed in, what hosts may. */
export async function requireKeyed(
  uid: string | undefined,
  user: User | null,
): Promise<{ booking: Booking; actor: Actor }> {
  const booking = await findMeeting(uid);
  if (!booking) throw notFound();
  const membership = user && (await findMembership(user.id, booking.workspaceId));
  const isHost =
    membership && may(membership.role, "bookings.read") && maySeeBooking(booking, user.id, membership.role);
  return { booking, actor: isHost ? { kind: "user", userId: user.id } : { kind: "invitee" } };
}

/** A booking that the caller hosts or looks after. */
export async function requireHosted(uid: string | undefined, user: User) {
  const booking = await findMeeting(uid);
  if (!booking) throw notFound();
  const { role } = await requireMember(user, booking.workspaceId, "bookings.read");
  if (!maySeeBooking(booking, user.id, role)) throw notFound();
  return { booking, role, actor: { kind: "user", userId: user.id } as const };
}

/** What a caller calls our fields. */
export type Names = Record<string, string>;
type Done = { ok: true; booking: Booking } | { ok: false; response: Response };

/** Calls it off. A booking that is cancelled already stays so. `names`: what the caller calls our fields. */
export async function callOff(
  deed: { booking: Booking; actor: Actor; reason: string; now: number },
  names: Names,
): Promise<Done> {
  const done = await cancel(deed);
  return done.ok ? done : { ok: false, response: changeRefusal(done.reason, done.booking, names) };
}

export async function moveTo(
  deed: { booking: Booking; actor: Actor; start: number; reason: string; now: number },
  names: Names,
): Promise<Done> {
  const { booking, start, now } = deed;
  const moved = await reschedule(deed);
  if (moved.ok) return moved;
  if (moved.reason !== "slot_unavailable") return { ok: false, response: changeRefusal(moved.reason, booking, names) };
  const { minimumNoticeMinutes: noticeMinutes } = (await findEventType(booking.workspaceId, booking.eventTypeId))!;
  return { ok: false, response: slotTaken(moved, { start, zone: booking.timezone, noticeMinutes, now }) };
}

type Unchanged = "not_changeable" | "not_allowed" | "too_late" | "reason_required" | "not_yours" | "answered";

/** Why a booking stays as it is. */
export function changeRefusal(reason: Unchanged, booking: Booking, names: Names = {}): Response {
  switch (reason) {
    case "not_changeable":
      return problem(409, `A booking that is ${booking.status} cannot change like that now.`, {
        code: "illegal_transition",
      });
    case "not_allowed":
      return problem(403, "Only its host may do that. Ask them.", { code: "not_allowed" });
    case "too_late":
      return problem(403, "It is too late for that now. Ask its host.", { code: "too_late" });
    case "reason_required":
      return invalid([{ path: names.reason ?? "reason", message: "Say why: its host asks for a reason." }]);
    case "not_yours":
      return problem(409, "Each host of this meeting answers for themselves, and you are not one of them.", {
        code: "not_yours",
      });
    case "answered":
      return problem(409, "You have answered for yourself already.", { code: "answered" });
  }
}

type Asked = { start: number; zone: string; noticeMinutes: number; now: number };

/** Why nothing was booked, with the fields as the caller calls them. */
export function unbooked(result: Extract<BookResult, { ok: false }>, asked: Asked, names: Names): Response {
  return bookRefusal(result, asked, (path) => renamed(path, names));
}

/** `answers.colour` is `bookingFieldsResponses.colour` where `answers` is called so. */
export function renamed(path: string, names: Names): string {
  const whole = names[path];
  if (whole) return whole;
  const [first = "", ...rest] = path.split(".");
  return [names[first] ?? first, ...rest].join(".");
}

/** A refusal whose fields bear the caller's names. */
export function renamedErrors<Refused extends { reason: string }>(refused: Refused, names: Names): Refused {
  if (!("errors" in refused) || !Array.isArray(refused.errors)) return refused;
  const errors = refused.errors as { path: string; message: string }[];
  return { ...refused, errors: errors.map(({ path, message }) => ({ path: renamed(path, names), message })) };
}
