import { randomUUID } from "node:crypto";
import { data, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { carriedAnswerFields } from "~/domain/templates/carried-answers";
import { askedQuestions } from "~/domain/templates/asked-questions.server";
import { isZone } from "~/domain/time";
import { paths, withQuery } from "~/paths";
import { formValues } from "./form.server";
import { isForOne, startsThrough, viewOf } from "./link-offer.server";
import { originOf } from "./origin.server";
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
import { countView } from "./views.server";
import { rememberChoices } from "./visitor.server";

/** The page of an event type, of a team that holds it, or of a link to it. */
export async function showBookingPage({ request, params, context }: LoaderFunctionArgs) {
  const { address } = originOf({ request, context });
  const page = await loadBookingPage(request, params, address);
  const headers = rememberChoices(request);
  if (isForOne(page)) headers.set("Cache-Control", "private, no-store");
  return data(page, { status: statusOf(page), headers });
}

/** What its form asks for: leads to the meeting, or back to what is wrong. */
export async function answerBooking(request: Request, params: OfferParams) {
  const done = await submitBooking(request, params);
  if (!("booking" in done)) return done;
  const lang = new URL(request.url).searchParams.get("lang");
  return redirect(withQuery(paths.meeting(done.booking.uid), { lang }), 303);
}

/** Times to choose from or, with a free `time`, the form. */
async function loadBookingPage(request: Request, params: OfferParams, address: string | null) {
  const query = new URL(request.url).searchParams;
  const found = await findOffer(params, query);
  if (found.state !== "open") return nothingOnOffer(request, found);
  const { workspace, held, team, link, kept } = found;
  countView(request, address, { workspaceId: workspace.id, eventTypeId: held.id, ...(link && viewOf(link)) });
  const [visitor, asked] = await Promise.all([visitorOf(request, held), askedQuestions(held)]);
  const offer = offerOf(held, team, link);
  const { durationMinutes, hints: moreHints } = readChoices(query, offer);
  const isUsual = durationMinutes === offer.usualDuration;
  const question = { eventType: held, durationMinutes, now: visitor.now, only: startsThrough(link, durationMinutes) };
  const wish = readWish(query);
  const { start, refused } = await weigh(question, wish.start);
  const choice = start === null ? await loadSlotChoice(question, visitor.zone, wish) : null;
  const hints: Hint[] = [...wish.hints, ...moreHints];
  if (choice) hints.push(...missed(wish, choice));
  return {
    state: "open" as const,
    visitor,
    workspace: namesOf(workspace),
    offer,
    durationMinutes,
    start,
    choice,
    refused,
    hint: hints[0] ?? null,
    kept: { ...kept, duration: isUsual ? null : String(durationMinutes) },
    questions: asked?.questions ?? [],
    answers: carriedAnswerFields(formValues(query)),
    submissionKey: randomUUID(),
  };
}

type Lengths = { durations: number[]; usualDuration: number };

function readChoices(query: URLSearchParams, { durations, usualDuration }: Lengths) {
  const hints: Hint[] = [];
  const zone = query.get("timezone");
  if (zone && !isZone(zone)) hints.push("timezone");
  const wanted = query.get("duration");
  const isOffered = wanted !== null && durations.includes(Number(wanted));
  if (wanted && !isOffered) hints.push("duration");
  return { durationMinutes: isOffered ? Number(wanted) : usualDuration, hints };
}
