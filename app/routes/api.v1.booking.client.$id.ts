import { api, listOf, operation } from "~/http/api.server";
import { SessionAnswer } from "~/http/session-answer";
import { listOwnSessions, SessionsQuery } from "~/http/session-list.server";

export const { loader, action } = api("/api/v1/booking/client/{id}", {
  GET: operation({
    auth: "user",
    summary: "List a client's sessions",
    description: "One's own; anybody's of the workspace for owners and admins. The latest first.",
    query: SessionsQuery,
    answers: { 200: listOf(SessionAnswer) },
    handle: (call) => listOwnSessions("client", call),
  }),
});
