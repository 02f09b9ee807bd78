import { data } from "@remix-run/node";
import { z } from "zod";
import type { Reason } from "~/domain/availability/slots";
import { localDay } from "~/domain/availability/zones";
import { mayReschedule, reasonField } from "~/domain/bookings/booking";
import { reschedule } from "~/domain/bookings/reschedule.server";
import { findSettlingMove } from "~/domain/bookings/settling-move.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import { instantField } from "~/domain/fields";
import { readForm, type FieldError, type FormValues } from "./form.server";
import { requireBookingPage } from "./host-page.server";
import { loadSlotChoice, missed, moveQuestion, readWish, weigh, type Hint } from "./slot-choice.server";

const Input = z.object({ start: instantField, reason: reasonField.default("") });

/** The free times of a booking's hosts, in the zone of the one who looks, or the time that was chosen. */
export async function loadHostReschedule(request: Request, id: string | undefined) {
  const { booking, clock, user } = await requireBookingPage(request, id);
  if (!mayReschedule(booking, clock.now)) {
    return { state: "fixed" as const, booking, clock, viewerId: user.id, settled: await findSettlingMove(booking) };
  }
  const eventType = (await findEventType(booking.workspaceId, booking.eventTypeId))!;
  const question = moveQuestion(booking, eventType, clock.now);
  const asked = readWish(new URL(request.url).searchParams);
  const { start, refused } = await weigh(question, asked.start);
  if (start !== null) return { state: "chosen" as const, booking, clock, start };
  const isOpen = asked.day === null && asked.month === null && asked.start === null;
  const wish = isOpen ? { ...asked, day: localDay(clock.zone, booking.start) } : asked;
  const choice = await loadSlotChoice(question, clock.zone, wish);
  const hints: Hint[] = [...asked.hints, ...missed(asked, choice)];
  return { state: "open" as const, booking, clock, choice, refused, hint: hints[0] ?? null };
}

/** Moves the booking. Every refusal keeps the reason. */
export async function submitHostReschedule(request: Request, id: string | undefined) {
  const { booking, actor, clock, user } = await requireBookingPage(request, id);
  const form = await readForm(request, Input);
  if (!form.ok) {
    const { values, errors } = form.problem;
    return refusal(400, { outcome: "invalid", values, errors });
  }
  const { start, reason } = form.data;
  const result = await reschedule({ booking, start, reason, actor, now: clock.now });
  if (result.ok) {
    const { booking, isChanged } = result;
    return { outcome: "moved" as const, booking, isChanged, clock, viewerId: user.id };
  }
  if (result.reason !== "slot_unavailable") return refusal(409, { outcome: "fixed" });
  const { code, alternatives } = result;
  const { minimumNoticeMinutes: noticeMinutes } = (await findEventType(booking.workspaceId, booking.eventTypeId))!;
  return refusal(409, { outcome: "taken", values: form.values, start, code, noticeMinutes, alternatives });
}

type Outcome =
  | { outcome: "fixed" }
  | { outcome: "invalid"; values: FormValues; errors: FieldError[] }
  | {
      outcome: "taken";
      values: FormValues;
      start: number;
      code: Reason;
      noticeMinutes: number;
      alternatives: { start: number; end: number }[];
    };

function refusal(status: number, outcome: Outcome) {
  return data(outcome, { status });
}
