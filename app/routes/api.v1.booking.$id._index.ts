import { json } from "@remix-run/node";
import { z } from "zod";
import { reasonField } from "~/domain/bookings/booking";
import { changeSession } from "~/domain/coaches/change-session.server";
import { api, noContent, operation } from "~/http/api.server";
import { SessionAnswer } from "~/http/session-answer";
import { sessionJson, sessionRefusal } from "~/http/session-json.server";
import { requireSession } from "~/http/coach-session.server";

const read = operation({
  auth: "user",
  summary: "Read a session",
  description: "For its client, its coach, and owners and admins of its workspace.",
  answers: { 200: SessionAnswer },
  handle: async ({ user, params }) => json(sessionJson((await requireSession(user, params.id)).booking)),
});

const remove = operation({
  auth: "user",
  summary: "Cancel a session",
  description: "It is kept, and says so.",
  query: z.object({ reason: reasonField.optional().describe("For those who take part.") }),
  answers: { 204: null },
  async handle({ user, params, query: { reason }, now }) {
    const session = await requireSession(user, params.id);
    const result = await changeSession({ session, userId: user.id, status: "cancelled", reason, now });
    return result.ok ? noContent() : sessionRefusal(result, session.booking);
  },
});

export const { loader, action } = api("/api/v1/booking/{id}", { GET: read, DELETE: remove });
