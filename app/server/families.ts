import type { ServerBuild } from "@remix-run/node";

type Routes = Record<string, { id: string; path?: string; index?: boolean; parentId?: string } | undefined>;

/** How many segments tell a family, by the first one: what stands deeper differs in few routes. */
const depths: Record<string, number | undefined> = { api: 3, v2: 2, booking: 2 };

/**
 * The router ranks every route of its build at every request. So each family of addresses, those that begin alike and are
 * as long, gets a build with only those routes that can answer there, and none pays for the others. An address of no family
 * gets the whole build.
 */
export function familiesOf(build: ServerBuild): (path: string) => ServerBuild {
  const routes = build.routes as Routes;
  const families = Object.keys(routes).map((id) => segmentsOf(pathOf(routes, id)));
  const cuts = new Map<string, ServerBuild>();
  for (const path of families) {
    const key = keyOf(path);
    if (!path.some(isMany) && !beginningOf(path).some(isAnything) && !cuts.has(key))
      cuts.set(key, cut(build, idsFor(routes, path)));
  }
  return (path) => cuts.get(keyOf(segmentsOf(path.toLowerCase()))) ?? build;
}

function keyOf(path: string[]): string {
  return [path.length, ...beginningOf(path)].join("/");
}

/** What tells a family besides its length. */
function beginningOf(path: string[]): string[] {
  return path.slice(0, depths[path[0] ?? ""] ?? 1);
}

/** The routes that can answer an address of the family of this one, and those around them. */
function idsFor(routes: Routes, path: string[]): Set<string> {
  const ids = new Set<string>();
  for (const id of Object.keys(routes)) {
    if (!canAnswer(segmentsOf(pathOf(routes, id)), path)) continue;
    for (let at: string | undefined = id; at; at = routes[at]?.parentId) ids.add(at);
  }
  return ids;
}

function canAnswer(route: string[], path: string[]): boolean {
  for (const [index, segment] of beginningOf(path).entries()) {
    const own = route[index];
    if (own !== undefined && isMany(own)) return true;
    if (own === undefined || (own !== segment && !isAnything(own))) return false;
  }
  const many = route.findIndex(isMany);
  return many === -1 ? route.length === path.length : many <= path.length;
}

/** The whole path of a route, as it stands in the table of its parents. */
function pathOf(routes: Routes, id: string): string {
  const route = routes[id];
  return route ? `${route.parentId ? pathOf(routes, route.parentId) : ""}/${route.path ?? ""}` : "";
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter(Boolean);
}

/** Stands for any number of segments, or for none. */
function isMany(segment: string) {
  return segment === "*" || segment.endsWith("?");
}

function isAnything(segment: string) {
  return segment.startsWith(":") || isMany(segment);
}

function cut(build: ServerBuild, wanted: Set<string>): ServerBuild {
  const keep = <Entry>(entries: Record<string, Entry>) =>
    Object.fromEntries(Object.entries(entries).filter(([id]) => wanted.has(id)));
  return { ...build, routes: keep(build.routes), assets: { ...build.assets, routes: keep(build.assets.routes) } };
}
