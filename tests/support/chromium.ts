import { chromium } from "@playwright/test";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

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
  const found = findChromium() ?? (installDebian() ? findChromium() : null);
  if (!found) throw new Error(`There is no Chromium to test in. ${help}`);
  return found;
}

function installDebian() {
  const become = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args: string[]) => {
    const [command = "", ...rest] = [...become, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", ...args];
    return spawnSync(command, rest, { stdio: ["ignore", "inherit", "inherit"] }).status === 0;
  };
  return existsSync("/usr/bin/apt-get") && apt("update") && apt("install", "-y", "--no-install-recommends", "chromium");
}

function starts(path: string) {
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}
