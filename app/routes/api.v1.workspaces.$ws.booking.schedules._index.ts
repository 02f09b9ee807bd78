import { ScheduleInput } from "~/domain/availability/schedule-input";
import { createSchedule } from "~/domain/availability/save-schedule.server";
import { countSchedules, listNewestSchedules } from "~/domain/availability/schedules.server";
import { api, created, list, listOf, operation, Page } from "~/http/api.server";
import { requireMember } from "~/http/member.server";
import { problem } from "~/http/problem.server";
import { ScheduleAnswer } from "~/http/schedule-answer";
import { scheduleJson } from "~/http/schedule-json.server";

export const { loader, action } = api("/api/v1/workspaces/{ws}/booking/schedules", {
  GET: operation({
    auth: "user",
    summary: "List one's schedules",
    query: Page,
    answers: { 200: listOf(ScheduleAnswer) },
    async handle({ user, params, query }) {
      const { workspace } = await requireMember(user, params.ws, "schedules.own");
      const [found, total] = await Promise.all([
        listNewestSchedules(workspace.id, user.id, query),
        countSchedules(workspace.id, user.id),
      ]);
      return list(found.map(scheduleJson), total, query);
    },
  }),
  POST: operation({
    auth: "user",
    summary: "Make a schedule",
    description: "One's own hours. Without weekly hours it is closed but for its other dates.",
    body: ScheduleInput,
    answers: { 201: ScheduleAnswer },
    creates: true,
    example: {
      name: "Mornings",
      timezone: "Europe/Oslo",
      availability: [{ weekday: "monday", start: "09:00", end: "12:00" }],
      overrides: [{ date: "2026-12-24", intervals: [] }],
    },
    async handle({ request, user, params, body }) {
      const { workspace } = await requireMember(user, params.ws, "schedules.own");
      const made = await createSchedule({ workspaceId: workspace.id, userId: user.id, input: body });
      if (!made.ok) return problem(409, `You have ${made.most} schedules, which is the most there can be.`);
      return created(scheduleJson(made.schedule), `${new URL(request.url).pathname}/${made.schedule.id}`);
    },
  }),
});
