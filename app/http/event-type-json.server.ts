import type { z } from "zod";
import type { EventType } from "~/domain/event-types/event-type";
import { isoInstant } from "~/domain/time";
import { env } from "~/env.server";
import { paths } from "~/paths";
import type { EventTypeAnswer } from "./event-type-answer";

/** An event type as the API answers it. */
export function eventTypeJson(eventType: EventType, workspace: { slug: string }): z.input<typeof EventTypeAnswer> {
  return {
    id: eventType.id,
    name: eventType.name,
    slug: eventType.slug,
    description: eventType.description,
    duration_minutes: eventType.durationMinutes,
    duration_options: eventType.durationOptions,
    slot_interval_minutes: eventType.slotIntervalMinutes,
    buffer_before: eventType.bufferBefore,
    buffer_after: eventType.bufferAfter,
    minimum_notice_minutes: eventType.minimumNoticeMinutes,
    booking_window_days: eventType.bookingWindowDays,
    max_per_day: eventType.maxPerDay,
    max_per_week: eventType.maxPerWeek,
    excluded_dates: eventType.excludedDates,
    location: { type: eventType.locationType, value: eventType.locationValue },
    requires_confirmation: eventType.requiresConfirmation,
    is_team_event: eventType.isTeamEvent,
    team_id: eventType.teamId,
    assignment_type: eventType.assignmentType,
    member_ids: eventType.members.map((member) => member.userId),
    rsvp_quorum: eventType.rsvpQuorum,
    schedule_id: eventType.scheduleId,
    template_id: eventType.templateId,
    invitee_may_cancel: eventType.inviteeMayCancel,
    cancel_notice_hours: eventType.cancelNoticeHours,
    invitee_may_reschedule: eventType.inviteeMayReschedule,
    reschedule_notice_hours: eventType.rescheduleNoticeHours,
    requires_reason: eventType.requiresReason,
    takes_time_requests: eventType.takesTimeRequests,
    shows_hosts: eventType.showsHosts,
    email_followup_enabled: eventType.emailFollowupEnabled,
    is_active: eventType.isActive,
    is_listed: eventType.isListed,
    url: eventType.isLinkOnly ? null : publicUrl(eventType, workspace),
    created_at: isoInstant(eventType.createdAt.getTime()),
    updated_at: isoInstant(eventType.updatedAt.getTime()),
  };
}

/** The whole address of its public page. */
export function publicUrl(eventType: Pick<EventType, "slug">, workspace: { slug: string }) {
  return env.APP_URL.replace(/\/$/, "") + paths.bookEventType(workspace.slug, eventType.slug);
}
