import { data, redirect } from "@remix-run/node";
import { formatDate } from "~/domain/availability/calendar-days";
import { localDay } from "~/domain/availability/zones";
import { book } from "~/domain/bookings/book.server";
import { BookInput } from "~/domain/bookings/booking";
import { maySeeBooking } from "~/domain/bookings/booking-rights";
import { carriedAnswers } from "~/domain/bookings/quick-book";
import type { ContactSearch } from "~/domain/calendars/contact";
import { checkAnswers } from "~/domain/templates/answers";
import { askedQuestions } from "~/domain/templates/asked-questions.server";
import { parseInstant } from "~/domain/time";
import { paths } from "~/paths";
import { answersIn } from "./answer-fields.server";
import { parseForm, readFields, type FieldError, type FormValues } from "./form.server";
import { namedHosts, oneOf } from "./quick-book-hosts.server";
import { readLocale } from "./quick-book-query.server";
import { answerSearch } from "./quick-book-search.server";
import { readQuickBook } from "./quick-book.server";
import { readKey, shape, slotsOfDay, type Taken } from "./submit-booking.server";

/** Books for somebody. Every refusal keeps what was typed, and so does going back for another time. */
export async function submitQuickBook(request: Request) {
  const { host, clock, eventType, person, kept } = await readQuickBook(request);
  const fields = await readFields(request);
  const questions = (eventType && (await askedQuestions(eventType))?.questions) ?? [];
  const answers = answersIn(fields, questions);
  const form = parseForm(fields, BookInput, () => ({ ...shape(fields, person.timezone), answers }));
  const values = form.ok ? form.values : form.problem.values;
  const intent = values.intent?.[0];
  if (intent === "times") throw redirect(backToTimes(kept, values, clock.zone), 303);
  if (!eventType) return refusal(409, { outcome: "gone", values });
  const searched = await answerSearch(host, kept, values);
  if (searched) return searched;
  if (intent === "edit") return refusal(200, { outcome: "edit", values });
  const checked = checkAnswers(questions, answers, { mayLeaveOut: true });
  if (!form.ok || !checked.ok) {
    const errors = [...(form.ok ? [] : form.problem.errors), ...(checked.ok ? [] : checked.errors)];
    return refusal(400, { outcome: "invalid", values, errors });
  }
  const named = await namedHosts(eventType, kept);
  const whose = named && oneOf(named, eventType, values.host?.[0]?.toLowerCase() || null);
  if (!whose || whose.isStranger) return changed(values, "host");
  const { wish, hostIds } = whose;

  const { now, zone } = clock;
  const { user, role } = host;
  const result = await book({
    eventType,
    input: form.data,
    locale: readLocale(values.locale?.[0] ?? null) ?? person.locale,
    actor: { kind: "user", userId: user.id },
    wish,
    submissionKey: readKey(values.submission_key?.[0]),
    now,
  });
  if (result.ok) {
    const { booking } = result;
    return { outcome: "booked" as const, booking, clock, isSeen: maySeeBooking(booking, user.id, role) };
  }
  if (result.reason === "invalid_answers") return refusal(400, { outcome: "invalid", values, errors: result.errors });
  if (result.reason === "not_bookable" || result.reason === "link_gone")
    return refusal(409, { outcome: "gone", values });
  if (result.reason === "host_not_offered") return changed(values, "host");
  if (result.reason === "duration_not_offered") return changed(values, "duration_minutes");

  const { start, durationMinutes = eventType.durationMinutes } = form.data;
  const question = { eventType, durationMinutes, hostIds, now };
  const taken = {
    code: result.code,
    start,
    end: start + durationMinutes * 60_000,
    zone,
    durationMinutes,
    noticeMinutes: eventType.minimumNoticeMinutes,
    alternatives: result.alternatives,
    sameDay: await slotsOfDay(question, zone, start),
  };
  return refusal(409, { outcome: "taken", values, taken });
}

type Kept = Awaited<ReturnType<typeof readQuickBook>>["kept"];

/** The day's times again, with what was typed in the address. */
function backToTimes({ event, from, host, team, members, duration }: Kept, values: FormValues, zone: string) {
  const start = parseInstant(values.start?.[0] ?? "");
  const date = start === null ? null : formatDate(localDay(zone, start));
  return `${paths.newBooking({ event, from, host, team, members, duration, ...carriedAnswers(values), date })}#times`;
}

/** Who or how long it was to be is no longer on offer; the page shows what is. */
function changed(values: FormValues, path: "host" | "duration_minutes") {
  const message =
    path === "host"
      ? "This host cannot be asked for any more. Choose again whose time it is."
      : "That length is not on offer any more. Look at the time again: it is now as long as it says.";
  return refusal(409, { outcome: "invalid", values, errors: [{ path, message }] });
}

type Outcome =
  | { outcome: "gone"; values: FormValues }
  | { outcome: "edit"; values: FormValues; search?: ContactSearch | null }
  | { outcome: "invalid"; values: FormValues; errors: FieldError[] }
  | { outcome: "taken"; values: FormValues; taken: Taken };

function refusal(status: number, outcome: Outcome) {
  return data(outcome, { status });
}
