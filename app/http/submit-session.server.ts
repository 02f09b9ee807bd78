import { data } from "@remix-run/node";
import { z } from "zod";
import { bookSession } from "~/domain/coaches/book-session.server";
import { sessionMinutesField } from "~/domain/coaches/session";
import { nearestSlots } from "~/domain/bookings/alternatives.server";
import { notesField } from "~/domain/bookings/booking";
import { instantField } from "~/domain/fields";
import { checkAnswers } from "~/domain/templates/answers";
import { answersIn } from "./answer-fields.server";
import { readCoachPage } from "./coach-page.server";
import { parseForm, readFields, type FieldError, type FormValues } from "./form.server";
import { readKey, slotsOfDay, type Taken } from "./submit-booking.server";
import { visitorLocale } from "./visitor.server";

const SessionForm = z.object({ start: instantField, duration_minutes: sessionMinutesField, notes: notesField });

/** Books what the form asks for. Every refusal keeps what was typed. */
export async function submitSession(request: Request, userId: string | undefined) {
  const { user, workspace, clock, coach, eventType, questions } = await readCoachPage(request, userId, "sessions.book");
  const fields = await readFields(request);
  const answers = answersIn(fields, questions);
  const form = parseForm(fields, SessionForm, () => ({
    start: fields.get("start") ?? undefined,
    duration_minutes: Number(fields.get("duration_minutes") ?? eventType.durationMinutes),
    notes: fields.get("notes") ?? "",
  }));
  const values = form.ok ? form.values : form.problem.values;
  if (values.intent?.[0] === "edit") return refusal(200, { outcome: "edit", values });
  const checked = checkAnswers(questions, answers);
  if (!form.ok || !checked.ok) {
    const errors = [...(form.ok ? [] : form.problem.errors), ...(checked.ok ? [] : checked.errors)];
    const isOurs = errors.some(({ path }) => path === "start" || path === "duration_minutes");
    return refusal(400, isOurs ? { outcome: "unreadable", values } : { outcome: "invalid", values, errors });
  }

  const { start, duration_minutes: durationMinutes, notes } = form.data;
  const result = await bookSession({
    workspaceId: workspace.id,
    coachId: coach.userId,
    client: user,
    ...{ start, durationMinutes, notes, answers },
    locale: visitorLocale(request).locale,
    submissionKey: readKey(values.submission_key?.[0]),
    now: clock.now,
  });
  if (result.ok) return { outcome: "booked" as const, booking: result.booking, clock };
  if (result.reason === "invalid_answers") return refusal(400, { outcome: "invalid", values, errors: result.errors });
  if (result.reason === "slot_unavailable" || result.reason === "past") {
    const question = { eventType, durationMinutes, now: clock.now };
    const taken = {
      ...{ start, durationMinutes },
      end: start + durationMinutes * 60_000,
      zone: clock.zone,
      code: "code" in result ? result.code : ("notice" as const),
      noticeMinutes: eventType.minimumNoticeMinutes,
      alternatives: "code" in result ? result.alternatives : await nearestSlots({ ...question, start }),
      sameDay: await slotsOfDay(question, clock.zone, start),
    };
    return refusal(409, { outcome: "taken", values, taken });
  }
  return refusal(409, { outcome: "closed", values });
}

type Outcome =
  | { outcome: "unreadable" | "edit" | "closed"; values: FormValues }
  | { outcome: "invalid"; values: FormValues; errors: FieldError[] }
  | { outcome: "taken"; values: FormValues; taken: Taken };

function refusal(status: number, outcome: Outcome) {
  return data(outcome, { status });
}
