import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Account } from "./account";
import { linkLibraries } from "./libraries";

/**
 * The checkout may lie where only root may enter. Root then keeps one copy of the programs that every account can
 * run and only root can change.
 */
export function sharedCopy(native: string, release: string, account: Account): string {
  const refusals: string[] = [];
  for (const place of ["/var/cache/meridian", join(tmpdir(), "meridian-cache")]) {
    try {
      const copy = join(openPlace(place), release);
      const files = filesOf(native);
      if (!files.every((file) => sizeOf(join(copy, file)) === sizeOf(join(native, file)))) replace(copy, native, files);
      assertOnlyRootWrites(copy);
      assertRuns(join(copy, "bin/postgres"), account);
      return copy;
    } catch (error) {
      refusals.push(`${place}: ${(error as Error).message}`);
    }
  }
  throw new Error(`No place for a copy of Postgres that uid ${account.uid} can run. ${refusals.join("; ")}`);
}

function openPlace(place: string): string {
  if (!existsSync(place)) {
    mkdirSync(place, { recursive: true });
    chmodSync(place, 0o755);
  }
  assertOnlyRootWrites(place);
  return realpathSync(place);
}

/** Whoever could write here, or swap a folder above, could have us run anything. */
function assertOnlyRootWrites(path: string): void {
  const { uid, mode } = lstatSync(path);
  if (uid !== 0 || (mode & 0o022) !== 0 || !lstatSync(path).isDirectory())
    throw new Error(`${path} is not root's alone`);
  for (let above = dirname(realpathSync(path)); ; above = dirname(above)) {
    const folder = statSync(above);
    const isSticky = (folder.mode & 0o1000) !== 0;
    if (folder.uid !== 0 || ((folder.mode & 0o022) !== 0 && !isSticky)) throw new Error(`${above} is open to others`);
    if (above === dirname(above)) return;
  }
}

function filesOf(native: string): string[] {
  return readdirSync(native, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".a"))
    .map((entry) => join(entry.parentPath, entry.name).slice(native.length + 1));
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

function replace(copy: string, native: string, files: string[]): void {
  const draft = mkdtempSync(`${copy}-`);
  try {
    const fresh = join(draft, "native");
    for (const file of files) {
      makeOpenFolder(dirname(join(fresh, file)), draft);
      copyFileSync(join(native, file), join(fresh, file));
      chmodSync(join(fresh, file), 0o755);
    }
    linkLibraries(fresh);
    if (existsSync(copy)) renameSync(copy, join(draft, "damaged"));
    renameSync(fresh, copy);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function makeOpenFolder(folder: string, root: string): void {
  if (folder === root || existsSync(folder)) return;
  makeOpenFolder(dirname(folder), root);
  mkdirSync(folder);
  chmodSync(folder, 0o755);
}

function assertRuns(postgres: string, account: Account): void {
  const { error, status, stderr } = spawnSync(postgres, ["--version"], {
    ...account,
    cwd: "/",
    env: { ...process.env, LC_ALL: "C" },
    encoding: "utf8",
  });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr.trim());
}
