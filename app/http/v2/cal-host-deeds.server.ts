import { z } from "zod";
import { hostIdsOf, type Attendee, type Booking } from "~/domain/bookings/booking";
import { placesToHandOver } from "~/domain/bookings/booking-rights";
import { markNoShows } from "~/domain/bookings/no-show.server";
import { reassign, type ReassignResult } from "~/domain/bookings/reassign.server";
import { confirm, decline } from "~/domain/bookings/respond.server";
import { listSuccessors } from "~/domain/bookings/successors.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import { numbersOf, userNumbered } from "~/domain/numbers.server";
import { operation } from "../api.server";
import type { Operations } from "../openapi/registry.server";
import { invalid, notFound, problem } from "../problem.server";
import { changeRefusal, requireHosted } from "./bookings.server";
import { calBooking } from "./cal-booking.server";
import { CalAbsent, CalDecline, CalReassign } from "./cal-booking-input";
import { oneCalBooking } from "./cal-bookings.server";
import { success, successOf } from "./envelope.server";
import { readNumber } from "./fields";

export const calConfirm: Operations = {
  POST: operation({
    auth: "user",
    summary: "Confirm a booking",
    description: "Of a meeting of all hands it says yes for you alone.",
    answers: { 200: oneCalBooking },
    async handle({ user, params, now }) {
      const { booking, actor } = await requireHosted(params.uid, user);
      const done = await confirm({ booking, actor, now });
      return done.ok ? success(await calBooking(done.booking, true)) : changeRefusal(done.reason, done.booking);
    },
  }),
};

export const calDecline: Operations = {
  POST: operation({
    auth: "user",
    summary: "Decline a booking",
    body: CalDecline,
    mayBeEmpty: true,
    answers: { 200: oneCalBooking },
    example: { reason: "I am away that day." },
    async handle({ user, params, body: { reason }, now }) {
      const { booking, actor } = await requireHosted(params.uid, user);
      const done = await decline({ booking, actor, reason, now });
      return done.ok ? success(await calBooking(done.booking, true)) : changeRefusal(done.reason, done.booking);
    },
  }),
};

export const calMarkAbsent: Operations = {
  POST: operation({
    auth: "user",
    summary: "Note who did not come",
    description: "Once the meeting has begun. Those who are not named stay as they were.",
    body: CalAbsent,
    answers: { 200: oneCalBooking },
    example: { attendees: [{ email: "john@example.com", absent: true }] },
    async handle({ user, params, body: { attendees }, now }) {
      const { booking, actor } = await requireHosted(params.uid, user);
      const said = new Map(attendees.map(({ email, absent }) => [email.toLowerCase(), absent]));
      const outsiders = booking.attendees.filter(({ kind }) => kind !== "host");
      const isAbsent = ({ email, isNoShow }: Attendee) => said.get(email.toLowerCase()) ?? isNoShow;
      const attendeeIds = outsiders.filter(isAbsent).map(({ id }) => id);
      const done = await markNoShows({ booking, attendeeIds, actor, now });
      return done.ok ? success(await calBooking(done.booking, true)) : changeRefusal(done.reason, done.booking);
    },
  }),
};

const Reassigned = successOf(
  z.strictObject({
    bookingUid: z.string(),
    reassignedTo: z.strictObject({ id: z.int(), name: z.string(), email: z.string(), displayEmail: z.string() }),
  }),
);

export const calReassign: Operations = {
  POST: operation({
    auth: "user",
    summary: "Hand a booking to whoever is free",
    answers: { 200: Reassigned },
    async handle({ user, params, now }) {
      const hosted = await requireHosted(params.uid, user);
      const eventType = (await findEventType(hosted.booking.workspaceId, hosted.booking.eventTypeId))!;
      const successors = await listSuccessors(eventType, hosted.booking, now);
      const free = successors.find(({ reasons }) => reasons.length === 0);
      if (!free) return problem(409, "Nobody else is free then.", { code: "slot_unavailable" });
      return handOver({ ...hosted, userId: user.id, to: free.userId, now });
    },
  }),
};

export const calReassignTo: Operations = {
  POST: operation({
    auth: "user",
    summary: "Hand a booking to a member",
    body: CalReassign,
    mayBeEmpty: true,
    answers: { 200: Reassigned },
    example: { reason: "On leave." },
    async handle({ user, params, body: { reason }, now }) {
      const hosted = await requireHosted(params.uid, user);
      const number = readNumber(params.userId);
      const to = number === null ? null : await userNumbered(number);
      return to ? handOver({ ...hosted, userId: user.id, to, reason, now }) : notFound();
    },
  }),
};

type Handover = Pick<Awaited<ReturnType<typeof requireHosted>>, "booking" | "role" | "actor"> & {
  userId: string;
  to: string;
  reason?: string;
  now: number;
};

/** One's own place; owners and admins hand over the place of who leads it. */
async function handOver({ booking, role, actor, userId, to, reason, now }: Handover) {
  const places = placesToHandOver(booking, userId, role).flatMap((place) => place.userId ?? []);
  const from = [userId, booking.hostId].find((id) => places.includes(id)) ?? hostIdsOf(booking)[0]!;
  const done = await reassign({ booking, from, to, actor, reason, now });
  if (!done.ok) return notHandedOver(done, booking);
  const heir = done.booking.attendees.find((attendee) => attendee.userId === to)!;
  const numbers = await numbersOf({ workspaceId: booking.workspaceId, users: [to] });
  const { name, email } = heir;
  const reassignedTo = { id: numbers.get(to)!, name, email, displayEmail: email };
  return success({ bookingUid: booking.uid, reassignedTo });
}

function notHandedOver(refused: Extract<ReassignResult, { ok: false }>, booking: Booking) {
  switch (refused.reason) {
    case "slot_unavailable":
      return problem(409, "They are not free then.", { code: "slot_unavailable", reason: refused.code });
    case "not_changeable":
      return changeRefusal("not_changeable", booking);
    default:
      return invalid([{ path: "userId", message: "They cannot be handed this booking." }]);
  }
}
