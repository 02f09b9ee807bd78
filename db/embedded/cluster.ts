import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Account } from "./account";
import type { Binaries } from "./binaries";
import { folderArgument, keep } from "./keep";
import { lastWords, logSize } from "./server-log";

export type ClusterPlace = { dataDir: string; cluster: string; password: string; log: string };

export const SUPERUSER = "meridian";

/** True when it made one. The rename comes last: an interrupted attempt leaves no cluster, only a draft to sweep up. */
export async function createClusterIfAbsent(
  place: ClusterPlace,
  binaries: Binaries,
  account: Account | null,
  log: (line: string) => void,
): Promise<boolean> {
  await removeDrafts(place.dataDir);
  if (existsSync(join(place.cluster, "PG_VERSION"))) return false;
  log("Creating the database");
  const draft = mkdtempSync(join(place.dataDir, DRAFT));
  const password = randomBytes(24).toString("hex");
  mkdirSync(join(draft, "cluster"), { mode: 0o700 });
  writeFileSync(join(draft, "password"), password, { mode: 0o600 });
  if (account) for (const name of ["", "cluster", "password"]) chownSync(join(draft, name), account.uid, account.gid);
  await initialize(draft, place, binaries.initdb, account);
  writeFileSync(place.password, password, { mode: 0o600 });
  renameSync(join(draft, "cluster"), place.cluster);
  await removeDrafts(place.dataDir);
  return true;
}

const DRAFT = "postgres.new-";

async function removeDrafts(dataDir: string): Promise<void> {
  const drafts = readdirSync(dataDir).filter((name) => name.startsWith(DRAFT));
  // Retries, because an initdb whose Meridian was killed may still be writing for a moment.
  for (const name of drafts)
    await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

async function initialize(draft: string, place: ClusterPlace, initdb: string, account: Account | null): Promise<void> {
  const folder = folderArgument(draft, account);
  const logged = logSize(place.log);
  const args = [
    ...["-D", `${folder}/cluster`, "--username", SUPERUSER, `--pwfile=${folder}/password`, "--auth=scram-sha-256"],
    ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    ...["--set", "timezone=UTC", "--set", "log_timezone=UTC", "--no-sync", "--no-instructions"],
  ];
  const { code } = await keep({ file: initdb, args, folder: draft, log: place.log, account, isDisposable: true })
    .exited;
  if (code !== 0) throw new Error(`The database could not be created. ${lastWords(place.log, logged)}`);
}

export function readPassword(place: ClusterPlace): string {
  try {
    return readFileSync(place.password, "utf8").trim();
  } catch (error) {
    throw new Error(`The database in DATA_DIR ${place.dataDir} needs its password file postgres-password.`, {
      cause: error,
    });
  }
}
