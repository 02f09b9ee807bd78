import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { serverAccount } from "./account";
import { readyBinaries } from "./binaries";
import { createClusterIfAbsent, readPassword } from "./cluster";
import type { ClusterPlace } from "./cluster";
import { stopLeftovers } from "./leftovers";
import { lockDataDir } from "./lock";
import { launchServer } from "./server";
import { boundLog } from "./server-log";

export type EmbeddedPostgres = {
  url: string;
  /** True when this call made the cluster. */
  isNew: boolean;
  stop(): Promise<void>;
  /** Resolves when Postgres is gone, for whatever reason; the code is null when it was killed. */
  exited: Promise<{ code: number | null }>;
};

/** One Postgres of our own in DATA_DIR. It ends with this process, even when this process is killed. */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  log?: (line: string) => void;
}): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => {});
  const place = placeIn(options.dataDir);
  mkdirSync(place.dataDir, { recursive: true, mode: 0o700 });
  const unlock = await lockDataDir(place.dataDir);
  try {
    const account = serverAccount(place);
    await stopLeftovers(place.cluster, log);
    boundLog(place.log);
    const binaries = readyBinaries(account);
    const isNew = await createClusterIfAbsent(place, binaries, account, log);
    const server = await launchServer(place, binaries, account, readPassword(place), log);
    const exited = server.exited.finally(unlock);
    const stop = async () => {
      await server.stop();
      await exited;
    };
    return { url: server.url, isNew, stop, exited };
  } catch (error) {
    unlock();
    throw error;
  }
}

function placeIn(dataDir: string): ClusterPlace {
  return {
    dataDir,
    cluster: join(dataDir, "postgres"),
    password: join(dataDir, "postgres-password"),
    log: join(dataDir, "postgres.log"),
  };
}
