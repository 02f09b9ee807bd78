import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { ExampleStep } from "~/domain/help/api-examples";

const run = promisify(execFile);

/** Runs a step as it stands, in a shell with what was set and kept so far. Answers what it said, with what to keep of it. */
export async function runStep({ curl, keep = {} }: ExampleStep, shell: Record<string, string>) {
  const command = curl.replace(/^curl /, `curl -sS -w '\\n%{http_code}' `);
  const { stdout } = await run("sh", ["-euc", command], { env: { ...process.env, ...shell } });
  const [, text = "", status = ""] = /^([^]*)\n(\d{3})$/.exec(stdout) ?? [];
  const body = text ? (JSON.parse(text) as unknown) : null;
  const kept = Object.entries(keep).map(([name, place]) => [name, valueAt(body, place)] as const);
  return { status: Number(status), text, kept: Object.fromEntries(kept) };
}

function valueAt(body: unknown, place: string): string {
  const value = place.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown> | null)?.[name], body);
  return value === undefined || value === null ? "" : String(value);
}
