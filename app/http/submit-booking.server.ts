import { data } from "@remix-run/node";
import { openSlots } from "~/domain/availability/open-slots.server";
import { localDay, wallToInstant } from "~/domain/availability/zones";
import { BookInput, type Booking } from "~/domain/bookings/booking";
import { nearestSlots } from "~/domain/bookings/alternatives.server";
import { book } from "~/domain/bookings/book.server";
import type { EventType } from "~/domain/event-types/event-type";
import { guestsOf } from "~/domain/bookings/guest-lines";
import { checkAnswers } from "~/domain/templates/answers";
import { askedQuestions } from "~/domain/templates/asked-questions.server";
import type { Question } from "~/domain/templates/question";
import { isZone } from "~/domain/time";
import { answersIn } from "./answer-fields.server";
import { parseForm, readFields, type FieldError, type FormValues } from "./form.server";
import { startsThrough } from "./link-offer.server";
import { findOffer, statusOf, visitorOf, type OfferParams } from "./public-offer.server";
import { visitorLocale } from "./visitor.server";

/** Books what the form asks for. Every refusal keeps the answers. */
export async function submitBooking(request: Request, params: OfferParams) {
  const found = await findOffer(params, new URL(request.url).searchParams);
  const fallback = found.state === "open" ? (await visitorOf(request, found.held)).zone : "UTC";
  const fields = await readFields(request);
  const questions = (await questionsOf(found)) ?? [];
  const answers = answersIn(fields, questions);
  const form = parseForm(fields, BookInput, () => ({ ...shape(fields, fallback), answers }));
  const values = form.ok ? form.values : form.problem.values;
  const { locale } = visitorLocale(request);
  const order = { locale, submissionKey: readKey(values.submission_key?.[0]), now: Date.now() };
  const closed = (status: number) => refusal(status, { outcome: "closed", values, questions });
  if (found.state === "gone" && form.ok) {
    const { eventType, through } = found.link;
    // What made it so may have been this very form.
    const before = await book({ ...order, eventType, through, input: form.data });
    if (before.ok) return { outcome: "booked" as const, booking: before.booking };
  }
  if (found.state !== "open") return closed(statusOf(found));
  if (values.intent?.[0] === "edit") return refusal(200, { outcome: "edit", values });
  const checked = checkAnswers(questions, answers);
  if (!form.ok || !checked.ok) {
    const errors = [...(form.ok ? [] : form.problem.errors), ...(checked.ok ? [] : checked.errors)];
    const isOurs = errors.some(({ path }) => path === "start" || path === "duration_minutes");
    return isOurs ? refusal(400, { outcome: "unreadable" }) : invalid(values, errors);
  }

  const { eventType, held, link, wish } = found;
  const { now } = order;
  const result = await book({ ...order, eventType, wish, through: link?.through, input: form.data });
  if (result.ok) return { outcome: "booked" as const, booking: result.booking };
  if (result.reason === "invalid_answers") return invalid(values, result.errors);
  if (result.reason === "link_gone") return closed(statusOf({ state: "gone", gone: { reason: result.state } }));
  if (result.reason === "not_bookable") return closed(404);
  if (result.reason === "host_not_offered") return closed(result.path === "members" ? 400 : 404);
  const { start, timezone: zone } = form.data;
  const noticeMinutes = eventType.minimumNoticeMinutes;
  if (result.reason === "duration_not_offered") {
    // It was on offer when the page was opened: the answers are kept for a time of the present length.
    const { duration_minutes: _, ...kept } = values;
    const durationMinutes = eventType.durationMinutes;
    const wished = { eventType: held, durationMinutes, start, now, only: startsThrough(link, durationMinutes) };
    const alternatives = await nearestSlots(wished);
    const refused = { code: "outside_hours" as const, alternatives, noticeMinutes };
    return taken(kept, refused, { ...wished, zone });
  }
  const { durationMinutes = eventType.durationMinutes } = form.data;
  const { code, alternatives } = result;
  const only = startsThrough(link, durationMinutes);
  const wished = { eventType: held, durationMinutes, start, zone, now, only };
  return taken(values, { code, alternatives, noticeMinutes }, wished);
}

type Found = Awaited<ReturnType<typeof findOffer>>;

/** What its form asks now, or asked. */
async function questionsOf(found: Found) {
  const eventType = found.state === "gone" ? found.link.eventType : found.eventType;
  return eventType && (await askedQuestions(eventType))?.questions;
}

type Refused = Pick<Taken, "code" | "alternatives" | "noticeMinutes">;
type Wished = {
  eventType: EventType;
  durationMinutes: number;
  start: number;
  zone: string;
  now: number;
  only?: readonly number[];
};

async function taken(values: FormValues, refused: Refused, { start, zone, ...question }: Wished) {
  const sameDay = await slotsOfDay(question, zone, start);
  const { durationMinutes } = question;
  const end = start + durationMinutes * 60_000;
  return refusal(409, { outcome: "taken", values, taken: { ...refused, start, end, zone, durationMinutes, sameDay } });
}

/** The free times of the day that was wished for. */
export async function slotsOfDay(
  question: Omit<Parameters<typeof openSlots>[0], "range">,
  zone: string,
  start: number,
) {
  const day = localDay(zone, start);
  const range = { from: wallToInstant(zone, day, 0), to: wallToInstant(zone, day + 1, 0) };
  return (await openSlots({ ...question, range })).slots;
}

type Outcome =
  | { outcome: "unreadable" }
  | { outcome: "closed"; values: FormValues; questions: Question[] }
  | { outcome: "edit"; values: FormValues }
  | { outcome: "invalid"; values: FormValues; errors: FieldError[] }
  | { outcome: "taken"; values: FormValues; taken: Taken };

export type Taken = {
  start: number;
  end: number;
  zone: string;
  durationMinutes: number;
  code: Extract<Awaited<ReturnType<typeof book>>, { reason: "slot_unavailable" }>["code"];
  /** What the event type asks for: the sentence of a time that is too soon names it. */
  noticeMinutes: number;
  alternatives: { start: number; end: number }[];
  sameDay: number[];
};

export type Submitted = { outcome: "booked"; booking: Booking } | ReturnType<typeof refusal>;

function invalid(values: FormValues, errors: FieldError[]) {
  return refusal(400, { outcome: "invalid", values, errors });
}

function refusal(status: number, outcome: Outcome) {
  return data(outcome, { status });
}

/** What `BookInput` takes, out of the fields of a form. */
export function shape(fields: URLSearchParams, zoneFallback: string) {
  const zone = fields.get("timezone") ?? "";
  return {
    start: fields.get("start") ?? undefined,
    timezone: isZone(zone) ? zone : zoneFallback,
    name: fields.get("name") ?? "",
    email: fields.get("email") ?? "",
    notes: fields.get("notes") ?? "",
    duration_minutes: fields.has("duration_minutes") ? Number(fields.get("duration_minutes")) : undefined,
    guests: guestsOf(fields.get("guests") ?? ""),
  };
}

/** Only a key that we could have made: it finds an earlier booking of the same form. */
export function readKey(text: string | undefined) {
  return text && /^[0-9a-f-]{36}$/.test(text) ? text : undefined;
}
