import { eq, lt } from "drizzle-orm";
import { randomBytes } from "node:crypto";
import { db } from "~db/client";
import { analyticsSalts } from "~db/schema";
import { DAY_MS, formatDate } from "../availability/calendar-days";

/** Those of the last two days, so that a process keeps no salt for long either. */
const known = new Map<string, string>();

/** The secret of a day (UTC), made by whichever process asks first and the same for all of them. */
export async function saltOf(at: number): Promise<string> {
  const day = formatDate(Math.floor(at / DAY_MS));
  const found = known.get(day) ?? (await readSalt(day)) ?? (await makeSalt(day));
  known.set(day, found);
  for (const each of known.keys()) if (known.size > 2 && each !== day) known.delete(each);
  return found;
}

/** Yesterday's is kept: some of its views may still be on their way. */
export async function forgetSalts(now: number): Promise<void> {
  await db.delete(analyticsSalts).where(lt(analyticsSalts.day, formatDate(Math.floor(now / DAY_MS) - 1)));
}

async function makeSalt(day: string) {
  const salt = randomBytes(32).toString("base64url");
  await db.insert(analyticsSalts).values({ day, salt }).onConflictDoNothing();
  return (await readSalt(day))!;
}

async function readSalt(day: string) {
  const [found] = await db
    .select({ salt: analyticsSalts.salt })
    .from(analyticsSalts)
    .where(eq(analyticsSalts.day, day));
  return found?.salt ?? null;
}
