import { z } from "zod";
import { ScheduleInput, SchedulePatch } from "~/domain/availability/schedule-input";
import type { Schedule } from "~/domain/availability/schedule";
import { changeSchedule, createSchedule, deleteSchedule } from "~/domain/availability/save-schedule.server";
import { listSchedules } from "~/domain/availability/schedules.server";
import { noContent, operation } from "../api.server";
import type { Operations } from "../openapi/registry.server";
import { requireOwnWorkspace } from "../own-workspace.server";
import { scheduleJson } from "../schedule-json.server";
import { success, successCreated, successOf } from "./envelope.server";
import { PlainSchedule } from "./plain-schedule";
import { requireSchedule, scheduleKept, tooManySchedules } from "./schedules.server";

const one = successOf(PlainSchedule);

export const plainScheduleList: Operations = {
  GET: operation({
    auth: "user",
    summary: "List your schedules",
    description: "The default one first.",
    answers: { 200: successOf(z.array(PlainSchedule)) },
    async handle({ request, user }) {
      const { workspace } = await requireOwnWorkspace(request, user, "schedules.own");
      return success((await listSchedules(workspace.id, user.id)).map(plainSchedule));
    },
  }),
  POST: operation({
    auth: "user",
    creates: true,
    summary: "Create a schedule",
    body: ScheduleInput,
    answers: { 201: one },
    example: {
      name: "Work hours",
      timezone: "Europe/Oslo",
      availability: [{ weekday: "monday", start: "09:00", end: "17:00" }],
      overrides: [{ date: "2026-12-24", intervals: [] }],
    },
    async handle({ request, user, body }) {
      const { workspace } = await requireOwnWorkspace(request, user, "schedules.own");
      const made = await createSchedule({ workspaceId: workspace.id, userId: user.id, input: body });
      if (!made.ok) return tooManySchedules(made.most);
      return successCreated(plainSchedule(made.schedule), `/v2/schedules/${made.schedule.number}`);
    },
  }),
};

export const plainScheduleById: Operations = {
  GET: operation({
    auth: "user",
    summary: "Read a schedule of yours",
    answers: { 200: one },
    async handle({ user, params }) {
      return success(plainSchedule(await requireSchedule(user, params.id)));
    },
  }),
  PATCH: operation({
    auth: "user",
    summary: "Change a schedule of yours",
    description: "What is left out stays as it is; a list that is given replaces the whole list.",
    body: SchedulePatch,
    answers: { 200: one },
    example: { name: "Weekend only" },
    async handle({ user, params, body }) {
      const { workspaceId, id } = await requireSchedule(user, params.id);
      const changed = await changeSchedule({ workspaceId, userId: user.id, id, patch: body });
      return changed.ok ? success(plainSchedule(changed.schedule)) : scheduleKept(changed);
    },
  }),
  DELETE: operation({
    auth: "user",
    summary: "Delete a schedule of yours",
    description: "Not the default one, and none that an event type names.",
    answers: { 204: null },
    async handle({ user, params }) {
      const { workspaceId, id } = await requireSchedule(user, params.id);
      const deleted = await deleteSchedule({ workspaceId, userId: user.id, id });
      return deleted.ok ? noContent() : scheduleKept(deleted);
    },
  }),
};

function plainSchedule(schedule: Schedule): z.input<typeof PlainSchedule> {
  return { ...scheduleJson(schedule), id: schedule.number };
}
