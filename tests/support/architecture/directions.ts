import type { Source } from "./source";

type Part = { name: string; owns: RegExp; takes: string[] };

/** The parts of the product, the first that owns a file counts, and which parts each takes from. Nothing else is allowed. */
const parts: Part[] = [
  { name: "start", owns: /^server\.ts$/, takes: ["web server", "environment", "db", "jobs"] },
  { name: "web server", owns: /^app\/server\//, takes: ["web server", "environment", "basics"] },
  { name: "environment", owns: /^app\/(environment|env\.server)\.ts$/, takes: ["environment"] },
  { name: "basics", owns: /^app\/(messages\/|[a-z-]+\.ts$)/, takes: ["basics"] },
  {
    name: "routes",
    owns: /^app\/(routes\/|root\.tsx$)/,
    takes: ["http", "components", "rules", "deeds", "basics", "environment", "styles"],
  },
  { name: "rendering", owns: /^app\/entry\.server\.tsx$/, takes: ["http", "components", "basics"] },
  { name: "http", owns: /^app\/http\//, takes: ["http", "rules", "deeds", "basics", "environment"] },
  { name: "components", owns: /^app\/components\//, takes: ["components", "rules", "basics", "styles"] },
  {
    name: "deeds",
    owns: /^app\/domain\/.*\.server\.tsx?$/,
    takes: ["deeds", "rules", "basics", "integrations", "db", "environment"],
  },
  { name: "rules", owns: /^app\/domain\//, takes: ["rules", "basics"] },
  { name: "integrations", owns: /^app\/integrations\//, takes: ["integrations", "basics", "environment"] },
  { name: "emails", owns: /^app\/emails\//, takes: ["emails", "rules", "deeds", "basics", "environment"] },
  { name: "styles", owns: /^(app\/.*\.css|node_modules\/.*)$/, takes: [] },
  { name: "db", owns: /^db\//, takes: ["db"] },
  { name: "jobs", owns: /^jobs\//, takes: ["jobs", "rules", "deeds", "emails", "environment"] },
];

/** Who may use a package; one that is not named here is everybody's. */
const packages: { names: RegExp; users: RegExp }[] = [
  { names: /^luxon$/, users: /^app\/domain\/time\.ts$/ },
  { names: /^drizzle-orm/, users: /^(db\/|app\/domain\/.*\.server\.ts$)/ },
  { names: /^(postgres|pg|graphile-worker)$/, users: /^(db|jobs)\// },
  {
    names: /^(react|react-dom|@remix-run\/react)(\/|$)/,
    users: /^app\/(routes|components|emails)\/|^app\/(root|entry\.server)\.tsx$|^app\/nonce\.ts$/,
  },
  { names: /^@remix-run\/node$/, users: /^app\/(routes|http)\/|^app\/(root|entry\.server)\.tsx$/ },
  { names: /^(@remix-run\/express|express|compression)$/, users: /^app\/server\// },
  { names: /^(resend|nodemailer)$/, users: /^app\/integrations\// },
  {
    names: /^(node:|fs$|path$|crypto$)/,
    users: /^(db|jobs|app\/(server|http|integrations|emails))\/|\.server\.tsx?$|^server\.ts$|\.mjs$/,
  },
];

/** Imports that go against the direction, as sentences. */
export function wrongDirections(sources: Source[]): string[] {
  return sources.flatMap((source) => {
    const part = partOf(source.path);
    if (!part) return /^(app|db|jobs)\//.test(source.path) ? [`${source.path} belongs to no part`] : [];
    return source.imports.flatMap(({ specifier, file }) => {
      if (file === null) return mayUse(source.path, specifier) ? [] : [`${source.path} uses the package ${specifier}`];
      const other = partOf(file);
      return other && part.takes.includes(other.name)
        ? []
        : [`${source.path} (${part.name}) imports ${file} (${other?.name ?? "no part"})`];
    });
  });
}

/**
 * Server files that a component reaches, however long the way: the compiler would put an empty module in their place
 * in the browser and say nothing.
 */
export function reachedFromComponents(sources: Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const start = sources.filter(({ path }) => path.startsWith("app/components/"));
  const seen = new Set(start);
  const found = new Set<string>();
  for (const source of seen) {
    for (const { file } of source.imports) {
      const next = file === null ? undefined : byPath.get(file);
      if (file && /\.server\.tsx?$|^db\//.test(file))
        found.add(`${file} is reached from a component, by ${source.path}`);
      else if (next) seen.add(next);
    }
  }
  return [...found];
}

function partOf(file: string) {
  return parts.find(({ owns }) => owns.test(file));
}

function mayUse(file: string, specifier: string) {
  return packages.every(({ names, users }) => !names.test(specifier) || users.test(file));
}
