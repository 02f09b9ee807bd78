import { and, eq, gt, lte } from "drizzle-orm";
import { db, inOneTransaction, refusedBy } from "~db/client";
import { idempotencyKeys } from "~db/schema";
import { withLease } from "../leases.server";
import { seal, unseal } from "../secrets.server";
import { hashToken } from "../tokens.server";

export type KeptAnswer = { status: number; headers: [name: string, value: string][]; body: string };

type Call = {
  /** Whose key it is. */
  owner: string;
  key: string;
  /** All that the call asks for. */
  asked: string;
  /** It talks to another system meanwhile, which no transaction waits for. */
  reachesOut: boolean;
  now: number;
};

export type Once =
  | { kind: "answered"; answer: KeptAnswer }
  | { kind: "other_call" }
  | { kind: "still_at_it" }
  /** It was done, and its answer was sealed by a key that is gone. */
  | { kind: "unreadable" };

/** Milliseconds for which the same call is answered the same. */
const lifetime = 24 * 60 * 60_000;

/**
 * Does what a call asks for once, however often it comes within 24 hours, and answers each time what it answered the first
 * time. What is done and the answer are written together: a process that dies half-way has done nothing, and the next one
 * begins anew. Throws, and keeps nothing, where `run` throws.
 */
export async function answerOnce(call: Call, run: () => Promise<KeptAnswer>): Promise<Once> {
  const known = await find(call);
  if (known) return known;
  // One after the other, and nobody holds a connection while they wait.
  const lease = { name: `once:${hashToken(placeOf(call))}`, places: 1, lasts: 15_000, patience: 20_000 };
  const done = await withLease(lease, async () => (await find(call)) ?? (await perform(call, run)));
  return done ?? { kind: "still_at_it" };
}

async function perform(call: Call, run: () => Promise<KeptAnswer>): Promise<Once> {
  const answered = async () => {
    const answer = await run();
    await keep(call, answer);
    return { kind: "answered", answer } as const;
  };
  try {
    return call.reachesOut ? await answered() : await inOneTransaction(answered);
  } catch (error) {
    // Somebody else was so slow that their turn was over, and then came first after all.
    if (refusedBy(error)?.constraint !== "idempotency_keys_pkey") throw error;
    return (await find(call)) ?? { kind: "still_at_it" };
  }
}

async function find(call: Call): Promise<Exclude<Once, { kind: "still_at_it" }> | null> {
  const { owner, key, now } = call;
  const isIt = and(eq(idempotencyKeys.owner, owner), eq(idempotencyKeys.key, key));
  const [found] = await db
    .select()
    .from(idempotencyKeys)
    .where(and(isIt, gt(idempotencyKeys.expiresAt, new Date(now))));
  if (!found) return null;
  if (found.requestHash !== hashToken(call.asked)) return { kind: "other_call" };
  const text = unsealed(found.answer, placeOf(call));
  return text === null ? { kind: "unreadable" } : { kind: "answered", answer: JSON.parse(text) as KeptAnswer };
}

function unsealed(answer: string, place: string): string | null {
  try {
    return unseal(answer, place);
  } catch {
    return null;
  }
}

async function keep(call: Call, answer: KeptAnswer) {
  const { owner, key, asked, now } = call;
  // What has ended makes room for what begins.
  await db
    .delete(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.owner, owner),
        eq(idempotencyKeys.key, key),
        lte(idempotencyKeys.expiresAt, new Date(now)),
      ),
    );
  await db.insert(idempotencyKeys).values({
    ...{ owner, key, requestHash: hashToken(asked), status: answer.status },
    // It may hold a secret that is shown once, and what an invitee wrote.
    answer: seal(JSON.stringify(answer), placeOf(call)),
    expiresAt: new Date(now + lifetime),
  });
}

export async function forgetAnswers(now: number): Promise<void> {
  await db.delete(idempotencyKeys).where(lte(idempotencyKeys.expiresAt, new Date(now)));
}

function placeOf({ owner, key }: Pick<Call, "owner" | "key">) {
  return `idempotency_keys/${owner}/${key}/answer`;
}
