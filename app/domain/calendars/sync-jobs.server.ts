import { sql, type SQL } from "drizzle-orm";
import { jobsFor } from "~db/queue";

/** Mail goes first. */
const priority = sql`10`;

/** A job for each connection of `from`: one that waits already is replaced, so that many wishes make one reading. */
export function syncJobs(from: SQL, runAt?: SQL) {
  const payload = { workspaceId: sql`workspace_id`, connectionId: sql`id` };
  return jobsFor("sync_calendar", payload, from, { key: sql`'sync/' || id`, runAt, priority });
}
