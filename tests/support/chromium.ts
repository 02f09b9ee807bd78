import { chromium } from "@playwright/test";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { installDebian } from "./debian";

const help = "Set CHROMIUM_PATH to a Chromium or Chrome, or run `npx playwright install --with-deps chromium`.";

/** The browser to test in: the one that is named, Playwright's own, the system's; null when there is none that starts. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named && !starts(named)) throw new Error(`CHROMIUM_PATH is wrong: ${named} does not start.`);
  const system = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"].map(
    (name) => `/usr/bin/${name}`,
  );
  return [named, chromium.executablePath(), ...system].find((path) => path && existsSync(path) && starts(path)) ?? null;
}

/** The same, after installing Debian's where that is possible. */
export function ensureChromium(): string {
  const found = findChromium() ?? (installDebian("chromium") ? findChromium() : null);
  if (!found) throw new Error(`There is no Chromium to test in. ${help}`);
  return found;
}

function starts(path: string) {
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}
