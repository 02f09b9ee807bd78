import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { identityOf } from "./processes";

/** A Meridian that is just ending gets this long to be gone. */
const GRACE = 1_000;

/** Takes DATA_DIR for this process and returns the way to give it back. The lock of a killed process does not count. */
export async function lockDataDir(dataDir: string): Promise<() => void> {
  const deadline = Date.now() + GRACE;
  const path = join(dataDir, "postgres.lock");
  const mine = `${process.pid} ${identityOf(process.pid)}`;
  for (;;) {
    if (createWhole(path, mine)) return () => removeIf(path, mine);
    const holder = read(path);
    if (holder === null) continue;
    if (!isAlive(holder)) removeIf(path, holder);
    else if (Date.now() < deadline) await sleep(50);
    else throw new Error(inUse(dataDir, holder));
  }
}

function createWhole(path: string, content: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function isAlive(holder: string): boolean {
  const [pid, ...identity] = holder.split(" ");
  return identityOf(Number(pid)) === identity.join(" ");
}

/** Moves the file away before judging it, so that of two processes at a stale lock neither deletes the other's new one. */
function removeIf(path: string, content: string): void {
  if (read(path) !== content) return;
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
    if (read(aside) !== content) linkSync(aside, path);
  } catch {
    return;
  } finally {
    rmSync(aside, { force: true });
  }
}

function inUse(dataDir: string, holder: string): string {
  const pid = holder.split(" ")[0];
  return `DATA_DIR ${dataDir} is in use by another Meridian (process ${pid}). Stop that one first, or set another DATA_DIR.`;
}
