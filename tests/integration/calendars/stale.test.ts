import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { calendarAccounts, calendarConnections } from "~db/schema";
import { openSlots } from "~/domain/availability/open-slots.server";
import { book } from "~/domain/bookings/book.server";
import { calendarTroubles } from "~/domain/calendars/troubles.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import { codesAt, sentences, startAt, studio } from "../../support/explained-days";
import { addMember, createConnection, createEventType, createWorkspace } from "../../support/factories";
import { inOslo as at, wednesday, wish } from "../../support/orders";

const minute = 60_000;
const now = Date.now();
const old = { staleStopsOffers: true, lastSyncedAt: new Date(now - 90 * minute), staleAt: new Date(now - 60 * minute) };

async function offered(row: { workspaceId: string; id: string }, moment = now) {
  const eventType = (await findEventType(row.workspaceId, row.id))!;
  const range = { from: at(0), to: at(24) };
  return (await openSlots({ eventType, durationMinutes: 60, range, now: moment })).slots.length;
}

describe("a calendar that was not read for too long", () => {
  it("stops offers where its host wants so, in whatever workspace it was connected", async () => {
    const { owner, row } = await studio();
    expect(await offered(row)).toBe(8);
    const elsewhere = await createWorkspace({ owner });
    await createConnection(elsewhere.workspace, owner, old);
    expect(await offered(row)).toBe(0);
  });

  it.each([
    ["not yet", { staleAt: new Date(now + minute) }],
    ["where its host does not want so", { staleStopsOffers: false }],
    ["where its blocks do not count", { checkConflicts: false }],
    ["where it is not to be read", { syncEnabled: false }],
    ["where it was never read", { staleAt: null, lastSyncedAt: null }],
  ])("stops none %s", async (_, given) => {
    const { workspace, owner, row } = await studio();
    await createConnection(workspace, owner, { ...old, ...given });
    expect(await offered(row)).toBe(8);
  });

  it("stops them from its limit on, and until it is read again", async () => {
    const { workspace, owner, row } = await studio();
    const staleAt = new Date(now + 5 * minute);
    const { id } = await createConnection(workspace, owner, { ...old, staleAt });
    expect(await offered(row, staleAt.getTime() - 1)).toBe(8);
    expect(await offered(row, staleAt.getTime())).toBe(0);
    await db
      .update(calendarConnections)
      .set({ staleAt: new Date(now + 60 * minute) })
      .where(eq(calendarConnections.id, id));
    expect(await offered(row, staleAt.getTime())).toBe(8);
  });

  it("leaves the offer to the other hosts of a team", async () => {
    const { workspace, owner } = await createWorkspace();
    const other = await addMember(workspace);
    const team = { isTeamEvent: true, hosts: [owner, other], durationMinutes: 60 };
    const any = await createEventType(workspace, { owner, ...team, assignmentType: "round_robin" });
    const all = await createEventType(workspace, { owner, ...team, assignmentType: "all_hands" });
    await createConnection(workspace, other, old);
    expect([await offered(any), await offered(all)]).toEqual([8, 0]);
    const eventType = (await findEventType(workspace.id, any.id))!;
    const start = new Date(at(10)).toISOString();
    const made = await book({ eventType, input: wish({ start }), locale: "en", now });
    expect(made).toMatchObject({ ok: true, booking: { hostId: owner.id } });
  });

  it("is told as the reason, by its name to who may see it alone", async () => {
    const { workspace, owner, explain } = await studio();
    await createConnection(workspace, owner, old);
    const found = await explain({ day: wednesday });
    expect(codesAt(found, at(10))).toEqual([["busy"]]);
    const [sentence] = sentences(found, startAt(found, at(10)));
    expect(sentence).toMatch(/^Out of date: “Field work”, synced .*\. Nothing is offered until it syncs again\.$/);
    const asColleague = await explain({ viewer: await addMember(workspace), role: "member" });
    expect(JSON.stringify(asColleague)).not.toContain("Field work");
    expect(codesAt(asColleague, at(10))).toEqual([["busy"]]);
  });

  it("refuses a booking, also where it grows old in the very moment", async () => {
    const { workspace, owner, row } = await studio();
    await createConnection(workspace, owner, old);
    const eventType = (await findEventType(workspace.id, row.id))!;
    const start = new Date(at(10)).toISOString();
    const made = await book({ eventType, input: wish({ start }), locale: "en", now });
    expect(made).toMatchObject({ ok: false, reason: "slot_unavailable", code: "busy", alternatives: [] });
  });
});

describe("what a host is told of their calendars", () => {
  async function troubles(given: Partial<typeof calendarConnections.$inferInsert>, needsReconnectSince?: Date) {
    const { workspace, owner } = await createWorkspace();
    const connection = await createConnection(workspace, owner, given);
    if (needsReconnectSince) {
      const lost = { needsReconnectSince, reconnectReason: "Token has been expired or revoked." };
      await db.update(calendarAccounts).set(lost).where(eq(calendarAccounts.id, connection.accountId));
    }
    return calendarTroubles({ workspaceId: workspace.id, userId: owner.id }, now);
  }
  const fresh = { lastSyncedAt: new Date(now - minute), staleAt: new Date(now + minute) };

  it("is nothing while they are read, after one lost answer or two, and of one that is not to be read", async () => {
    expect(await troubles(fresh)).toEqual([]);
    expect(await troubles({ ...fresh, syncFailures: 2, lastError: "Google could not be reached." })).toEqual([]);
    expect(await troubles({ ...old, syncEnabled: false, syncFailures: 9 })).toEqual([]);
  });

  it("is that one fails, is out of date, or needs a new sign-in: the worst of it, with what the provider said", async () => {
    const failing = { ...fresh, syncFailures: 3, lastError: "Google said 503." };
    expect(await troubles(failing)).toMatchObject([{ kind: "failing", said: "Google said 503.", stopsOffers: false }]);
    const stale = { ...failing, ...old };
    expect(await troubles(stale)).toMatchObject([{ kind: "stale", said: "Google said 503.", stopsOffers: true }]);
    expect(await troubles(stale, new Date(now))).toMatchObject([
      { kind: "needs_reconnect", said: "Token has been expired or revoked.", stopsOffers: true },
    ]);
  });
});
