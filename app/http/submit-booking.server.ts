import { data } from "@remix-run/node";
import { openSlots } from "~/domain/availability/open-slots.server";
import { localDay, wallToInstant } from "~/domain/availability/zones";
import { BookInput, type Booking } from "~/domain/bookings/booking";
import { nearestSlots } from "~/domain/bookings/alternatives.server";
import { book } from "~/domain/bookings/book.server";
import type { EventType } from "~/domain/event-types/event-type";
import { guestsOf } from "~/domain/bookings/guest-lines";
import { isZone } from "~/domain/time";
import { readForm, type FieldError, type FormValues } from "./form.server";
import { findOffer, statusOf, visitorOf, type OfferParams } from "./public-offer.server";
import { visitorLocale } from "./visitor.server";

/** Books what the form asks for. Every refusal keeps the answers. */
export async function submitBooking(request: Request, params: OfferParams) {
  const found = await findOffer(params, new URL(request.url).searchParams);
  const fallback = found.state === "open" ? (await visitorOf(request, found.held)).zone : "UTC";
  const form = await readForm(request, BookInput, (fields) => shape(fields, fallback));
  const values = form.ok ? form.values : form.problem.values;
  if (found.state !== "open") return refusal(statusOf(found), { outcome: "closed", values });
  if (values.intent?.[0] === "edit") return refusal(200, { outcome: "edit", values });
  if (!form.ok) {
    const isOurs = form.problem.errors.some(({ path }) => path === "start" || path === "duration_minutes");
    return isOurs ? refusal(400, { outcome: "unreadable" }) : invalid(values, form.problem.errors);
  }

  const { eventType, held, wish } = found;
  const now = Date.now();
  const { locale } = visitorLocale(request);
  const submissionKey = readKey(values.submission_key?.[0]);
  const result = await book({ eventType, wish, input: form.data, locale, submissionKey, now });
  if (result.ok) return { outcome: "booked" as const, booking: result.booking };
  if (result.reason === "not_bookable") return refusal(404, { outcome: "closed", values });
  if (result.reason === "host_not_offered")
    return refusal(result.path === "members" ? 400 : 404, { outcome: "closed", values });
  const { start, timezone: zone } = form.data;
  const noticeMinutes = eventType.minimumNoticeMinutes;
  if (result.reason === "duration_not_offered") {
    // It was on offer when the page was opened: the answers are kept for a time of the present length.
    const { duration_minutes: _, ...kept } = values;
    const durationMinutes = eventType.durationMinutes;
    const alternatives = await nearestSlots({ eventType: held, durationMinutes, start, now });
    const refused = { code: "outside_hours" as const, alternatives, noticeMinutes };
    return taken(kept, refused, { eventType: held, durationMinutes, start, zone, now });
  }
  const { durationMinutes = eventType.durationMinutes } = form.data;
  const { code, alternatives } = result;
  return taken(values, { code, alternatives, noticeMinutes }, { eventType: held, durationMinutes, start, zone, now });
}

type Refused = Pick<Taken, "code" | "alternatives" | "noticeMinutes">;
type Wished = { eventType: EventType; durationMinutes: number; start: number; zone: string; now: number };

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
  | { outcome: "closed" | "edit"; values: FormValues }
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
