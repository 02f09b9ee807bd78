import { data, redirect } from "@remix-run/node";
import type { Booking } from "~/domain/bookings/booking";
import { respondRsvp } from "~/domain/bookings/respond-rsvp.server";
import { answerOf, isTurnedDown, RespondInput } from "~/domain/bookings/rsvp";
import { findRsvp, type Rsvp } from "~/domain/bookings/rsvps.server";
import { findSettlingMove } from "~/domain/bookings/settling-move.server";
import { paths } from "~/paths";
import { formProblem, readForm } from "./form.server";
import { placeOf } from "./meeting-page.server";
import { publicVisitor } from "./public-page.server";

/** What a host sees who was asked by mail whether they come: in their own zone, without signing in. */
export async function loadRsvpPage(request: Request, token = "") {
  const now = Date.now();
  const found = await findRsvp(token, now);
  if (!found) return { state: "unknown" as const, visitor: publicVisitor(request, "UTC") };
  const { state, asking, booking, place } = found;
  const isReplaced = state === "replaced";
  const zone = (isReplaced ? null : place?.timezone) ?? booking.host.timezone;
  const visitor = { ...publicVisitor(request, zone), zone, isZoneKnown: true };
  const { workspace, start } = booking;
  const shared = { visitor, workspace, organiser: organiserOf(found), event: booking.eventType.name };
  if (isReplaced) return { state: "replaced" as const, ...shared, isHanded: found.isHanded };
  if (state === "closed") return { state: "closed" as const, ...shared, start, end: await endOf(booking) };
  const said = asking.response && { answer: asking.response, comment: asking.comment };
  return { state: "asked" as const, ...shared, said, meeting: meetingOf(found, now) };
}

export type RsvpPage = Awaited<ReturnType<typeof loadRsvpPage>>;

/** Takes the answer. A key that takes none any more shows why, with status 410. */
export async function submitRsvp(request: Request, token = "") {
  const form = await readForm(request, RespondInput);
  if (!form.ok) {
    return (await findRsvp(token, Date.now())) ? formProblem(form.problem) : data({ problem: null }, { status: 404 });
  }
  const { response, comment } = form.data;
  const done = await respondRsvp({ token, answer: answerOf[response], comment, now: Date.now() });
  if (!done) return data({ problem: null }, { status: 404 });
  return done.ok ? redirect(paths.rsvp(token), 303) : data({ problem: null }, { status: 410 });
}

/** Whom the reader writes to; null where they organise it themselves. */
function organiserOf({ booking, place, isHanded }: Rsvp) {
  const isReader = !isHanded && place?.isOrganizer;
  return isReader ? null : { name: booking.host.name, email: booking.host.email };
}

/** Why it takes no answers any more: who called it off, or that it has begun. */
async function endOf(booking: Booking) {
  if (booking.status !== "cancelled") return { kind: "begun" as const };
  if (isTurnedDown(booking)) return { kind: "too_few" as const };
  const move = await findSettlingMove(booking);
  if (move?.move === "expired") return { kind: "expired" as const };
  const name = move?.actorKind === "user" ? move.actorName : booking.inviteeName;
  return { kind: "cancelled" as const, name: name ?? booking.workspace.name };
}

/** Names of everybody, addresses of nobody. */
function meetingOf({ booking, places, place }: Rsvp, now: number) {
  const { start, end, status, eventType, inviteeName, timezone, notes, answers, questions } = booking;
  return {
    start,
    end,
    status,
    hasBegun: start <= now,
    quorum: eventType.rsvpQuorum,
    invitee: { name: inviteeName, timezone },
    notes,
    answers,
    questions,
    place: placeOf(booking),
    reader: place?.name ?? "",
    places: places.map(({ name, status, timezone, comment, isOrganizer, attendeeId }) => ({
      name,
      status,
      timezone,
      comment,
      isOrganizer,
      isReader: attendeeId === place?.attendeeId,
    })),
  };
}
