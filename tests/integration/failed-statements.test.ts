import { sql } from "drizzle-orm";
import pino from "pino";
import { expect, test } from "vitest";
import { client, db, refusedBy } from "~db/client";
import { notifications } from "~db/schema";

const secret = "a-link-that-resets-a-password";

const wrong = {
  kind: "reset_password",
  recipient: "mei@example.org",
  payload: { token: secret },
  state: "lost" as "queued",
  dedupeKey: secret,
};

async function failureOf(deed: () => Promise<unknown>): Promise<Error> {
  const error = await deed().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new Error("nothing failed");
  return error;
}

const deeds = {
  "a statement": async () => db.insert(notifications).values(wrong),
  "a statement in a transaction": () => db.transaction((tx) => tx.insert(notifications).values(wrong)),
  "a statement in a savepoint": () =>
    db.transaction((tx) => tx.transaction((inner) => inner.insert(notifications).values(wrong))),
  "a written statement": () => db.execute(sql`insert into notifications (kind) values (${secret})`),
  "a question": () => db.select({ cast: sql`1 / length(left(${secret}, 0))` }).from(sql`(values (1)) as one`),
};

test.each(Object.entries(deeds))("%s that failed tells what it was, and none of its values", async (_, deed) => {
  const error = await failureOf(deed);
  const lines: string[] = [];
  pino({ base: null }, { write: (line) => lines.push(line) }).error({ err: error }, "unhandled");
  const told = [error.message, error.stack, ...lines].join("\n");
  expect(told).toMatch(/Failed query: (insert|select)/);
  expect(told).not.toContain(secret);
});

test("what refused it is still known, and the connection still works", async () => {
  const error = await failureOf(deeds["a statement"]);
  expect(refusedBy(error)).toEqual({ code: "23514", constraint: "notifications_state_check" });
  expect(await db.execute(sql`select ${secret}::text as given`)).toMatchObject([{ given: secret }]);
  expect(await client`select 1 from notifications where dedupe_key = ${secret}`).toHaveLength(0);
});
