import { json } from "@remix-run/node";
import { SchedulePatch } from "~/domain/availability/schedule-input";
import { changeSchedule, deleteSchedule } from "~/domain/availability/save-schedule.server";
import { findSchedule } from "~/domain/availability/schedules.server";
import { api, noContent, operation } from "~/http/api.server";
import { requireMember } from "~/http/member.server";
import { notFound, problem } from "~/http/problem.server";
import { ScheduleAnswer } from "~/http/schedule-answer";
import { scheduleJson } from "~/http/schedule-json.server";
import { scheduleRefusal } from "~/http/schedule-refusal.server";

export const { loader, action } = api("/api/v1/workspaces/{ws}/booking/schedules/{id}", {
  GET: operation({
    auth: "user",
    summary: "See a schedule",
    answers: { 200: ScheduleAnswer },
    async handle({ user, params }) {
      const { workspace } = await requireMember(user, params.ws, "schedules.own");
      const found = await findSchedule(workspace.id, user.id, params.id);
      return found ? json(scheduleJson(found)) : notFound();
    },
  }),
  PATCH: operation({
    auth: "user",
    summary: "Change a schedule",
    description: "What is left out stays as it is; a list that is given replaces the whole list.",
    body: SchedulePatch,
    answers: { 200: ScheduleAnswer },
    example: { name: "Early mornings" },
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
    summary: "Delete a schedule",
    answers: { 204: null },
    async handle({ user, params }) {
      const { workspace } = await requireMember(user, params.ws, "schedules.own");
      const deleted = await deleteSchedule({ workspaceId: workspace.id, userId: user.id, id: params.id });
      if (deleted.ok) return noContent();
      return deleted.reason === "not_found" ? notFound() : problem(409, scheduleRefusal(deleted));
    },
  }),
});
