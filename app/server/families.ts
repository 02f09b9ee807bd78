import type { ServerBuild } from "@remix-run/node";

type Routes = Record<string, { id: string; path?: string; index?: boolean; parentId?: string } | undefined>;

/** How many segments tell a family, by the first one: what stands deeper differs in few routes. */
const depths: Record<string, number | undefined> = { api: 3, v2: 2, booking: 2 };

/**
 * The router ranks every route of its build at every request. So each family of addresses gets a build with only those
 * routes that can answer there, and none pays for the others. An address of no family gets the whole build.
 */
export function familiesOf(build: ServerBuild): (path: string) => ServerBuild {
  const routes = build.routes as Routes;
  const keys = new Set(Object.keys(routes).flatMap((id) => keyOf(pathOf(routes, id)) ?? []));
  const cuts = new Map([...keys].map((key) => [key, cut(build, idsUnder(routes, key))]));
  return (path) => cuts.get(segmentsOf(path.toLowerCase()).slice(0, depthOf(path)).join("/")) ?? build;
}

/** Null where a family cannot be told: a part of it is anything. */
function keyOf(path: string): string | null {
  const segments = segmentsOf(path).slice(0, depthOf(path));
  return segments.some(isAnything) ? null : segments.join("/");
}

/** The routes that can answer an address of the family, and those around them. */
function idsUnder(routes: Routes, key: string): Set<string> {
  const ids = new Set<string>();
  for (const id of Object.keys(routes)) {
    if (!canAnswer(segmentsOf(pathOf(routes, id)), segmentsOf(key), depthOf(key))) continue;
    for (let at: string | undefined = id; at; at = routes[at]?.parentId) ids.add(at);
  }
  return ids;
}

function canAnswer(route: string[], family: string[], depth: number): boolean {
  for (const [index, segment] of family.entries()) {
    const own = route[index];
    if (own === "*") return true;
    if (own === undefined || (own !== segment && !isAnything(own))) return false;
  }
  // An address that is shorter than its family could be has no more segments.
  return family.length === depth || route.length === family.length || route[family.length] === "*";
}

/** The whole path of a route, as it stands in the table of its parents. */
function pathOf(routes: Routes, id: string): string {
  const route = routes[id];
  return route ? `${route.parentId ? pathOf(routes, route.parentId) : ""}/${route.path ?? ""}` : "";
}

function depthOf(path: string): number {
  return depths[segmentsOf(path)[0]?.toLowerCase() ?? ""] ?? 1;
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter(Boolean);
}

function isAnything(segment: string) {
  return segment.startsWith(":") || segment.endsWith("?") || segment === "*";
}

function cut(build: ServerBuild, wanted: Set<string>): ServerBuild {
  const keep = <Entry>(entries: Record<string, Entry>) =>
    Object.fromEntries(Object.entries(entries).filter(([id]) => wanted.has(id)));
  return { ...build, routes: keep(build.routes), assets: { ...build.assets, routes: keep(build.assets.routes) } };
}
