import { readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";

const place = ".cache/e2e-data";

/**
 * Where this run's Meridian listens and keeps its data. Chosen once, and handed to Playwright's workers by their
 * environment; two runs at once do not meet.
 */
export async function e2eInstance() {
  const port = (process.env.E2E_PORT ||= String(await freePort()));
  const viewerPort = (process.env.E2E_VIEWER_PORT ||= String(await freePort()));
  const url = `http://localhost:${port}`;
  // Where the stand-ins of Google and Microsoft show what is in their calendars.
  const viewerUrl = `http://127.0.0.1:${viewerPort}`;
  return { port, viewerPort, url, viewerUrl, dataDir: path.resolve(place, port) };
}

/** Removes what runs left behind that are over, so that every run starts on a new database. */
export function forgetEarlierRuns() {
  for (const name of names(place)) {
    const folder = path.join(place, name);
    if (!isInUse(path.join(folder, "postgres.lock"))) rmSync(folder, { recursive: true, force: true });
  }
}

function isInUse(lock: string) {
  try {
    process.kill(Number(readFileSync(lock, "utf8").split(" ")[0]), 0);
    return true;
  } catch {
    return false;
  }
}

function names(folder: string) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function freePort() {
  return new Promise<number>((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
