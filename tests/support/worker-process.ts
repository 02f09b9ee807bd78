import { spawn } from "node:child_process";
import { once } from "node:events";

const code = `
  const { startWorker } = await import("./jobs/worker.ts");
  const { default: pino } = await import("pino");
  await startWorker({ logger: pino({ level: "silent" }) });`;

/** A worker in a process of its own, on the test's database. `environment` is added to the test's own. */
export function startWorkerProcess(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
    env: { ...process.env, ...environment },
    stdio: "inherit",
  });
  return {
    /** Nothing in it gets a chance to say goodbye. */
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

/** Reads until it is right, or time is up, and gives what was read last. */
export async function until<Value>(read: () => Promise<Value>, isRight: (value: Value) => boolean, ms = 15_000) {
  const end = Date.now() + ms;
  for (;;) {
    const value = await read();
    if (isRight(value) || Date.now() > end) return value;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
