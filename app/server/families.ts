import type { ServerBuild } from "@remix-run/node";

/**
 * The router ranks every route of its build at every request, so each URL family gets a build with only its own:
 * no family pays for the routes of the others. The order decides: the last one takes what is left.
 */
const families = [
  { name: "public", owns: /^\/(book|meeting|rsvp|public)(\/|$)/, routes: /^routes\/(book|meeting|rsvp|public)[.$]/ },
  { name: "api", owns: /^\/(api|v2)(\/|$)/, routes: /^routes\/(api|v2)[.$]/ },
  { name: "pages", owns: /^\//, routes: /^routes\/(?!(book|meeting|rsvp|public|api|v2)[.$])/ },
];

export function familiesOf(build: ServerBuild) {
  return families.map((family) => ({
    name: family.name,
    owns: (path: string) => family.owns.test(path),
    build: cut(build, family.routes),
  }));
}

function cut(build: ServerBuild, wanted: RegExp): ServerBuild {
  const keep = <Entry>(entries: Record<string, Entry>) =>
    Object.fromEntries(Object.entries(entries).filter(([id]) => id === "root" || wanted.test(id)));
  return { ...build, routes: keep(build.routes), assets: { ...build.assets, routes: keep(build.assets.routes) } };
}
