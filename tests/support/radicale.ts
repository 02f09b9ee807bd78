import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { installDebian } from "./debian";
import { freePort } from "./processes";

/** Somebody's calendar on a CalDAV server. */
export type Calendar = {
  request(method: string, name: string, body?: string, headers?: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
};

/** How to start Radicale, which Debian's package is installed for where there is none; null where that is not possible. */
export function ensureRadicale(): string[] | null {
  // The package `radicale` would add a user and a service. This one holds the same program and nothing else.
  return findRadicale() ?? (installDebian("python3-radicale") ? findRadicale() : null);
}

function findRadicale() {
  const commands = [["radicale"], ["/usr/bin/python3", "-m", "radicale"]];
  return commands.find((command) => run([...command, "--version"])) ?? null;
}

function run([command = "", ...args]: string[]) {
  return spawnSync(command, args, { stdio: "ignore", timeout: 20_000 }).status === 0;
}

/** Starts a server of its own with one empty calendar in it. */
export async function startRadicale(command: string[]): Promise<Calendar> {
  const folder = mkdtempSync(path.join(tmpdir(), "radicale-"));
  const port = await freePort();
  const settings = { "server-hosts": `127.0.0.1:${port}`, "auth-type": "none", "storage-filesystem-folder": folder };
  const options = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
  // An empty name keeps the system's own settings out.
  const child = spawn(command[0]!, [...command.slice(1), "--config", "", ...options], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let output = "";
  child.stderr.on("data", (chunk) => (output += chunk));
  const ended = once(child, "exit");

  const calendar: Calendar = {
    request: (method, name, body, headers = {}) =>
      fetch(`http://127.0.0.1:${port}/ingrid/meetings/${name}`, {
        method,
        body,
        headers: { Authorization: `Basic ${btoa("ingrid:any")}`, ...headers },
        signal: AbortSignal.timeout(5000),
      }),
    stop: async () => {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
  for (let waited = 0; waited < 10_000 && child.exitCode === null; waited += 50) {
    const made = await calendar.request("MKCALENDAR", "").catch(() => null);
    if (made?.status === 201) return calendar;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await calendar.stop();
  throw new Error(`Radicale did not make a calendar:\n${output}`);
}
