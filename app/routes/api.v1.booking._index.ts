import { bookSession, type BookSessionResult } from "~/domain/coaches/book-session.server";
import { SessionInput } from "~/domain/coaches/session";
import { findSessionEventType } from "~/domain/event-types/event-types.server";
import { api, created, operation } from "~/http/api.server";
import { slotTaken } from "~/http/booking-json.server";
import { OwnWorkspace, requireOwnWorkspace } from "~/http/own-workspace.server";
import { invalid, problem } from "~/http/problem.server";
import { SessionAnswer } from "~/http/session-answer";
import { sessionJson } from "~/http/session-json.server";
import { visitorLocale } from "~/http/visitor.server";

export const { loader, action } = api("/api/v1/booking", {
  POST: operation({
    auth: "user",
    summary: "Book a session",
    description:
      "For clients. It is `pending` until the coach confirms. A time that is not free is a 409 with `alternatives`.",
    query: OwnWorkspace,
    body: SessionInput,
    answers: { 201: SessionAnswer },
    refusals: [404],
    creates: true,
    example: {
      coach_id: "3f0c4c39-6f2a-4f8e-9d3b-0a1b2c3d4e5f",
      session_datetime: "2027-03-15T14:00:00Z",
      duration_minutes: 60,
      notes: "Looking forward to it.",
    },
    async handle({ request, user, body, now }) {
      const { workspace } = await requireOwnWorkspace(request, user, "sessions.book");
      const { coach_id: coachId, session_datetime: start, duration_minutes: durationMinutes, notes, answers } = body;
      const { locale } = visitorLocale(request);
      const order = {
        workspaceId: workspace.id,
        coachId,
        client: user,
        start,
        durationMinutes,
        notes,
        answers,
        locale,
      };
      const result = await bookSession({ ...order, now });
      if (result.ok) return created(sessionJson(result.booking), `/api/v1/booking/${result.booking.id}`);
      if (result.reason !== "slot_unavailable") return refusal(result);
      const eventType = await findSessionEventType(workspace.id, coachId);
      const noticeMinutes = eventType?.minimumNoticeMinutes ?? 0;
      return slotTaken(result, { start, zone: user.timezone, noticeMinutes, now });
    },
  }),
});

function refusal(result: Exclude<BookSessionResult, { ok: true } | { reason: "slot_unavailable" }>) {
  if (result.reason === "past") {
    return invalid([{ path: "session_datetime", message: "A session is in the future." }]);
  }
  if (result.reason === "invalid_answers") return invalid(result.errors);
  return problem(404, "There is no such coach in this workspace, or they take no sessions.");
}
