import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { joinAll, joining } from "./joined";
import * as schema from "./schema";

/**
 * Reads DATABASE_URL itself, so that db depends on nothing; whoever starts the process sets it before this module is loaded.
 * The pool is kept on globalThis because the server's build carries a copy of this module beside the worker's.
 */
const key = Symbol.for("meridian.database");
const shared = globalThis as unknown as { [key]?: ReturnType<typeof connect> };

function connect() {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set");
  const client = postgres(url, {
    max: Number(process.env.DATABASE_POOL ?? 10),
    onnotice: () => {},
    connection: { TimeZone: "UTC" },
  });
  return { client, db: drizzle(preparing(joining(client)), { schema }) };
}

/**
 * Drizzle sends its statements unprepared, so Postgres would plan each of them anew. Here each text is prepared once for
 * each connection. `?prepare=false` in DATABASE_URL leaves it out, for a pooler that cannot keep prepared statements.
 * The values leave Drizzle's list, which is for this one call: it would put them into the message of a statement's failure,
 * and the queue and the log keep that message.
 */
function preparing<Connection extends object>(connection: Connection): Connection {
  return new Proxy(connection, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name);
      if (typeof found !== "function") return found;
      if (name === "unsafe") {
        return (text: string, listed: unknown[] = []) => {
          const values = listed.splice(0);
          return found(text, values, { prepare: isWorthKeeping(values) });
        };
      }
      if (name === "begin" || name === "savepoint") {
        return (run: (inner: object) => unknown) => found((inner: object) => run(preparing(inner)));
      }
      return found;
    },
  });
}

/** A list of rows is another text for each of its lengths, and few of those come twice. */
function isWorthKeeping(values: unknown[]) {
  return values.length > 0 && values.length <= 64;
}

const connection = (shared[key] ??= connect());

export const db = connection.db;
export const client = connection.client;
export type Database = typeof db;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Runs a deed, whatever transactions it is made of, in one: all of it is there, or nothing. */
export function inOneTransaction<Done>(run: () => Promise<Done>): Promise<Done> {
  return joinAll(client, run);
}

/** Ends every connection. Only for a process that is about to stop. */
export async function disconnect() {
  delete shared[key];
  await client.end({ timeout: 5 });
}

/** The constraint that refused a statement, if the database refused it: what a rule's translation looks at. */
export function refusedBy(error: unknown): { code: string; constraint: string } | null {
  const cause = error instanceof Error && "cause" in error ? error.cause : error;
  if (typeof cause !== "object" || cause === null || !("code" in cause) || typeof cause.code !== "string") return null;
  const constraint = "constraint_name" in cause ? String(cause.constraint_name) : "";
  return { code: cause.code, constraint };
}
