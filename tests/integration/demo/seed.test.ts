import { verify } from "@node-rs/argon2";
import { and, count, eq, inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { seedDemo } from "~db/demo/seed";
import { openSlots } from "~/domain/availability/open-slots.server";
import { listCoaches } from "~/domain/coaches/coaches.server";
import { offeredDurations } from "~/domain/event-types/event-type";
import { findEventType, listEventTypes } from "~/domain/event-types/event-types.server";
import {
  bookingAttendees,
  bookingEventTypes,
  bookingRsvps,
  bookings,
  claims,
  users,
  workspaceMembers,
  workspaces,
} from "~db/schema";

const password = "amber-tide-north-quartz-12";

describe("the demo workspace", () => {
  it("is made once, by one of several starts, in a moment", async () => {
    const started = performance.now();
    await Promise.all([seedDemo({ password, now: Date.now() }), seedDemo({ password, now: Date.now() })]);
    expect(performance.now() - started).toBeLessThan(5000);
    await seedDemo({ password: "another one", now: Date.now() });
    expect(await db.select({ slug: workspaces.slug }).from(workspaces)).toEqual([{ slug: "acme-corp" }]);
    expect(await db.$count(users)).toBe(4);
    expect(await db.$count(bookingEventTypes, eq(bookingEventTypes.isLinkOnly, false))).toBe(6);
  });

  it("belongs to Maya, who signs in with the given password", async () => {
    const [maya] = await db.select().from(users).where(eq(users.email, "maya@acme-corp.example"));
    expect(maya).toMatchObject({ isSuperAdmin: true });
    expect(await verify(maya!.passwordHash!, password)).toBe(true);
  });

  it("has a claim of each host for each booking that is pending or confirmed, and for no other", async () => {
    const rows = await db
      .select({ status: bookings.status, claims: count(claims.hostId), hosts: count(bookingAttendees.id) })
      .from(bookings)
      .innerJoin(bookingAttendees, and(eq(bookingAttendees.bookingId, bookings.id), eq(bookingAttendees.kind, "host")))
      .leftJoin(claims, and(eq(claims.bookingId, bookings.id), eq(claims.hostId, bookingAttendees.userId)))
      .groupBy(bookings.id, bookings.workspaceId);
    expect(rows.length).toBeGreaterThan(8);
    for (const { status, claims, hosts } of rows)
      expect(claims).toBe(status === "pending" || status === "confirmed" ? hosts : 0);
    expect(new Set(rows.map((row) => row.status)).size).toBe(4);
  });

  it("has a client with a session that is confirmed, and one that waits for its coach", async () => {
    const [client] = await db.select().from(workspaceMembers).where(eq(workspaceMembers.role, "client"));
    const own = await db.select().from(bookings).where(eq(bookings.clientId, client!.userId));
    expect(own.map(({ status }) => status).sort()).toEqual(["confirmed", "pending"]);
    expect(await listCoaches(client!.workspaceId, Date.now())).toHaveLength(3);
  });

  it("has a meeting that waits for two of its three hosts", async () => {
    const asked = await db.select({ response: bookingRsvps.response }).from(bookingRsvps);
    expect(asked.map(({ response }) => response).sort()).toEqual(["accepted", null, null]);
  });

  it("has free times in the next week for every event type, at every length", async () => {
    const [firm] = await db.select().from(workspaces);
    const now = Date.now();
    const range = { from: now, to: now + 7 * 24 * 60 * 60_000 };
    for (const eventType of await listEventTypes(firm!.id)) {
      for (const durationMinutes of offeredDurations(eventType)) {
        const { slots } = await openSlots({ eventType, durationMinutes, range, now });
        expect(slots.length, `${eventType.slug}, ${durationMinutes} minutes`).toBeGreaterThan(3);
      }
    }
  });

  it("has a job for the next reminder of each booking that is still ahead", async () => {
    const [jobs] = await db.execute<{ count: number }>(
      sql`select count(*)::int from graphile_worker.jobs where task_identifier = 'remind'`,
    );
    const live = await db.$count(bookings, inArray(bookings.status, ["pending", "confirmed"]));
    expect(live).toBeGreaterThan(3);
    expect(jobs!.count).toBe(live);
  });

  it("has bookings only where the product would offer the time to somebody else", async () => {
    const live = await db
      .select()
      .from(bookings)
      .where(inArray(bookings.status, ["pending", "confirmed"]));
    for (const { id, workspaceId, eventTypeId, hostId, startTime, endTime } of live) {
      const eventType = await findEventType(workspaceId, eventTypeId);
      const start = startTime.getTime();
      const { slots } = await openSlots({
        eventType: eventType!,
        durationMinutes: (endTime.getTime() - start) / 60_000,
        range: { from: start, to: start + 1 },
        now: start - 3 * 24 * 60 * 60_000,
        hostIds: [hostId],
        ignoreBookingId: id,
      });
      expect(slots).toEqual([start]);
    }
  });
});
