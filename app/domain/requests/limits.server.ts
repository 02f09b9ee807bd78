import { lt } from "drizzle-orm";
import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { client, db } from "~db/client";
import { rateLimits } from "~db/schema";
import { env } from "~/env.server";
import { limits, type LimitName, type Verdict } from "./limits";

/** The library asks as it would ask another driver. */
const store = {
  async query({ text, values }: { text: string; values: (string | number | null)[] }) {
    const rows = await client.unsafe(text, values, { prepare: true });
    return { rows, rowCount: rows.count };
  },
};

type Limiter = Pick<RateLimiterPostgres, "points" | "consume" | "get">;

/** Counts that all processes share. A scale of 0 allows everything. */
export function limiting(scale: number) {
  const known = new Map<LimitName, Limiter>();

  function limiterOf(name: LimitName): Limiter {
    const { points, seconds } = limits[name];
    const allowed = Math.max(1, Math.round(points * scale));
    const limiter =
      known.get(name) ??
      new RateLimiterPostgres({
        storeClient: store,
        storeType: "client",
        tableName: "rate_limits",
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points: allowed,
        duration: seconds,
        // Whoever is over it is refused by each process without asking the database again.
        inMemoryBlockOnConsumed: allowed + 1,
      });
    known.set(name, limiter);
    return limiter;
  }

  return {
    /** Counts one more for whoever it is, and says whether that was too much. Null: nothing is limited. */
    async count(name: LimitName, who: string): Promise<Verdict | null> {
      if (scale === 0) return null;
      const limiter = limiterOf(name);
      try {
        return verdictOf(limiter, await limiter.consume(keyOf(who)), false);
      } catch (error) {
        if (error instanceof RateLimiterRes) return verdictOf(limiter, error, true);
        throw error;
      }
    },

    /** Whether there is nothing left, without counting. */
    async look(name: LimitName, who: string): Promise<Verdict | null> {
      if (scale === 0) return null;
      const limiter = limiterOf(name);
      const found = await limiter.get(keyOf(who));
      return found && verdictOf(limiter, found, found.consumedPoints >= limiter.points);
    },
  };
}

export const limited = limiting(env.RATE_LIMIT_SCALE);

/** Those that ended an hour ago. */
export async function forgetLimits(now: number): Promise<void> {
  await db.delete(rateLimits).where(lt(rateLimits.expire, now - 60 * 60_000));
}

/** Neither an address nor an email stands in the table as it is. */
function keyOf(who: string) {
  return createHash("sha256").update(`${env.SESSION_SECRET} ${who.toLowerCase()}`).digest("base64url");
}

function verdictOf(limiter: Limiter, { remainingPoints, msBeforeNext }: RateLimiterRes, isOver: boolean): Verdict {
  return { limit: limiter.points, remaining: remainingPoints, resetsIn: Math.ceil(msBeforeNext / 1000), isOver };
}
