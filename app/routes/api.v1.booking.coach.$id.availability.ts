import { openSlots, zoneOfHours } from "~/domain/availability/open-slots.server";
import { readSessionRange, SessionSlotsQuery } from "~/domain/coaches/session-slots-query";
import { sessionEventTypeOf } from "~/domain/coaches/session-event-type.server";
import { isoInstant } from "~/domain/time";
import { api, operation } from "~/http/api.server";
import { requireCoach } from "~/http/coach.server";
import { withEtag } from "~/http/etag.server";
import { invalid } from "~/http/problem.server";
import { SessionSlotsAnswer } from "~/http/session-answer";

const read = operation({
  auth: "none",
  summary: "List a coach's free slots",
  description: "Dates are both included, instants half-open; 62 days at most. Of the start of a session.",
  query: SessionSlotsQuery,
  answers: { 200: SessionSlotsAnswer },
  hasEtag: true,
  async handle({ request, user, params, query, now }) {
    const coach = await requireCoach(params.id, query.workspace, user);
    const eventType = await sessionEventTypeOf(coach);
    const asked = readSessionRange(query, query.timezone ?? (await zoneOfHours(eventType, now)));
    if (!("range" in asked)) return invalid([asked]);
    const minutes = query.duration_minutes;
    const { slots } = await openSlots({ eventType, durationMinutes: minutes, range: asked.range, now });
    const slot = (start: number) => ({
      start: isoInstant(start),
      end: isoInstant(start + minutes * 60_000),
      duration_minutes: minutes,
    });
    return withEtag(request, { coach_id: coach.userId, available_slots: slots.map(slot) });
  },
});

export const { loader, action } = api("/api/v1/booking/coach/{id}/availability", { GET: read }, { cors: true });
