import { json } from "@remix-run/node";
import { changeSession } from "~/domain/coaches/change-session.server";
import { SessionStatusInput } from "~/domain/coaches/session";
import { api, operation } from "~/http/api.server";
import { SessionAnswer } from "~/http/session-answer";
import { sessionJson, sessionRefusal } from "~/http/session-json.server";
import { requireSession } from "~/http/coach-session.server";

export const { loader, action } = api("/api/v1/booking/{id}/status", {
  PATCH: operation({
    auth: "user",
    summary: "Confirm, complete or cancel a session",
    description: "Pending becomes confirmed or cancelled, confirmed completed or cancelled. Its client may cancel it.",
    body: SessionStatusInput,
    answers: { 200: SessionAnswer },
    example: { status: "confirmed" },
    async handle({ user, params, body: { status, reason }, now }) {
      const session = await requireSession(user, params.id);
      const result = await changeSession({ session, userId: user.id, status, reason, now });
      return result.ok ? json(sessionJson(result.booking)) : sessionRefusal(result, session.booking);
    },
  }),
});
