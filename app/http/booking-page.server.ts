import { randomUUID } from "node:crypto";
import { data, redirect } from "@remix-run/node";
import { offeredDurations, type EventType } from "~/domain/event-types/event-type";
import { isZone } from "~/domain/time";
import { paths, withQuery } from "~/paths";
import {
  findOffer,
  namesOf,
  nothingOnOffer,
  offerOf,
  statusOf,
  visitorOf,
  type OfferParams,
} from "./public-offer.server";
import { loadSlotChoice, missed, readWish, weigh, type Hint } from "./slot-choice.server";
import { submitBooking } from "./submit-booking.server";
import { rememberChoices } from "./visitor.server";

/** The page of an event type, or of a team that holds it. */
export async function showBookingPage(request: Request, params: OfferParams) {
  const page = await loadBookingPage(request, params);
  return data(page, { status: statusOf(page), headers: rememberChoices(request) });
}

/** What its form asks for: leads to the meeting, or back to what is wrong. */
export async function answerBooking(request: Request, params: OfferParams) {
  const done = await submitBooking(request, params);
  if (!("booking" in done)) return done;
  const lang = new URL(request.url).searchParams.get("lang");
  return redirect(withQuery(paths.meeting(done.booking.uid), { lang }), 303);
}

/** Times to choose from or, with a free `time`, the form. */
async function loadBookingPage(request: Request, params: OfferParams) {
  const query = new URL(request.url).searchParams;
  const found = await findOffer(params, query);
  if (found.state !== "open") return nothingOnOffer(request, found);
  const { workspace, held, team, kept } = found;
  const visitor = await visitorOf(request, held);
  const { durationMinutes, hints: moreHints } = readChoices(query, held);
  const isUsual = durationMinutes === held.durationMinutes;
  const question = { eventType: held, durationMinutes, now: visitor.now };
  const wish = readWish(query);
  const { start, refused } = await weigh(question, wish.start);
  const choice = start === null ? await loadSlotChoice(question, visitor.zone, wish) : null;
  const hints: Hint[] = [...wish.hints, ...moreHints];
  if (choice) hints.push(...missed(wish, choice));
  return {
    state: "open" as const,
    visitor,
    workspace: namesOf(workspace),
    offer: offerOf(held, team),
    durationMinutes,
    start,
    choice,
    refused,
    hint: hints[0] ?? null,
    kept: { ...kept, duration: isUsual ? null : String(durationMinutes) },
    submissionKey: randomUUID(),
  };
}

function readChoices(query: URLSearchParams, eventType: EventType) {
  const hints: Hint[] = [];
  const zone = query.get("timezone");
  if (zone && !isZone(zone)) hints.push("timezone");
  const wanted = query.get("duration");
  const isOffered = wanted !== null && offeredDurations(eventType).includes(Number(wanted));
  if (wanted && !isOffered) hints.push("duration");
  return { durationMinutes: isOffered ? Number(wanted) : eventType.durationMinutes, hints };
}
