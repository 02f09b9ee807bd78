import { readFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { SUPERUSER } from "../../db/embedded/cluster";
import { e2eInstance } from "./e2e-instance";

/** The database of the Meridian that is looked at, for what no page can bring about: time that passes, mail that fails. */
export async function onDatabase<Result>(work: (sql: postgres.Sql) => Promise<Result>): Promise<Result> {
  const folder = path.join((await e2eInstance()).dataDir, "postgres");
  const port = Number(readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n")[3]);
  const password = readFileSync(`${folder}-password`, "utf8").trim();
  const sql = postgres({ host: "127.0.0.1", port, username: SUPERUSER, password, database: "meridian", max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
