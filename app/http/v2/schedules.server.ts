import type { User } from "~/domain/accounts/account";
import type { Schedule } from "~/domain/availability/schedule";
import { findSchedule } from "~/domain/availability/schedules.server";
import { scheduleNumbered } from "~/domain/numbers.server";
import { requireMember } from "../member.server";
import { notFound, problem } from "../problem.server";
import { scheduleRefusal } from "../schedule-refusal.server";
import { readNumber } from "./fields";

/** The schedule in the path, if it is the caller's own; a colleague's does not exist for them. */
export async function requireSchedule(user: User, id: string | undefined): Promise<Schedule> {
  const number = readNumber(id);
  const place = number === null ? null : await scheduleNumbered(number);
  if (!place) throw notFound();
  await requireMember(user, place.workspaceId, "schedules.own");
  const schedule = await findSchedule(place.workspaceId, user.id, place.id);
  if (!schedule) throw notFound();
  return schedule;
}

type Kept = { reason: "not_found" } | Parameters<typeof scheduleRefusal>[0];

/** Why a schedule stays as it is. */
export function scheduleKept(refused: Kept): Response {
  return refused.reason === "not_found" ? notFound() : problem(409, scheduleRefusal(refused), { code: refused.reason });
}

export function tooManySchedules(most: number) {
  return problem(409, `You have ${most} schedules, which is the most there can be.`, { code: "too_many" });
}
