import { z } from "zod";
import type { User } from "~/domain/accounts/account";
import type { Schedule } from "~/domain/availability/schedule";
import { changeSchedule, createSchedule, deleteSchedule } from "~/domain/availability/save-schedule.server";
import { listSchedules } from "~/domain/availability/schedules.server";
import { numbersOf } from "~/domain/numbers.server";
import { operation } from "../api.server";
import type { Operations } from "../openapi/registry.server";
import { requireOwnWorkspace } from "../own-workspace.server";
import { notFound } from "../problem.server";
import { CalSchedule, calSchedule, CalScheduleInput, CalSchedulePatch } from "./cal-schedule";
import { success, successCreated, successOf } from "./envelope.server";
import { requireSchedule, scheduleKept, tooManySchedules } from "./schedules.server";

const one = successOf(CalSchedule);

export const calScheduleVersions = ["2024-06-11"] as const;

export const calScheduleList: Operations = {
  GET: operation({
    auth: "user",
    summary: "List your schedules",
    answers: { 200: successOf(z.array(CalSchedule)) },
    async handle({ request, user }) {
      const { workspace } = await requireOwnWorkspace(request, user, "schedules.own");
      const number = await numberOf(user, workspace.id);
      return success((await listSchedules(workspace.id, user.id)).map((each) => calSchedule(each, number)));
    },
  }),
  POST: operation({
    auth: "user",
    creates: true,
    summary: "Create a schedule",
    description: "Without `availability` it is open from Monday to Friday, 9 to 17.",
    body: CalScheduleInput,
    answers: { 201: one },
    example: {
      name: "Catch up hours",
      timeZone: "Europe/Rome",
      isDefault: false,
      availability: [{ days: ["Monday", "Tuesday"], startTime: "17:00", endTime: "19:00" }],
      overrides: [{ date: "2026-12-20", startTime: "18:00", endTime: "21:00" }],
    },
    async handle({ request, user, body }) {
      const { workspace } = await requireOwnWorkspace(request, user, "schedules.own");
      const made = await createSchedule({ workspaceId: workspace.id, userId: user.id, input: body });
      if (!made.ok) return tooManySchedules(made.most);
      return successCreated(await rendered(user, made.schedule), `/v2/schedules/${made.schedule.number}`);
    },
  }),
};

export const calDefaultSchedule: Operations = {
  GET: operation({
    auth: "user",
    summary: "Read your default schedule",
    answers: { 200: one },
    refusals: [404],
    async handle({ request, user }) {
      const { workspace } = await requireOwnWorkspace(request, user, "schedules.own");
      const found = (await listSchedules(workspace.id, user.id)).find(({ isDefault }) => isDefault);
      return found ? success(await rendered(user, found)) : notFound();
    },
  }),
};

export const calScheduleById: Operations = {
  GET: operation({
    auth: "user",
    summary: "Read a schedule of yours",
    answers: { 200: one },
    async handle({ user, params }) {
      return success(await rendered(user, await requireSchedule(user, params.id)));
    },
  }),
  PATCH: operation({
    auth: "user",
    summary: "Change a schedule of yours",
    description: "What is left out stays as it is; a list that is given replaces the whole list.",
    body: CalSchedulePatch,
    answers: { 200: one },
    example: { name: "Evenings" },
    async handle({ user, params, body }) {
      const { workspaceId, id } = await requireSchedule(user, params.id);
      const changed = await changeSchedule({ workspaceId, userId: user.id, id, patch: body });
      return changed.ok ? success(await rendered(user, changed.schedule)) : scheduleKept(changed);
    },
  }),
  DELETE: operation({
    auth: "user",
    summary: "Delete a schedule of yours",
    answers: { 200: z.strictObject({ status: z.literal("success") }) },
    async handle({ user, params }) {
      const { workspaceId, id } = await requireSchedule(user, params.id);
      const deleted = await deleteSchedule({ workspaceId, userId: user.id, id });
      return deleted.ok ? success(undefined) : scheduleKept(deleted);
    },
  }),
};

async function rendered(user: User, schedule: Schedule) {
  return calSchedule(schedule, await numberOf(user, schedule.workspaceId));
}

async function numberOf({ id }: User, workspaceId: string) {
  return (await numbersOf({ workspaceId, users: [id] })).get(id)!;
}
