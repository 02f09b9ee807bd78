import { chmodSync, lchownSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ClusterPlace } from "./cluster";

export type Account = { uid: number; gid: number };

/** Postgres refuses to run as root, so root lends it an unprivileged account. Null: run it as ourselves. */
export function serverAccount(place: ClusterPlace): Account | null {
  const self = process.getuid?.();
  const owner = statSync(place.cluster, { throwIfNoEntry: false });
  if (self !== 0) {
    if (owner && owner.uid !== self) throw new Error(notOurs(place.dataDir, owner.uid));
    return null;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = unprivileged();
  if (owner) handOver(place.cluster, account);
  return account;
}

function unprivileged(): Account {
  const rows = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const fields = rows.find((row) => row.startsWith(`${name}:`))?.split(":") ?? [];
    const [uid, gid] = [Number(fields[2]), Number(fields[3])];
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  return { uid: 65534, gid: 65534 };
}

/** A cluster that root has copied or restored belongs to root: Postgres wants to own it, closed to others. */
function handOver(cluster: string, account: Account): void {
  lchownSync(cluster, account.uid, account.gid);
  chmodSync(cluster, 0o700);
  for (const name of readdirSync(cluster, { recursive: true, encoding: "utf8" })) {
    lchownSync(join(cluster, name), account.uid, account.gid);
  }
}

function notOurs(dataDir: string, uid: number): string {
  return `The database in DATA_DIR ${dataDir} belongs to another user (uid ${uid}). Start Meridian as that user, or set another DATA_DIR.`;
}
