import { randomBytes } from "node:crypto";
import { ensureBuild } from "../../../app/server/build";
import { startProcess, type Running } from "../../support/processes";

/** Meridian's web role as operators run it, on a database of the bench. */
export async function startWeb(databaseUrl: string): Promise<Running> {
  ensureBuild();
  return startProcess(["node", "--import", "tsx", "server.ts", "web"], {
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: randomBytes(32).toString("hex"),
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    // Every request comes from one address, which no limit could tell from an attack.
    RATE_LIMIT_SCALE: "0",
  });
}
