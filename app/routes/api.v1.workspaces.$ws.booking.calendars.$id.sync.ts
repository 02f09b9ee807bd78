import { json } from "@remix-run/node";
import { z } from "zod";
import { syncNow } from "~/domain/calendars/sync-now.server";
import { api, operation } from "~/http/api.server";
import { syncRefusals } from "~/http/connect-refusal.server";
import { requireMember } from "~/http/member.server";
import { notFound, problem } from "~/http/problem.server";

export const { loader, action } = api("/api/v1/workspaces/{ws}/booking/calendars/{id}/sync", {
  POST: operation({
    auth: "user",
    summary: "Read a calendar now",
    answers: { 202: z.strictObject({ id: z.uuid(), status: z.literal("queued") }) },
    async handle({ user, params, now }) {
      const { workspace } = await requireMember(user, params.ws, "calendars.own");
      const asked = await syncNow({ workspaceId: workspace.id, userId: user.id, id: params.id, now });
      if (asked.ok) return json({ id: params.id?.toLowerCase(), status: "queued" }, { status: 202 });
      return asked.reason === "not_found" ? notFound() : problem(409, syncRefusals[asked.reason]);
    },
  }),
});
