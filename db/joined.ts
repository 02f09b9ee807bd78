import { AsyncLocalStorage } from "node:async_hooks";
import type { Sql, TransactionSql } from "postgres";

type Run = (inner: object) => unknown;

/** A transaction that everything joins that is asked of the database while it runs, without knowing of it. */
class Joined {
  private last: Promise<unknown> = Promise.resolve();
  private hasEnded = false;

  constructor(private readonly transaction: TransactionSql) {}

  /**
   * Each statement by itself, as on a connection of its own: one that is refused takes back nothing but itself. One after
   * the other, because what follows a savepoint is taken back with it.
   */
  savepoint<Done>(run: (inner: TransactionSql) => Done): Promise<Awaited<Done>> {
    const done = this.last.then(() =>
      this.transaction.savepoint((inner) => {
        // What is asked within joins in there: out here it would wait for the end of what it is a part of.
        const nested = new Joined(inner as TransactionSql);
        return storage.run(nested, () => nested.during(() => run(inner as TransactionSql)));
      }),
    );
    this.last = done.catch(() => {});
    return done as Promise<Awaited<Done>>;
  }

  /** Whatever is asked later, by a timer for one, is no part of it any more. */
  async during<Done>(run: () => Done): Promise<Awaited<Done>> {
    try {
      return await run();
    } finally {
      this.hasEnded = true;
    }
  }

  get isOpen() {
    return !this.hasEnded;
  }
}

const storage = new AsyncLocalStorage<Joined>();

/**
 * Runs a deed in one transaction with all the transactions and statements of its own, which become savepoints of it: what
 * it did and what is written beside it are there together, or not at all.
 */
export function joinAll<Done>(client: Sql, run: () => Promise<Done>): Promise<Done> {
  return client.begin((transaction) => {
    const joined = new Joined(transaction);
    return storage.run(joined, () => joined.during(run));
  }) as Promise<Done>;
}

/** The client as `db` uses it, which joins the transaction around it if there is one. */
export function joining(client: Sql): Sql {
  return new Proxy(client, {
    get(target, name) {
      const joined = storage.getStore();
      if (joined?.isOpen && name === "begin") {
        return (...given: unknown[]) => joined.savepoint(given.at(-1) as Run);
      }
      if (joined?.isOpen && name === "unsafe") {
        return (...given: Parameters<Sql["unsafe"]>) => pending(joined, given);
      }
      return Reflect.get(target, name) as unknown;
    },
  });
}

/** As a query of the client is used: awaited as it is, or for its rows as lists. */
function pending(joined: Joined, given: Parameters<Sql["unsafe"]>) {
  const rows = () => joined.savepoint((inner) => inner.unsafe(...given));
  return {
    then: (...settled: Parameters<Promise<unknown>["then"]>) => rows().then(...settled),
    values: () => joined.savepoint((inner) => inner.unsafe(...given).values()),
  };
}
