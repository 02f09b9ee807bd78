import { z } from "zod";
import { changeProfile } from "~/domain/accounts/change-profile.server";
import { nameField, type User } from "~/domain/accounts/account";
import { findSchedules } from "~/domain/availability/schedules.server";
import { zoneField } from "~/domain/fields";
import { numbersOf } from "~/domain/numbers.server";
import { defaultMembership } from "~/domain/workspaces/workspaces.server";
import { operation } from "../api.server";
import type { Operations } from "../openapi/registry.server";
import { notFound } from "../problem.server";
import { success, successOf } from "./envelope.server";

const CalMe = z
  .strictObject({
    id: z.int(),
    username: z.string().nullable().describe("Your default workspace's address; null where you are in none."),
    email: z.string(),
    name: z.string(),
    avatarUrl: z.null(),
    bio: z.null(),
    timeFormat: z.literal(24),
    defaultScheduleId: z.int().nullable(),
    weekStart: z.literal("Monday"),
    timeZone: z.string(),
    locale: z.literal("en"),
    organizationId: z.null(),
  })
  .meta({ id: "CalMe" });

export const calMe: Operations = {
  GET: operation({
    auth: "user",
    summary: "Read your profile",
    answers: { 200: successOf(CalMe) },
    async handle({ user }) {
      return success(await rendered(user));
    },
  }),
  PATCH: operation({
    auth: "user",
    summary: "Change your profile",
    body: z.object({ name: nameField.optional(), timeZone: zoneField.optional() }),
    answers: { 200: successOf(CalMe) },
    example: { timeZone: "Europe/London" },
    async handle({ user, body: { name, timeZone: timezone } }) {
      const changed = await changeProfile(user, { name, timezone });
      return changed.ok ? success(await rendered(changed.user)) : notFound();
    },
  }),
};

async function rendered(user: User): Promise<z.input<typeof CalMe>> {
  const membership = await defaultMembership(user);
  const workspaceId = membership?.workspace.id ?? user.id;
  const [numbers, [schedule]] = await Promise.all([
    numbersOf({ workspaceId, users: [user.id] }),
    findSchedules(workspaceId, { defaultsOf: [user.id] }),
  ]);
  return {
    id: numbers.get(user.id)!,
    username: membership?.workspace.slug ?? null,
    email: user.email,
    name: user.name,
    avatarUrl: null,
    bio: null,
    timeFormat: 24,
    defaultScheduleId: schedule?.number ?? null,
    weekStart: "Monday",
    timeZone: user.timezone,
    locale: "en",
    organizationId: null,
  };
}
