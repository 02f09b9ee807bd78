import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { postgresProcessesIn, recordedPostmaster } from "./processes";

const ESCALATION = [
  { signal: "SIGINT", patience: 10_000 },
  { signal: "SIGQUIT", patience: 6_000 },
  { signal: "SIGKILL", patience: 2_000 },
  { signal: "SIGKILL", patience: 2_000 },
] as const;

/** Ends what a killed Meridian left running in its cluster. Call it only while holding the lock of DATA_DIR. */
export async function stopLeftovers(cluster: string, log: (line: string) => void): Promise<void> {
  if (postgresProcessesIn(cluster).length > 0) log("Stopping the Postgres that a killed Meridian left behind");
  for (const { signal, patience } of ESCALATION) {
    const running = postgresProcessesIn(cluster);
    const postmaster = running.find((pid) => pid === recordedPostmaster(cluster));
    // Without a postmaster nobody else ends its backends, and they would write into the cluster of the next one.
    if (postmaster) send(postmaster, signal);
    else running.forEach((pid) => send(pid, "SIGKILL"));
    if (await allGone(cluster, patience)) return forgetReusedPid(cluster);
  }
  throw new Error(`Postgres processes ${postgresProcessesIn(cluster).join(", ")} in ${cluster} do not end.`);
}

async function allGone(cluster: string, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (postgresProcessesIn(cluster).length > 0) {
    if (Date.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}

/** Postgres clears a postmaster.pid of a dead process by itself, but refuses to start when the number has a new owner. */
function forgetReusedPid(cluster: string): void {
  const pid = recordedPostmaster(cluster);
  if (pid === null) return;
  if (Number.isNaN(pid) || isTaken(pid)) rmSync(join(cluster, "postmaster.pid"), { force: true });
}

function isTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
