import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "~db/client";
import { limits } from "~/domain/requests/limits";
import { forgetLimits, limiting } from "~/domain/requests/limits.server";
import { unique } from "../../support/unique";

const name = "sign-in.here";
const { points } = limits[name];
let who: string;

beforeEach(() => (who = unique()));

const count = async (times: number, by = limiting(1), whose = who) => {
  for (let at = 1; at < times; at++) await by.count(name, whose);
  return by.count(name, whose);
};

describe("a limit", () => {
  it("lets through as many as it says, and says what is left", async () => {
    expect(await count(1)).toMatchObject({ isOver: false, limit: points, remaining: points - 1 });
    expect(await count(points - 1)).toMatchObject({ isOver: false, remaining: 0 });
    const over = await count(1);
    expect(over).toMatchObject({ isOver: true, remaining: 0 });
    expect(over!.resetsIn).toBeGreaterThan(limits[name].seconds - 60);
  });

  it("is shared by all processes", async () => {
    await count(points - 1, limiting(1));
    expect(await count(1, limiting(1))).toMatchObject({ isOver: false });
    expect(await count(1, limiting(1))).toMatchObject({ isOver: true });
  });

  it("counts exactly when many come at once", async () => {
    const several = [limiting(1), limiting(1), limiting(1)];
    const verdicts = await Promise.all(
      Array.from({ length: points + 8 }, (_, index) => several[index % 3]!.count(name, who)),
    );
    expect(verdicts.filter((verdict) => !verdict!.isOver)).toHaveLength(points);
  });

  it("is each one's own, without regard to case", async () => {
    await count(points + 1);
    expect(await count(1, limiting(1), who.toUpperCase())).toMatchObject({ isOver: true });
    expect(await count(1, limiting(1), `${who}-other`)).toMatchObject({ isOver: false });
  });

  it("begins anew when its time is over", async () => {
    await count(points + 1);
    await db.execute(sql`update rate_limits set expire = ${Date.now() - 1} where key like ${`${name}:%`}`);
    expect(await count(1, limiting(1))).toMatchObject({ isOver: false, remaining: points - 1 });
  });

  it("can be looked at without counting", async () => {
    expect(await limiting(1).look(name, who)).toBeNull();
    await count(points);
    expect(await limiting(1).look(name, who)).toMatchObject({ isOver: true, remaining: 0 });
  });

  it("grows with the scale, and there is none where that is 0", async () => {
    expect(await count(1, limiting(3))).toMatchObject({ limit: 3 * points });
    expect(await count(1, limiting(0))).toBeNull();
    expect(await limiting(0).look(name, who)).toBeNull();
  });

  it("keeps no address that can be read, and forgets what has ended", async () => {
    await count(1);
    const rows = async () => db.execute<{ key: string }>(sql`select key from rate_limits`);
    expect((await rows()).map(({ key }) => key).join()).not.toContain(who);
    await forgetLimits(Date.now() + 24 * 60 * 60_000);
    expect(await rows()).toHaveLength(0);
  });
});
