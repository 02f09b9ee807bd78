import { EventEmitter } from "node:events";
import { Logger, run, type Runner, type WorkerEvents } from "graphile-worker";
import type { Logger as Pino } from "pino";
import { isMailKept } from "~/domain/notifications/outbox.server";
import { env } from "~/env.server";
import { crontab } from "./crontab";
import { register } from "./presence";
import { tasks } from "./tasks";

// Somebody else's server may take its time. Mail and calendars don't wait for it, and few others do.
const { deliver_webhook, ...ownTasks } = tasks;

/** Runs jobs until it is stopped. Jobs that a killed worker left behind are run again. */
export async function startWorker({ logger }: { logger: Pino }): Promise<{ stop(): Promise<void> }> {
  warnOfOpenOutbox(logger);
  const presence = await register(env.DATABASE_URL, logger);
  const shared = {
    connectionString: env.DATABASE_URL,
    pollInterval: 2000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message, meta) => tell(logger, level, message, meta)),
  };
  const runners: Runner[] = [];
  const stopping = new AbortController();
  const stop = async () => {
    stopping.abort();
    await Promise.all(runners.map((runner) => runner.stop()));
    await presence.leave();
  };
  try {
    const events = eventsOf(presence.name);
    runners.push(await run({ ...shared, events, taskList: ownTasks, crontab, concurrency: 4 }));
    const inQueues = goOn(eventsOf(presence.name), stopping.signal);
    runners.push(
      await run({
        ...{ ...shared, events: inQueues, taskList: { deliver_webhook }, crontab: "" },
        ...{ concurrency: 12, maxPoolSize: 12 },
      }),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  for (const runner of runners) {
    runner.promise.catch((error: unknown) => logger.error({ err: error }, "the worker stopped"));
  }
  return { stop };
}

/** Jobs are locked in the name of the pool, so it has to be the one that is known to be alive. */
function eventsOf(name: string): WorkerEvents {
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => (workerPool.id = name));
  return events;
}

/**
 * Who has done a job of a queue looks for the next one before that queue is open again, finds nothing, and would sleep: so
 * it is made to look once more.
 */
function goOn(events: WorkerEvents, stopping: AbortSignal) {
  events.on("job:complete", ({ worker }) => {
    setTimeout(() => {
      if (!stopping.aborted) worker.nudge();
    }, 25).unref();
  });
  return events;
}

function warnOfOpenOutbox(logger: Pino) {
  const { hostname } = new URL(env.APP_URL);
  if (!isMailKept() || hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.")) return;
  logger.warn("No mail service is set: all mail, with its secret links, is open to everybody at /dev/mail.");
}

/** The queue's own notes matter when something is wrong; the rest is for debugging. */
function tell(logger: Pino, level: string, message: string, meta?: Record<string, unknown>) {
  if (level === "error") logger.error({ err: meta?.error }, message);
  else if (level === "warning") logger.warn(message);
  else logger.debug(message);
}
