import { DAY_MS, formatDate } from "~/domain/availability/calendar-days";
import { findSchedules } from "~/domain/availability/schedules.server";
import type { EventType } from "~/domain/event-types/event-type";
import type { FoundBase } from "~/domain/links/draft-base.server";
import { draftOffer, nextStarts } from "~/domain/links/draft-offer.server";
import { typedChange } from "~/domain/links/link-draft";
import type { HoursWish } from "~/domain/links/link-rules";
import { askedQuestions } from "~/domain/templates/asked-questions.server";
import { findTemplate } from "~/domain/templates/templates.server";
import { hostClock } from "./host-page.server";
import type { Wizard } from "./link-wizard-page.server";
import { offerOf } from "./public-offer.server";

/** A draft as it would be: its rules beside those that it follows, and what a visitor will find. */
export async function linkReview(request: Request, { host, values, base }: Wizard) {
  if (!base) return null;
  const { user, workspace } = host;
  const change = typedChange(values);
  const title = change.title ?? base.title;
  const offer = draftOffer(change, base, workspace.id, user);
  const { eventType } = offer;
  const clock = hostClock(request, user);
  const [starts, asked, rules, before] = await Promise.all([
    nextStarts(offer, clock.now),
    askedQuestions(eventType),
    rulesOf(eventType, change.hours ?? null, base),
    base.eventType && !base.eventType.isLinkOnly ? rulesOf(base.eventType, null, base) : null,
  ]);
  return {
    title,
    isOwn: offer.isOwn,
    rules,
    /** Those of the event type that is followed. */
    before,
    clock,
    preview: {
      workspace: workspace.name,
      offer: { ...offerOf(eventType), name: title },
      questions: asked?.questions.map(({ label }) => label) ?? [],
      starts,
      bookableUntil: formatDate(Math.floor(clock.now / DAY_MS) + eventType.bookingWindowDays),
    },
  };
}

export type LinkReview = NonNullable<Awaited<ReturnType<typeof linkReview>>>;

/** The rules of an event type, with its schedule and its template by name. */
async function rulesOf(eventType: EventType, hours: HoursWish | null, base: FoundBase) {
  const { workspaceId, scheduleId, templateId } = eventType;
  const own = hours?.kind === "own" ? hours : null;
  const [[schedule], template] = await Promise.all([
    !own && scheduleId ? findSchedules(workspaceId, { ids: [scheduleId] }) : [],
    templateId ? findTemplate(workspaceId, templateId) : null,
  ]);
  const { timezone, weekly } = own ?? schedule ?? base;
  const isOwn = own !== null || (hours === null && base.hours === "own" && eventType.id === base.eventType?.id);
  return {
    description: eventType.description,
    locationType: eventType.locationType,
    locationValue: eventType.locationValue,
    requiresConfirmation: eventType.requiresConfirmation,
    hours: { name: isOwn ? null : (schedule?.name ?? ""), timezone, weekly },
    isTeamEvent: eventType.isTeamEvent,
    excludedDates: eventType.excludedDates,
    excludedDateNotes: eventType.excludedDateNotes,
    durationMinutes: eventType.durationMinutes,
    durationOptions: eventType.durationOptions,
    bufferBefore: eventType.bufferBefore,
    bufferAfter: eventType.bufferAfter,
    maxPerDay: eventType.maxPerDay,
    maxPerWeek: eventType.maxPerWeek,
    minimumNoticeMinutes: eventType.minimumNoticeMinutes,
    bookingWindowDays: eventType.bookingWindowDays,
    slotIntervalMinutes: eventType.slotIntervalMinutes,
    template: template?.name ?? null,
    /** Either sends it. */
    emailFollowupEnabled: eventType.emailFollowupEnabled || template?.emailFollowupEnabled === true,
  };
}

export type ReviewedRules = LinkReview["rules"];
