import { endSessions } from "~/domain/accounts/end-sessions.server";
import { api, noContent, operation } from "~/http/api.server";
import { endSessionHeader } from "~/http/session.server";

const logout = operation({
  auth: "user",
  summary: "Sign out",
  description: "Ends the session whose token or cookie is sent. An API key stays what it is.",
  answers: { 204: null },
  async handle({ request, user, sessionId }) {
    if (sessionId) await endSessions({ userId: user.id, which: { only: sessionId } });
    const answer = noContent();
    if (!request.headers.has("Authorization")) answer.headers.append("Set-Cookie", await endSessionHeader());
    return answer;
  },
});

export const { loader, action } = api("/api/v1/auth/logout", { POST: logout });
