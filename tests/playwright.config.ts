import { defineConfig } from "@playwright/test";
import path from "node:path";
import { findChromium } from "./support/chromium";
import { hostForms } from "./support/host-forms";
import { e2eInstance, forgetEarlierRuns } from "./support/e2e-instance";

const root = path.resolve(import.meta.dirname, "..");
process.chdir(root);
// Playwright loads this file in every worker too; what is found out once is handed on by the environment.
if (process.env.TEST_WORKER_INDEX === undefined) forgetEarlierRuns();
const { port, viewerPort, url, dataDir } = await e2eInstance();
const executablePath = (process.env.E2E_CHROMIUM ||= findChromium() ?? "");
if (!executablePath) throw new Error("There is no Chromium to test in. `npm test` finds or installs one.");

const quiet = ["quic", "background-networking", "component-update", "sync"].map((what) => `--disable-${what}`);

export default defineConfig({
  testDir: "e2e",
  outputDir: path.join(root, "test-results"),
  fullyParallel: true,
  workers: 2,
  forbidOnly: !!process.env.CI,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : [["list"]],
  use: {
    baseURL: url,
    locale: "en-GB",
    timezoneId: "Europe/London",
    screenshot: "only-on-failure",
    launchOptions: { executablePath, args: [...quiet, "--no-first-run"] },
  },
  projects: [
    { name: "javascript", use: { javaScriptEnabled: true }, testIgnore: hostForms },
    { name: "no-javascript", use: { javaScriptEnabled: false } },
  ],
  webServer: {
    command: "node --import tsx tests/demo-calendars.ts",
    cwd: root,
    // Empty, so that no database and no mail service of the caller's is touched.
    env: {
      NODE_ENV: "production",
      PORT: port,
      VIEWER_PORT: viewerPort,
      APP_URL: url,
      DATA_DIR: dataDir,
      DEMO: "true",
      DATABASE_URL: "",
      LOG_LEVEL: "warn",
      // All browsers come from one address.
      RATE_LIMIT_SCALE: "0",
    },
    url: `${url}/readyz`,
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});
