import { Logger, runOnce } from "graphile-worker";
import { tasks } from "../../jobs/tasks";

/** Runs every job that is due, and those that they add, and comes back when none is left. */
export async function runJobs() {
  const logger = new Logger(() => () => {});
  await runOnce({ connectionString: process.env.DATABASE_URL, taskList: tasks, noHandleSignals: true, logger });
}
