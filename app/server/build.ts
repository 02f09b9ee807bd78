import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = process.cwd();
const stamp = path.join(root, "build", "source-hash");
const sources = ["app", "db", "package-lock.json", "remix.config.js", "tailwind.config.ts", "tsconfig.json"];

/** Builds when the build is missing or was made from other sources. */
export function ensureBuild() {
  const hash = sourceHash();
  if (existsSync(path.join(root, "build", "index.js")) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) {
    return;
  }
  console.log("Building, which takes some seconds …");
  const built = spawnSync("npm", ["run", "--silent", "build"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production", VITE_CJS_IGNORE_WARNING: "1" },
  });
  if (built.status !== 0) throw new Error("The build failed. `npm run build` shows why.");
  writeFileSync(stamp, hash);
}

function sourceHash() {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((source) => filesBelow(path.join(root, source)))) {
    hash.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(place: string): string[] {
  const status = statSync(place, { throwIfNoEntry: false });
  if (!status) return [];
  if (status.isFile()) return [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesBelow(path.join(place, name)));
}
