import { refusedBy } from "~db/client";
import type { Invalid, SlugTaken } from "../event-types/refusals.server";

export type NotFound = { ok: false; reason: "not_found" };
export type InUse = { ok: false; reason: "in_use"; eventTypes: string[] };
export type { Invalid, SlugTaken };

/** The database has the last word on slugs. */
export async function translated<Result>(work: () => Promise<Result>): Promise<Result | SlugTaken> {
  try {
    return await work();
  } catch (error) {
    if (refusedBy(error)?.constraint === "teams_slug_unique") return { ok: false, reason: "slug_taken" };
    throw error;
  }
}
