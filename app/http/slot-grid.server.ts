import { localDay } from "~/domain/availability/zones";
import { nextFree, windowEnd } from "~/domain/availability/next-free.server";
import { openSlots } from "~/domain/availability/open-slots.server";
import { daysRange } from "~/domain/availability/slots-query";
import { offeredDurations, type EventType } from "~/domain/event-types/event-type";
import { parseWeek, slotWeek, withinWeeks } from "~/domain/links/slot-week";
import { isoWeekStart, formatDate } from "~/domain/availability/calendar-days";
import type { FormValues } from "./form.server";

/** A week of free times to pick from: the one that was asked for, else the first that has any. */
export async function loadSlotGrid(
  eventType: EventType,
  { zone, now }: { zone: string; now: number },
  values: FormValues,
) {
  const durations = offeredDurations(eventType);
  const asked = Number(values.duration?.[0]);
  const durationMinutes = durations.includes(asked) ? asked : eventType.durationMinutes;
  const question = { eventType, durationMinutes, now };
  const wished = parseWeek(values.week?.[0]?.trim() ?? "") ?? (await firstWeek(question, zone));
  const lastDay = localDay(zone, windowEnd(eventType, now) - 1);
  const { monday, earlier, later } = withinWeeks(wished, { today: localDay(zone, now), lastDay });
  const { slots } = await openSlots({ ...question, range: daysRange(monday, monday + 6, zone) });
  const days = slotWeek(slots, durationMinutes, monday, zone);
  return { week: formatDate(monday), durations, durationMinutes, days, earlier, later };
}

async function firstWeek(question: Omit<Parameters<typeof nextFree>[0], "from">, zone: string) {
  const free = await nextFree({ ...question, from: question.now });
  return isoWeekStart(localDay(zone, free ?? question.now));
}
