import { randomUUID } from "node:crypto";
import { data } from "@remix-run/node";
import { carriedAnswers } from "~/domain/bookings/quick-book";
import { findCoach } from "~/domain/coaches/coaches.server";
import { sessionEventTypeOf } from "~/domain/coaches/session-event-type.server";
import { needsAnswer, offersDuration, type EventType } from "~/domain/event-types/event-type";
import { askedQuestions } from "~/domain/templates/asked-questions.server";
import { may, type Right } from "~/domain/workspaces/roles";
import { paths } from "~/paths";
import { requireHost } from "./auth.server";
import { formValues } from "./form.server";
import { hostClock } from "./host-page.server";
import { loadSlotChoice, missed, readWish, weigh } from "./slot-choice.server";

/** When a coach is free for as long as the address says; or the time that was chosen. */
export async function loadCoachPage(request: Request, userId: string | undefined) {
  const { role, workspace, clock, coach, eventType, questions } = await readCoachPage(request, userId, "coaches.read");
  const query = new URL(request.url).searchParams;
  const { durationMinutes, wrongLength } = readLength(query.get("duration"), eventType);
  const question = { eventType, durationMinutes, now: clock.now };
  const wish = readWish(query);
  const { start, refused } = await weigh(question, wish.start);
  const choice = start === null ? await loadSlotChoice(question, clock.zone, wish) : null;
  const hints = [...wish.hints, ...(choice ? missed(wish, choice) : [])];
  const { name, about, timezone } = coach;
  return {
    visitor: { ...clock, language: "en" as const, isZoneKnown: true, address: paths.coach(coach.userId) },
    coach: { userId: coach.userId, name, about, timezone },
    offer: {
      name: eventType.name,
      description: eventType.description,
      usualDuration: eventType.durationMinutes,
      needsAnswer: needsAnswer(eventType),
      location: eventType.locationType,
    },
    workspace: { name: workspace.name },
    isClient: may(role, "sessions.book"),
    durationMinutes,
    wrongLength,
    start,
    choice,
    refused,
    hint: hints[0] ?? null,
    questions,
    kept: readKept(query),
    submissionKey: randomUUID(),
  };
}

/** What both showing and booking begin with: who looks, at whom, and under which rules. */
export async function readCoachPage(request: Request, userId: string | undefined, right: Right) {
  const host = await requireHost(request, right);
  const coach = await findCoach(host.workspace.id, userId?.toLowerCase());
  if (!coach) throw data(null, { status: 404 });
  const eventType = await sessionEventTypeOf(coach);
  const questions = (await askedQuestions(eventType))?.questions ?? [];
  return { ...host, clock: hostClock(request, host.user), coach, eventType, questions };
}

/** The length asked for where a session may take it, else the usual one; and what was typed in its stead. */
function readLength(text: string | null, eventType: EventType) {
  const usual = { durationMinutes: eventType.durationMinutes, wrongLength: null };
  const typed = text?.replaceAll("\0", "").trim().slice(0, 20);
  if (!typed) return usual;
  const minutes = /^\d{1,4}$/.test(typed) ? Number(typed) : NaN;
  return offersDuration(eventType, minutes)
    ? { durationMinutes: minutes, wrongLength: null }
    : { ...usual, wrongLength: typed };
}

/** The note and the answers that came along. */
function readKept(query: URLSearchParams) {
  const values = formValues(query);
  const notes = values.notes?.map((text) => text.replaceAll("\0", "").slice(0, 2000));
  return Object.fromEntries(
    Object.entries(carriedAnswers({ ...values, ...(notes && { notes }) }))
      .filter(([name]) => name === "notes" || name.startsWith("answers."))
      .map(([name, value]) => [name, [value].flat()]),
  );
}
