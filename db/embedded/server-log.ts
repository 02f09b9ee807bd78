import { existsSync, readFileSync, statSync, truncateSync } from "node:fs";

const LIMIT = 10 * 1024 * 1024;

export function boundLog(path: string): void {
  if (logSize(path) > LIMIT) truncateSync(path);
}

export function logSize(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** What was logged since then that explains a failure. */
export function lastWords(path: string, since: number): string {
  const lines = existsSync(path) ? readFileSync(path).subarray(since).toString("utf8").trim().split("\n") : [];
  const telling = lines.filter((line) => /FATAL|PANIC|ERROR|HINT|error:|cannot/.test(line));
  return [...(telling.length > 0 ? telling : lines).slice(-4), `See ${path}.`].join("\n");
}
