import { eq, sql } from "drizzle-orm";
import { AsyncLocalStorage } from "node:async_hooks";
import { describe, expect, it } from "vitest";
import { db, inOneTransaction, refusedBy } from "~db/client";
import { users } from "~db/schema";
import { createUser, unique } from "../../support/factories";

const nameOf = async (id: string) => (await db.select().from(users).where(eq(users.id, id)))[0]?.name;
const rename = (id: string, name: string, on: Pick<typeof db, "update"> = db) =>
  on.update(users).set({ name }).where(eq(users.id, id));

/** As somebody else asks, on a connection of their own. */
const outside = AsyncLocalStorage.snapshot();

describe("a deed in one transaction", () => {
  it("is there with all its own transactions and statements, and for nobody else before its end", async () => {
    const { id } = await createUser();
    let seenOutside: unknown;
    await inOneTransaction(async () => {
      await rename(id, "By a statement");
      await db.transaction((tx) => rename(id, "By a transaction", tx));
      expect(await nameOf(id)).toBe("By a transaction");
      seenOutside = await outside(() => nameOf(id));
    });
    expect(seenOutside).not.toContain("By a");
    expect(await nameOf(id)).toBe("By a transaction");
  });

  it("is gone with everything when it fails", async () => {
    const { id, name } = await createUser();
    const failing = inOneTransaction(async () => {
      await db.transaction((tx) => rename(id, "Never", tx));
      throw new Error("failed");
    });
    await expect(failing).rejects.toThrow("failed");
    expect(await nameOf(id)).toBe(name);
  });

  it("goes on after a statement or a transaction that the database refused", async () => {
    const [ada, ben] = [await createUser(), await createUser()];
    const take = (on: Pick<typeof db, "update">) =>
      on.update(users).set({ email: ben.email }).where(eq(users.id, ada.id));
    await inOneTransaction(async () => {
      await rename(ada.id, "Kept");
      const refused = async (run: () => PromiseLike<unknown>) =>
        refusedBy(await Promise.resolve(run()).catch((e) => e))?.code;
      expect(await refused(() => take(db))).toBe("23505");
      expect(
        await refused(() => db.transaction(async (tx) => [await rename(ada.id, "Lost", tx), await take(tx)])),
      ).toBe("23505");
    });
    expect(await nameOf(ada.id)).toBe("Kept");
  });

  it("takes statements that are asked at once, one of them refused, and lets a transaction ask outside of itself", async () => {
    const [ada, ben] = [await createUser(), await createUser()];
    await inOneTransaction(async () => {
      const [renamed, refused, read] = await Promise.allSettled([
        rename(ada.id, "First"),
        db.update(users).set({ email: ben.email }).where(eq(users.id, ada.id)),
        db.transaction(async () => nameOf(ben.id)),
      ]);
      expect([renamed.status, refused.status, read]).toEqual([
        "fulfilled",
        "rejected",
        { status: "fulfilled", value: ben.name },
      ]);
    });
    expect(await nameOf(ada.id)).toBe("First");
  });

  it("is not joined by what comes after it", async () => {
    const { id } = await createUser();
    let later: Promise<unknown> = Promise.resolve();
    await inOneTransaction(async () => {
      await db.execute(sql`select 1`);
      later = new Promise((resolve) => setTimeout(resolve, 50)).then(() => rename(id, `Later ${unique()}`));
    });
    await later;
    expect(await nameOf(id)).toContain("Later");
  });
});
