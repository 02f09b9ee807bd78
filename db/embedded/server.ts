import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import type { Account } from "./account";
import type { Binaries } from "./binaries";
import { SUPERUSER } from "./cluster";
import type { ClusterPlace } from "./cluster";
import { folderArgument, keep } from "./keep";
import type { Kept } from "./keep";
import { stopLeftovers } from "./leftovers";
import { openDatabase } from "./open-database";
import { lastWords, logSize } from "./server-log";

const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=100",
  "shared_buffers=128MB",
  "timezone=UTC",
  "log_timezone=UTC",
  "log_checkpoints=off",
  // The details of an error may quote rows, and rows hold names and addresses.
  "log_error_verbosity=terse",
];

/** Starts Postgres on a free port and resolves when it takes queries. */
export async function launchServer(
  place: ClusterPlace,
  binaries: Binaries,
  account: Account | null,
  password: string,
  log: (line: string) => void,
): Promise<Kept & { url: string }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const logged = logSize(place.log);
    const settings = [...SETTINGS, `port=${port}`].flatMap((setting) => ["-c", setting]);
    const args = ["-D", folderArgument(place.cluster, account), ...settings];
    const server = sweeping(
      keep({ file: binaries.postgres, args, folder: place.cluster, log: place.log, account }),
      place,
    );
    const url = `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/meridian`;
    try {
      if (await openDatabase(url, server.exited, log)) return { ...server, url };
    } catch (error) {
      await server.stop();
      throw error;
    }
    const words = lastWords(place.log, logged);
    // Somebody else may have taken the port between our choice and Postgres's use of it.
    if (attempt === 3 || !words.includes("could not create any TCP/IP sockets"))
      throw new Error(`Postgres did not start. ${words}`);
  }
}

/** A killed keeper or postmaster leaves processes behind: Postgres is gone only when those are. */
function sweeping(kept: Kept, place: ClusterPlace): Kept {
  const exited = kept.exited.then(async ({ code }) => {
    if (code === null) await stopLeftovers(place.cluster, () => {}).catch(() => {});
    return { code };
  });
  const stop = async () => {
    await kept.stop();
    await exited;
  };
  return { exited, stop };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
