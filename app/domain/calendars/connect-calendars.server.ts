import { and, eq, not, sql } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { calendarConnections, users } from "~db/schema";
import type { ProviderCalendar, ProviderName } from "~/integrations/calendar-provider";
import { record } from "../audit/audit.server";
import { may, type Role } from "../workspaces/roles";
import type { Owner } from "./hold-member.server";
import { readSoon } from "./wake.server";

/** A calendar of an account, with what its host wants of it. */
export type Chosen = { calendar: ProviderCalendar; blocks: boolean; writes: boolean; isPrimary: boolean };

type Connect = Owner & { role: Role; accountId: string; provider: ProviderName; chosen: Chosen[]; now: number };

/**
 * Connects calendars of an account, or gives those that are connected what is chosen now. The caller holds the member. A
 * calendar that the host has by another account already stays there. Whoever takes no meetings has no busy times to read.
 */
export async function connectCalendars(tx: Transaction, connect: Connect): Promise<string[]> {
  const { workspaceId, userId, accountId, provider, role, chosen, now } = connect;
  const reads = may(role, "schedules.own");
  const [host] = await tx.select({ timezone: users.timezone }).from(users).where(eq(users.id, userId));
  const ids: string[] = [];
  for (const { calendar, blocks, writes, isPrimary } of chosen) {
    if (isPrimary) await unset(tx, connect, calendar.id, "isPrimary");
    if (writes) await unset(tx, connect, calendar.id, "createEvents");
    const facts = {
      name: calendar.name,
      // Whole days are their owner's where the provider does not say whose.
      timezone: calendar.timezone ?? host!.timezone,
      isWritable: calendar.isWritable,
      conferences: calendar.conferences,
      isPrimary,
      checkConflicts: blocks && reads,
      createEvents: writes,
    };
    const [kept] = await tx
      .insert(calendarConnections)
      .values({ workspaceId, userId, accountId, provider, calendarId: calendar.id, syncEnabled: reads, ...facts })
      .onConflictDoUpdate({
        target: [
          calendarConnections.workspaceId,
          calendarConnections.userId,
          calendarConnections.provider,
          calendarConnections.calendarId,
        ],
        set: { ...facts, updatedAt: new Date(now) },
        setWhere: eq(calendarConnections.accountId, accountId),
      })
      .returning({ id: calendarConnections.id, isNew: sql<boolean>`xmax = 0` });
    if (!kept) continue;
    ids.push(kept.id);
    await record(tx, {
      workspaceId,
      actor: { kind: "user", userId },
      action: kept.isNew ? "calendar.connected" : "calendar.changed",
      subjectId: kept.id,
      details: { provider, name: calendar.name, checkConflicts: facts.checkConflicts, createEvents: writes, isPrimary },
    });
  }
  await readSoon(tx, { workspaceId, ids: sql`(select unnest(${sql.param(ids)}::uuid[]))` }, now);
  return ids;
}

/** The calendar that stands for an account where nobody is asked: its main one. */
export function standardCalendar(calendars: ProviderCalendar[]): ProviderCalendar | undefined {
  return calendars.find((each) => each.isPrimary) ?? calendars.find((each) => each.isWritable) ?? calendars[0];
}

type Standard = Owner & {
  role: Role;
  accountId: string;
  provider: ProviderName;
  standard: ProviderCalendar;
  now: number;
};

/** Connects the calendar that stands for an account. It takes new events and is primary where none is. */
export async function connectStandard(tx: Transaction, { standard, ...connect }: Standard): Promise<string> {
  const { workspaceId, userId, provider } = connect;
  const own = await tx
    .select()
    .from(calendarConnections)
    .where(and(eq(calendarConnections.workspaceId, workspaceId), eq(calendarConnections.userId, userId)));
  const known = own.find((each) => each.provider === provider && each.calendarId === standard.id);
  if (known) return known.id;
  const writes = standard.isWritable && !own.some((each) => each.createEvents);
  const isPrimary = !own.some((each) => each.isPrimary);
  const [id] = await connectCalendars(tx, {
    ...connect,
    chosen: [{ calendar: standard, blocks: true, writes, isPrimary }],
  });
  return id!;
}

/** One calendar of a member is primary, and one takes new events. */
async function unset(
  tx: Transaction,
  { workspaceId, userId, provider }: Connect,
  calendarId: string,
  which: "isPrimary" | "createEvents",
) {
  const isThis = and(eq(calendarConnections.provider, provider), eq(calendarConnections.calendarId, calendarId))!;
  await tx
    .update(calendarConnections)
    .set({ [which]: false })
    .where(
      and(
        eq(calendarConnections.workspaceId, workspaceId),
        eq(calendarConnections.userId, userId),
        eq(calendarConnections[which], true),
        not(isThis),
      ),
    );
}
