import { json } from "@remix-run/node";
import { z } from "zod";
import { AnswerInput } from "~/domain/calendars/calendar-patch";
import { api, operation } from "~/http/api.server";
import { finishForProgram, providerOfPath } from "~/http/connect-by-program.server";
import { OwnWorkspace, requireOwnWorkspace } from "~/http/own-workspace.server";
import { notFound } from "~/http/problem.server";

const ConnectedAnswer = z
  .strictObject({
    connection_id: z.uuid(),
    token_type: z.literal("Bearer"),
    expires_in: z.int().describe("Seconds until the provider wants its tokens renewed, which happens by itself."),
  })
  .meta({ id: "ConnectedCalendar" });

/** The provider's tokens stay here: the caller learns which connection came of them. */
export const { loader, action } = api("/api/v1/calendar/{provider}/exchange-token", {
  POST: operation({
    auth: "user",
    summary: "Connect a calendar",
    description: "With what the provider's redirect brought. Its tokens never leave the server.",
    query: OwnWorkspace,
    body: AnswerInput,
    answers: { 200: ConnectedAnswer },
    creates: true,
    reachesOut: true,
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
