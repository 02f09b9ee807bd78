import { sql } from "drizzle-orm";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { users } from "~db/schema";
import { answerOnce, forgetAnswers, type KeptAnswer } from "~/domain/requests/answer-once.server";
import { unique } from "../../support/unique";

const day = 24 * 60 * 60_000;
const answerOf = (body: string): KeptAnswer => ({ status: 201, headers: [["location", `/x/${body}`]], body });
const callOf = (given: Partial<Parameters<typeof answerOnce>[0]> = {}) => ({
  ...{ owner: `user:${unique()}`, key: unique(), asked: "this", reachesOut: false, now: Date.now() },
  ...given,
});

/** A deed that leaves a row, so that one can count how often it was done. */
function deed(body = "made") {
  const email = `${unique()}@example.com`;
  const run = async () => {
    await db.insert(users).values({ name: "Made", email: `${unique()}-${email}`, timezone: "UTC" });
    return answerOf(body);
  };
  const times = async () =>
    Number((await db.execute(sql`select count(*) as n from users where email like ${`%-${email}`}`))[0]!.n);
  return { run, times };
}

describe("a call with a key", () => {
  it("is done once, and answered the same with its headers each time", async () => {
    const call = callOf();
    const { run, times } = deed();
    const first = await answerOnce(call, run);
    const again = await answerOnce({ ...call, now: call.now + day - 1000 }, run);
    expect(first).toEqual({ kind: "answered", answer: answerOf("made") });
    expect([again, await times()]).toEqual([first, 1]);
  });

  it("is done once when ten arrive together", async () => {
    const call = callOf();
    const { run, times } = deed();
    const slowly = async () => {
      await wait(200);
      return run();
    };
    const answers = await Promise.all(Array.from({ length: 10 }, () => answerOnce(call, slowly)));
    expect(answers).toEqual(Array.from({ length: 10 }, () => ({ kind: "answered", answer: answerOf("made") })));
    expect(await times()).toBe(1);
  });

  it("asks for the same thing: another one is refused, and not done", async () => {
    const call = callOf();
    await answerOnce(call, deed().run);
    const other = deed();
    expect(await answerOnce({ ...call, asked: "that" }, other.run)).toEqual({ kind: "other_call" });
    expect(await other.times()).toBe(0);
  });

  it("is its owner's: the same key of somebody else is another one", async () => {
    const key = unique();
    const [mine, theirs] = [deed("mine"), deed("theirs")];
    await answerOnce(callOf({ key }), mine.run);
    expect(await answerOnce(callOf({ key }), theirs.run)).toEqual({ kind: "answered", answer: answerOf("theirs") });
  });

  it("leaves nothing when it dies half-way, and is done by the next", async () => {
    const call = callOf();
    const { run, times } = deed();
    const dying = async () => {
      await run();
      throw new Error("died");
    };
    await expect(answerOnce(call, dying)).rejects.toThrow("died");
    expect(await times()).toBe(0);
    expect((await answerOnce(call, run)).kind).toBe("answered");
    expect(await times()).toBe(1);
  });

  it("is done by the next when the connection of the first is cut before its end", async () => {
    const call = callOf();
    const { run, times } = deed();
    const cut = async () => {
      await run();
      const [own] = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await outsideCut(own!.pid);
      return answerOf("never");
    };
    await expect(answerOnce(call, cut)).rejects.toThrow();
    expect(await times()).toBe(0);
    expect((await answerOnce(call, run)).kind).toBe("answered");
    expect(await times()).toBe(1);
  });

  it("begins anew after a day, when nobody remembers", async () => {
    const call = callOf();
    const { run, times } = deed();
    await answerOnce(call, run);
    await answerOnce({ ...call, now: call.now + day + 1 }, run);
    expect(await times()).toBe(2);
    await forgetAnswers(call.now + 2 * day + 2);
    const [left] = await db.execute(sql`select count(*) as n from idempotency_keys where owner = ${call.owner}`);
    expect(left!.n).toBe("0");
  });

  it("keeps no answer that can be read in the database", async () => {
    const call = callOf();
    await answerOnce(call, deed("a-secret-shown-once").run);
    const [row] = await db.execute<{ text: string }>(
      sql`select idempotency_keys::text as text from idempotency_keys where owner = ${call.owner}`,
    );
    expect(row!.text).not.toContain("a-secret-shown-once");
  });

  it("is not done again when its answer can no longer be read", async () => {
    const call = callOf();
    const { run, times } = deed();
    await answerOnce(call, run);
    await db.execute(sql`update idempotency_keys set answer = 'gone.x.y.z' where owner = ${call.owner}`);
    expect(await answerOnce(call, run)).toEqual({ kind: "unreadable" });
    expect(await times()).toBe(1);
  });

  it("that reaches out is done once, too, and keeps what it did when its answer is an error", async () => {
    const call = callOf({ reachesOut: true });
    const { run, times } = deed();
    await Promise.all([answerOnce(call, run), answerOnce(call, run)]);
    expect(await times()).toBe(1);
    const failing = deed();
    await expect(
      answerOnce(callOf({ reachesOut: true }), async () => {
        await failing.run();
        throw new Error("died");
      }),
    ).rejects.toThrow("died");
    expect(await failing.times()).toBe(1);
  });
});

async function outsideCut(pid: number) {
  const { client } = await import("~db/client");
  await client`select pg_terminate_backend(${pid})`;
}
