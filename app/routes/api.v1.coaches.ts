import { json } from "@remix-run/node";
import { listCoaches } from "~/domain/coaches/coaches.server";
import { api, operation } from "~/http/api.server";
import { OwnWorkspace, requireOwnWorkspace } from "~/http/own-workspace.server";
import { CoachesAnswer } from "~/http/session-answer";
import { coachJson } from "~/http/session-json.server";

export const { loader, action } = api("/api/v1/coaches", {
  GET: operation({
    auth: "user",
    summary: "List coaches",
    description: "Who takes sessions, by name, and when they are next free.",
    query: OwnWorkspace,
    answers: { 200: CoachesAnswer },
    async handle({ request, user, now }) {
      const { workspace } = await requireOwnWorkspace(request, user, "coaches.read");
      return json({ coaches: (await listCoaches(workspace.id, now)).map(coachJson) });
    },
  }),
});
