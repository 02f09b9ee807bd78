import { json } from "@remix-run/node";
import { AnswerInput } from "~/domain/calendars/calendar-patch";
import { api, operation } from "~/http/api.server";
import { finishForProgram, providerOfPath } from "~/http/connect-by-program.server";
import { requireOwnWorkspace } from "~/http/own-workspace.server";
import { notFound } from "~/http/problem.server";

/** The provider's tokens stay here: the caller learns which connection came of them. */
export const { loader, action } = api("/api/v1/calendar/{provider}/exchange-token", {
  POST: operation({
    auth: "user",
    body: AnswerInput,
    async handle({ request, user, sessionId, params, body, now }) {
      const provider = providerOfPath(params.provider);
      if (!provider) return notFound();
      const { workspace } = await requireOwnWorkspace(request, user, "calendars.own");
      const answer = { ...body, workspaceId: workspace.id, userId: user.id, provider, sessionId, now };
      const { id, expiresIn } = await finishForProgram(answer);
      return json({ connection_id: id, token_type: "Bearer", expires_in: expiresIn });
    },
  }),
});
