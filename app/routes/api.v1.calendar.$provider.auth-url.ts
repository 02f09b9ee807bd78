import { z } from "zod";
import { isAllowedRedirect } from "~/domain/calendars/registration.server";
import { api, operation } from "~/http/api.server";
import { ConsentAnswer } from "~/http/calendar-answer";
import { beginForProgram, providerOfPath } from "~/http/connect-by-program.server";
import { inWorkspace, requireOwnWorkspace } from "~/http/own-workspace.server";
import { invalid, notFound } from "~/http/problem.server";

const Query = z.object({
  redirect_uri: z
    .string({ error: "redirect_uri is missing." })
    .describe("Where the provider leads back to: one of the addresses that the operator allows."),
  ...inWorkspace,
});

export const { loader, action } = api("/api/v1/calendar/{provider}/auth-url", {
  GET: operation({
    auth: "user",
    summary: "Begin to connect a calendar",
    description: "For programs: send the calendar's owner to `auth_url`, and bring back `code` and `state`.",
    query: Query,
    answers: { 200: ConsentAnswer },
    async handle({ request, user, params, query, now }) {
      const provider = providerOfPath(params.provider);
      if (!provider) return notFound();
      const { workspace } = await requireOwnWorkspace(request, user, "calendars.own");
      const redirectUri = query.redirect_uri;
      if (!isAllowedRedirect(redirectUri))
        return invalid([
          { path: "redirect_uri", message: "That address is not one that this instance sends people to." },
        ]);
      return beginForProgram({ workspaceId: workspace.id, userId: user.id, provider, redirectUri, now });
    },
  }),
});
