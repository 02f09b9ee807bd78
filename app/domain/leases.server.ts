import { sql } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { db } from "~db/client";

type Lease = {
  /** What only so many may do at once. */
  name: string;
  places: number;
  /** Milliseconds after which it is free again, should its holder have died. The work must take less. */
  lasts: number;
  /** How many milliseconds to wait for a place. */
  patience?: number;
};

/**
 * Runs the work while holding one of the places, across all processes and without holding a connection. Null: there was
 * no place.
 */
export async function withLease<Result>(lease: Lease, work: () => Promise<Result>): Promise<Result | null> {
  const holder = randomUUID();
  const givenUpAt = performance.now() + (lease.patience ?? 0);
  while (!(await take(lease, holder))) {
    const left = givenUpAt - performance.now();
    if (left <= 0) return null;
    await wait(Math.min(left, 50 + Math.random() * 100));
  }
  try {
    return await work();
  } finally {
    await db.execute(sql`delete from leases where name = ${lease.name} and holder = ${holder}`);
  }
}

/** The database's clock counts, so that processes whose clocks differ agree. */
async function take({ name, places, lasts }: Lease, holder: string) {
  const taken = await db.execute(sql`
    insert into leases (name, place, holder, until)
    select ${name}, free, ${holder}::uuid, now() + make_interval(secs => ${lasts / 1000}::float8)
    from generate_series(1, ${places}::int) as free
    where not exists (select 1 from leases held where held.name = ${name} and held.place = free and held.until > now())
    order by random() limit 1
    on conflict (name, place) do update set holder = excluded.holder, until = excluded.until where leases.until <= now()
    returning place`);
  return taken.length > 0;
}

/** Deletes leases that ended long ago, whose holders have died. */
export async function forgetLeases(): Promise<void> {
  await db.execute(sql`delete from leases where until < now() - interval '1 day'`);
}
