import { data } from "@remix-run/node";
import { z } from "zod";
import { localDay } from "~/domain/availability/zones";
import { reasonField } from "~/domain/bookings/booking";
import { reschedule } from "~/domain/bookings/reschedule.server";
import { instantField } from "~/domain/fields";
import { isZone } from "~/domain/time";
import { isLanguage } from "~/messages/translate";
import { readForm, type FieldError, type FormValues } from "./form.server";
import { loadMeeting } from "./meeting-page.server";
import { publicVisitor } from "./public-page.server";
import { loadSlotChoice, missed, moveQuestion, readWish, weigh, type Hint } from "./slot-choice.server";
import { slotsOfDay, type Taken } from "./submit-booking.server";
import { visitorZone } from "./visitor.server";

/** The times that a meeting can move to, or the time that was chosen for it. */
export async function loadReschedulePage(request: Request, uid: string | undefined) {
  const found = await loadMeeting(request, uid);
  if (!found) return { state: "unknown" as const, visitor: publicVisitor(request, "UTC") };
  const { booking, eventType, meeting } = found;
  const visitor = { ...publicVisitor(request, booking.timezone), isZoneKnown: true };
  if (!meeting.mayChange) return { state: "fixed" as const, visitor, meeting };
  if (meeting.rescheduling.refusal) return { state: "refused" as const, visitor, meeting };

  const query = new URL(request.url).searchParams;
  const question = moveQuestion(booking, eventType, visitor.now);
  const asked = readWish(query);
  const hints: (Hint | "present")[] = [...asked.hints];
  const isPresent = asked.start === booking.start;
  if (isPresent) hints.push("present");
  const { start, refused } = await weigh(question, isPresent ? null : asked.start);
  const isOpen = asked.day === null && asked.month === null && asked.start === null;
  const wish = isOpen ? { ...asked, day: localDay(visitor.zone, booking.start) } : asked;
  const choice = start === null ? await loadSlotChoice(question, visitor.zone, wish) : null;
  if (choice) hints.push(...missed(asked, choice));
  const [zone, language] = [query.get("timezone"), query.get("lang")];
  if (zone && !isZone(zone)) hints.push("timezone");
  const kept = { timezone: zone && isZone(zone) ? zone : null, lang: isLanguage(language) ? language : null };
  return { state: "open" as const, visitor, meeting, start, choice, refused, hint: hints[0] ?? null, kept };
}

/** Moves the meeting. Every refusal keeps the reason. */
export async function submitMove(request: Request, uid: string | undefined) {
  const found = await loadMeeting(request, uid);
  const form = await readForm(request, MoveInput, (fields) => ({
    start: fields.get("start") ?? undefined,
    reason: fields.get("reason") ?? "",
  }));
  if (!found) return refusal(404, { outcome: "gone" });
  const { booking, eventType } = found;
  const now = Date.now();
  if (!form.ok) {
    const { values, errors } = form.problem;
    const isOurs = errors.some(({ path }) => path === "start");
    return isOurs ? refusal(400, { outcome: "unreadable" }) : refusal(400, { outcome: "invalid", values, errors });
  }
  const { start, reason } = form.data;
  const result = await reschedule({ booking, start, reason, actor: { kind: "invitee" }, now });
  if (result.ok) return { outcome: "moved" as const, booking: result.booking, isChanged: result.isChanged };
  if (result.reason === "reason_required") {
    const errors = [{ path: "reason", message: "A reason is required." }];
    return refusal(400, { outcome: "invalid", values: form.values, errors });
  }
  if (result.reason !== "slot_unavailable") return refusal(409, { outcome: "gone" });

  const question = moveQuestion(booking, eventType, now);
  const { zone } = visitorZone(request, booking.timezone);
  const end = start + (booking.end - booking.start);
  const { code, alternatives } = result;
  const { durationMinutes } = question;
  const taken = {
    start,
    end,
    zone,
    durationMinutes,
    code,
    noticeMinutes: eventType.minimumNoticeMinutes,
    alternatives,
    sameDay: (await slotsOfDay(question, zone, start)).filter((slot) => slot !== booking.start),
  };
  return refusal(409, { outcome: "taken", values: form.values, taken });
}

const MoveInput = z.object({ start: instantField, reason: reasonField });

type Outcome =
  | { outcome: "gone" | "unreadable" }
  | { outcome: "invalid"; values: FormValues; errors: FieldError[] }
  | { outcome: "taken"; values: FormValues; taken: Taken };

function refusal(status: number, outcome: Outcome) {
  return data(outcome, { status });
}
