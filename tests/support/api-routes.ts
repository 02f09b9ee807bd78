import { readConfig } from "@remix-run/dev/dist/config.js";
import { matchRoutes } from "@remix-run/react";
import path from "node:path";
import { registered } from "~/http/openapi/registry.server";
import { callApi } from "./requests";

type Module = Parameters<typeof callApi>[0];
type Options = Omit<NonNullable<Parameters<typeof callApi>[3]>, "params">;

const root = path.resolve(import.meta.dirname, "../..");
const { appDirectory, routes } = await readConfig(root);
// A page for everything else would answer what no route does.
const all = Object.values(routes).filter(({ id }) => /^routes\/(api|v2)\.(?!\$$)/.test(id));
const tree = all.map(({ id, file, index }) => ({ id, file, path: patternOf(id), index }));

/** With those of the routes that it stands under. */
function patternOf(id: string | undefined): string {
  const route = id && routes[id];
  if (!route) return "";
  return [patternOf(route.parentId), route.path].filter(Boolean).join("/");
}

/** Every route of the JSON API, loaded as the server loads it, so that all of them are in the documents. */
export async function loadApi() {
  const files = new Map<string, { module: Module; describes: string[] }>();
  for (const { file } of all) {
    const before = new Set(keys());
    const module = (await import(path.join(appDirectory, file))) as Module;
    files.set(file, { module, describes: keys().filter((key) => !before.has(key)) });
  }
  return files;
}

function keys() {
  return (["own", "cal"] as const).flatMap((name) => registered(name).map((entry) => `${name} ${entry.path}`));
}

/** The file that the server would let answer this address. */
export function fileAt(pathname: string) {
  return matchRoutes(tree, pathname)?.at(-1)?.route.file ?? null;
}

/** Calls whatever the server would let answer this address; null where nothing of the API does. */
export async function callAddress(method: string, address: string, options: Options & { body?: unknown } = {}) {
  const { pathname } = new URL(address, "http://localhost:3000");
  const match = matchRoutes(tree, pathname)?.at(-1);
  if (!match) return null;
  const module = (await import(path.join(appDirectory, match.route.file))) as Module;
  return callApi<unknown>(module, method, address, { ...options, params: match.params as Record<string, string> });
}
