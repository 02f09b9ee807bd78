import { Logger, runOnce } from "graphile-worker";
import { tasks } from "../../jobs/tasks";

/** Runs every job that is due, and those that they add, and comes back when none is left. `tell` hears the worker's log. */
export async function runJobs(tell: (line: string) => void = () => {}) {
  const logger = new Logger(() => (_, line) => tell(line));
  await runOnce({ connectionString: process.env.DATABASE_URL, taskList: tasks, noHandleSignals: true, logger });
}
