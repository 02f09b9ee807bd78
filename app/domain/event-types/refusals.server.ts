import { refusedBy } from "~db/client";
import { retried } from "~db/retried";
import type { FieldProblem } from "./settings";

export type Invalid = { ok: false; reason: "invalid"; errors: FieldProblem[] };
export type SlugTaken = { ok: false; reason: "slug_taken" };
export type Closed = { ok: false; reason: "not_found" | "not_allowed" };

/** The database has the last word on slugs, and on people and schedules that go away meanwhile; a deadlock means another try. */
export async function translated<Result>(work: () => Promise<Result>): Promise<Result | Invalid | SlugTaken> {
  try {
    return await retried(work);
  } catch (error) {
    const constraint = refusedBy(error)?.constraint;
    if (constraint === "booking_event_types_slug_unique") return { ok: false, reason: "slug_taken" };
    const gone = constraint ? goneMeanwhile[constraint] : undefined;
    if (gone) return { ok: false, reason: "invalid", errors: [gone] };
    throw error;
  }
}

const goneMeanwhile: Record<string, FieldProblem> = {
  booking_event_type_members_member_fkey: {
    path: "member_ids",
    message: "One of the hosts has just left this workspace.",
  },
  booking_event_types_schedule_fkey: { path: "schedule_id", message: "This schedule has just been deleted." },
  booking_event_types_team_fkey: { path: "team_id", message: "This team has just been deleted." },
};
