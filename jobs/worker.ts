import { EventEmitter } from "node:events";
import { Logger, run, type WorkerEvents } from "graphile-worker";
import type { Logger as Pino } from "pino";
import { isMailKept } from "~/domain/notifications/outbox.server";
import { env } from "~/env.server";
import { crontab } from "./crontab";
import { register } from "./presence";
import { tasks } from "./tasks";

/** Runs jobs until it is stopped. Jobs that a killed worker left behind are run again. */
export async function startWorker({ logger }: { logger: Pino }): Promise<{ stop(): Promise<void> }> {
  warnOfOpenOutbox(logger);
  const presence = await register(env.DATABASE_URL, logger);
  const events: WorkerEvents = new EventEmitter();
  // Jobs are locked in the name of the pool, so it has to be the one that is known to be alive.
  events.on("pool:create", ({ workerPool }) => (workerPool.id = presence.name));
  const runner = await run({
    connectionString: env.DATABASE_URL,
    taskList: tasks,
    crontab,
    concurrency: 4,
    pollInterval: 2000,
    noHandleSignals: true,
    events,
    logger: new Logger(() => (level, message, meta) => tell(logger, level, message, meta)),
  }).catch(async (error: unknown) => {
    await presence.leave();
    throw error;
  });
  runner.promise.catch((error: unknown) => logger.error({ err: error }, "the worker stopped"));
  return {
    async stop() {
      await runner.stop();
      await presence.leave();
    },
  };
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
