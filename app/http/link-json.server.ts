import type { z } from "zod";
import type { User } from "~/domain/accounts/account";
import { formatMinutes, pairs, weekdays } from "~/domain/availability/schedule";
import { listSchedules } from "~/domain/availability/schedules.server";
import { conversionRate } from "~/domain/links/link-numbers";
import type { Refusal } from "~/domain/links/link-rows.server";
import type { ListedLink } from "~/domain/links/links.server";
import { offeredDurations } from "~/domain/event-types/event-type";
import { isoInstant } from "~/domain/time";
import { env } from "~/env.server";
import { paths } from "~/paths";
import type { LinkAnswer } from "./link-answer";
import { invalid, notFound } from "./problem.server";

/** A link as the API answers it. */
export function linkJson(link: ListedLink): z.input<typeof LinkAnswer> {
  const { eventType, schedule } = link;
  return {
    id: link.id,
    title: link.title,
    settings: {
      durations: offeredDurations(eventType),
      buffer_before: eventType.bufferBefore,
      buffer_after: eventType.bufferAfter,
      business_hours: schedule && schedule.weekly.flatMap(hoursOf),
      excluded_dates: eventType.excludedDates,
      max_per_day: eventType.maxPerDay,
      max_per_week: eventType.maxPerWeek,
      min_notice_minutes: eventType.minimumNoticeMinutes,
      booking_window_days: eventType.bookingWindowDays,
      timezone: link.timezone,
    },
    template_id: eventType.templateId,
    is_active: link.isActive,
    url: linkUrl(link),
    token: link.token,
    owner_id: link.ownerId,
    event_type_id: link.eventTypeId,
    views: link.views,
    bookings: link.bookings,
    conversion_rate: conversionRate(link),
    created_at: isoInstant(link.createdAt.getTime()),
    updated_at: isoInstant(link.updatedAt.getTime()),
  };
}

/** The whole address that is given to people. */
export function linkUrl({ token }: { token: string }) {
  return env.APP_URL.replace(/\/$/, "") + paths.bookByLink(token);
}

/** The hours that a change of the zone alone is about: those of the link, else the caller's usual ones. */
export async function presentHours(workspaceId: string, user: User, link: ListedLink | null) {
  const [usual] = await listSchedules(workspaceId, link?.eventType.members[0]?.userId ?? user.id);
  const timezone = link?.timezone ?? usual?.timezone ?? user.timezone;
  const { schedule = null } = link ?? {};
  return { timezone, weekly: (schedule ?? usual)?.weekly ?? [], isNamed: schedule !== null };
}

/** Why a link was not saved, as the API says it. */
export function linkRefusal(refused: Refusal) {
  if (refused.reason === "not_found") return notFound();
  return invalid(refused.errors.map(({ path, message }) => ({ path: pathOf(path), message })));
}

const ofSettings: Record<string, string> = {
  duration_options: "durations",
  duration_minutes: "durations",
  schedule_id: "business_hours",
  minimum_notice_minutes: "min_notice_minutes",
};

/** The rules are those of an event type, and their names differ a little. */
function pathOf(path: string) {
  const [field = "", ...within] = path.split(".");
  if (field === "template_id" || field === "event_type_id") return path;
  if (field === "name") return "title";
  if (field === "member_ids") return "event_type_id";
  return ["settings", ofSettings[field] ?? field, ...within].join(".");
}

function hoursOf(intervals: number[], day: number) {
  return pairs(intervals).map(({ start, end }) => ({
    weekday: weekdays[day]!,
    start: formatMinutes(start),
    end: formatMinutes(end),
  }));
}
