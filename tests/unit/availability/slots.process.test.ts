import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, "../../..");

async function answersIn(zone: string, today: number) {
  const { stdout } = await run("node", ["--import", "tsx", "tests/unit/availability/print-answers.ts", String(today)], {
    cwd: root,
    env: { ...process.env, TZ: zone },
  });
  return JSON.parse(stdout) as { date: string; offset: number; found: number; answers: string };
}

it("slots depend neither on the process's zone nor on today's date", { timeout: 120_000 }, async () => {
  const utc = await answersIn("UTC", Date.UTC(2026, 10, 23));
  expect(utc).toMatchObject({ date: "2026-11-23T00:00:00.000Z", offset: 0 });
  expect(utc.found).toBeGreaterThan(500);

  const apia = await answersIn("Pacific/Apia", Date.UTC(1999, 1, 28, 23, 59));
  expect(apia).toEqual({ ...utc, date: "1999-02-28T23:59:00.000Z", offset: -780 });

  const newfoundland = await answersIn("America/St_Johns", Date.UTC(2040, 2, 11, 5, 30));
  expect(newfoundland).toEqual({ ...utc, date: "2040-03-11T05:30:00.000Z", offset: 210 });
});
