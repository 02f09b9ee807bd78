import { json } from "@remix-run/node";
import { SchedulePatch } from "~/domain/availability/schedule-input";
import { changeSchedule, deleteSchedule } from "~/domain/availability/save-schedule.server";
import { findSchedule } from "~/domain/availability/schedules.server";
import { api, noContent, operation } from "~/http/api.server";
import { requireMember } from "~/http/member.server";
import { notFound, problem } from "~/http/problem.server";
import { scheduleJson } from "~/http/schedule-json.server";
import { scheduleRefusal } from "~/http/schedule-refusal.server";

export const { loader, action } = api("/api/v1/workspaces/{ws}/booking/schedules/{id}", {
  GET: operation({
    auth: "user",
    async handle({ user, params }) {
      const { workspace } = await requireMember(user, params.ws, "schedules.own");
      const found = await findSchedule(workspace.id, user.id, params.id);
      return found ? json(scheduleJson(found)) : notFound();
    },
  }),
  PATCH: operation({
    auth: "user",
    body: SchedulePatch,
    async handle({ user, params, body }) {
      const { workspace } = await requireMember(user, params.ws, "schedules.own");
      const key = { workspaceId: workspace.id, userId: user.id, id: params.id };
      const changed = await changeSchedule({ ...key, patch: body });
      if (changed.ok) return json(scheduleJson(changed.schedule));
      return changed.reason === "not_found" ? notFound() : problem(409, scheduleRefusal(changed));
    },
  }),
  DELETE: operation({
    auth: "user",
    async handle({ user, params }) {
      const { workspace } = await requireMember(user, params.ws, "schedules.own");
      const deleted = await deleteSchedule({ workspaceId: workspace.id, userId: user.id, id: params.id });
      if (deleted.ok) return noContent();
      return deleted.reason === "not_found" ? notFound() : problem(409, scheduleRefusal(deleted));
    },
  }),
});
