import { spawn } from "node:child_process";
import path from "node:path";
import { startFurnishedProviders } from "./support/furnished-providers";

/**
 * `npm run demo:calendars`: Meridian with stand-ins of Google and Microsoft on this machine, so that anyone can connect a
 * calendar, see it read, book, and see the event there, without an account anywhere. What the stand-ins hold is gone when
 * it ends.
 */
const root = path.resolve(import.meta.dirname, "..");
const { PORT = "3000", VIEWER_PORT = "0" } = process.env;
const appUrl = process.env.APP_URL || `http://localhost:${PORT}`;
const providers = await startFurnishedProviders({ appUrl, viewerPort: Number(VIEWER_PORT) });

const server = spawn(process.execPath, ["--import", "tsx", "server.ts"], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    ...providers.env,
    PORT,
    APP_URL: appUrl,
    DATA_DIR: process.env.DATA_DIR || path.join(root, ".data/demo-calendars"),
    DATABASE_URL: "",
    DEMO: "true",
  },
});
console.log(`
  Stand-ins of Google and Microsoft run on this machine. Once Meridian is ready, sign in and open Calendars:
  maya@acme-corp.example has an account at both.

  Their calendars  ${providers.viewerUrl}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => {
  void providers.stop();
  process.exitCode = code ?? 0;
});
