import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";

const NOT_YET = ["ECONNREFUSED", "ECONNRESET", "CONNECTION_CLOSED", "CONNECT_TIMEOUT", "57P03"];
const NO_SUCH_DATABASE = "3D000";
const GONE = Object.assign(new Error("Postgres ended"), { code: "GONE" });

/** Waits until the database takes queries, and makes it when it is not there. False when the server ended instead. */
export async function openDatabase(
  url: string,
  exited: Promise<unknown>,
  log: (line: string) => void,
): Promise<boolean> {
  const slow = setTimeout(() => log("Postgres is recovering from a crash, which can take a while"), 5_000);
  try {
    for (let pause = 10; ; pause = Math.min(pause * 1.2, 250)) {
      // Not awaited alone: a stranger on the port may never answer, and our server has then already ended.
      const refusal = await Promise.race([tryQuery(url), exited.then(() => GONE)]);
      if (refusal === GONE) return false;
      if (refusal === null) return true;
      if (refusal.code === NO_SUCH_DATABASE) await createDatabase(url);
      else if (!NOT_YET.includes(refusal.code ?? "")) throw refusal;
      await Promise.race([exited, sleep(pause)]);
    }
  } finally {
    clearTimeout(slow);
  }
}

async function tryQuery(url: string): Promise<(Error & { code?: string }) | null> {
  const sql = postgres(url, { max: 1, connect_timeout: 5 });
  try {
    await sql`select 1`;
    return null;
  } catch (error) {
    return error as Error & { code?: string };
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function createDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const sql = postgres(url, { max: 1, database: "postgres" });
  try {
    await sql`create database ${sql(name)}`;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
