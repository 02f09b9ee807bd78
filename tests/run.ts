import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureBuild } from "../app/server/build";
import { ensureChromium } from "./support/chromium";

/** Resolves to whether the step went well. A step that counts tests leaves a report. */
type Step = (report: string) => Promise<boolean>;

/** What `npm test` does, in this order, the first ones side by side; `npm test -- unit e2e` does only what is named. The first that fails is the last. */
const steps: Record<string, Step> = {
  format: () => run("prettier", "--check . --cache --cache-location=.cache/prettier --log-level=warn"),
  lint: () => run("eslint", "-c tests/eslint.config.js . --max-warnings=0 --cache --cache-location=.cache/eslint"),
  types: () => run("tsc", "--incremental --tsBuildInfoFile .cache/types.tsbuildinfo"),
  architecture: (report) => vitest("architecture", report),
  unit: (report) => vitest("unit", report),
  build: async () => ensureBuild() ?? true,
  integration: (report) => vitest("integration", report),
  browser: async () => Boolean((process.env.CHROMIUM_PATH = ensureChromium())),
  e2e: (report) =>
    run("playwright", "test -c tests/playwright.config.ts", { PLAYWRIGHT_JSON_OUTPUT_FILE: path.resolve(report) }),
};

/** These need one processor each, and nothing of one another. */
const together = ["format", "lint", "types"];

const done: { name: string; seconds: number; isOk: boolean }[] = [];
const tests = { passed: 0, failed: 0 };

process.chdir(path.resolve(import.meta.dirname, ".."));
mkdirSync(".cache", { recursive: true });
for (const stage of stagesOf(chosen(process.argv.slice(2)))) {
  const outcomes = await Promise.all(stage.map((name) => perform(name, steps[name]!)));
  if (outcomes.includes(false)) break;
}
summarize();

function chosen(named: string[]) {
  const all = Object.keys(steps);
  const unknown = named.filter((name) => !all.includes(name));
  if (unknown.length === 0) return all.filter((name) => named.length === 0 || named.includes(name));
  console.error(`There is no step ${unknown.join(", ")}. There are ${all.join(", ")}.`);
  process.exit(2);
}

function stagesOf(names: string[]): string[][] {
  const [first, rest] = [names.filter(isFirst), names.filter((name) => !isFirst(name))];
  return [...(first.length > 0 ? [first] : []), ...rest.map((name) => [name])];
}

function isFirst(name: string) {
  return together.includes(name);
}

async function perform(name: string, step: Step) {
  console.log(`\n▸ ${name}`);
  const report = `.cache/report-${name}.json`;
  rmSync(report, { force: true });
  const started = performance.now();
  const isOk = await step(report).catch(fail);
  done.push({ name, seconds: (performance.now() - started) / 1000, isOk });
  const { passed, failed } = readReport(report);
  tests.passed += passed;
  // A step that fails without a failing test, such as lint, counts as one.
  tests.failed += isOk ? failed : Math.max(failed, 1);
  return isOk;
}

function fail(error: Error) {
  console.error(error.message);
  return false;
}

function summarize() {
  console.log("");
  for (const { name, seconds, isOk } of done) {
    console.log(`${isOk ? "✓" : "✗"} ${name.padEnd(14)}${seconds.toFixed(1).padStart(7)} s`);
  }
  console.log(`\n${tests.passed} passed, ${tests.failed} failed`);
  process.exitCode = tests.failed > 0 ? 1 : 0;
}

function vitest(project: string, report: string) {
  const reporters = `--reporter=default --reporter=json --outputFile.json=${report}`;
  return run("vitest", `run --config=tests/vitest.config.ts --project=${project} ${reporters}`);
}

/** Runs a program of node_modules in the foreground; true when it succeeds. */
function run(program: string, args: string, environment: Record<string, string> = {}) {
  return new Promise<boolean>((resolve, reject) => {
    const file = path.join("node_modules", ".bin", program);
    const child = spawn(file, args.split(" "), { stdio: "inherit", env: { ...process.env, ...environment } });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code === 0));
  });
}

type Report = {
  numPassedTests?: number;
  numFailedTests?: number;
  stats?: { expected: number; flaky: number; unexpected: number };
};

/** vitest and Playwright each say in their own way how many tests there were; other steps say nothing. */
function readReport(report: string) {
  try {
    const { stats, numPassedTests = 0, numFailedTests = 0 } = JSON.parse(readFileSync(report, "utf8")) as Report;
    return stats
      ? { passed: stats.expected + stats.flaky, failed: stats.unexpected }
      : { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
