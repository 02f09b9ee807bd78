import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, readlinkSync, statSync } from "node:fs";
import { basename, join } from "node:path";

const isLinux = process.platform === "linux";

/** Tells a process from a later one with the same number; null when it has ended, also when nobody has reaped it yet. */
export function identityOf(pid: number): string | null {
  return isLinux ? linuxIdentity(pid) : portableIdentity(pid);
}

function linuxIdentity(pid: number): string | null {
  const stat = readIfThere(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The name in parentheses may hold spaces; after it come the state (3rd field) and the start time (22nd).
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z" || fields[0] === "X") return null;
  return `${fields[19]}@${readIfThere("/proc/sys/kernel/random/boot_id")?.trim()}`;
}

function portableIdentity(pid: number): string | null {
  const [state, ...started] = ps(pid, "stat=,lstart=").split(/\s+/);
  return !state || state.startsWith("Z") ? null : started.join("-");
}

/** The number in postmaster.pid: null without the file, NaN when a crash left it empty. */
export function recordedPostmaster(cluster: string): number | null {
  const text = readIfThere(join(cluster, "postmaster.pid"));
  return text === null ? null : Number.parseInt(text, 10);
}

/** Postgres processes at work in this cluster: on Linux all of them, elsewhere only the postmaster can be told. */
export function postgresProcessesIn(cluster: string): number[] {
  if (!isLinux) return portablePostmaster(cluster);
  const folder = statSync(cluster, { throwIfNoEntry: false });
  if (!folder) return [];
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      const cwd = statSync(`/proc/${pid}/cwd`);
      if (cwd.ino !== folder.ino || cwd.dev !== folder.dev) return false;
      return basename(readlinkSync(`/proc/${pid}/exe`)).startsWith("postgres");
    } catch {
      return false;
    }
  });
}

function portablePostmaster(cluster: string): number[] {
  const pid = recordedPostmaster(cluster);
  if (!pid) return [];
  const command = ps(pid, "command=");
  return command.includes("postgres") && command.includes(cluster) ? [pid] : [];
}

function ps(pid: number, columns: string): string {
  return spawnSync("ps", ["-o", columns, "-p", String(pid)], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  }).stdout.trim();
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
