import { randomBytes } from "node:crypto";
import postgres from "postgres";

/** A database of its own for one test file, and how to be rid of it. */
export async function cloneDatabase(serverUrl: string, template: string) {
  const name = `${template.replace(/_template$/, "")}_${randomBytes(4).toString("hex")}`;
  await once(serverUrl, (sql) => sql.unsafe(`create database ${name} template ${template}`));
  return {
    url: databaseUrl(serverUrl, name),
    drop: () => once(serverUrl, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`)),
  };
}

export async function once<Result>(url: string, work: (sql: postgres.Sql) => Promise<Result>) {
  const sql = connect(url);
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

export function connect(url: string, name = "meridian tests") {
  return postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: name } });
}

export function databaseUrl(serverUrl: string, name: string) {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
