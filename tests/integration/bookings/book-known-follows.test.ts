import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingEventTypes } from "~db/schema";
import { readHosts } from "~/domain/availability/host-facts.server";
import { bookKnown } from "~/domain/bookings/book-known.server";
import { book } from "~/domain/bookings/book.server";
import type { Booking } from "~/domain/bookings/booking";
import { findBooking } from "~/domain/bookings/bookings.server";
import { googleUid } from "~/domain/calendars/event-key.server";
import { knownEventType, learnEventType } from "~/domain/event-types/known-event-types.server";
import { addMember, createCalendarAccount, createConnection, unique } from "../../support/factories";
import { monday, now, office, wish } from "../../support/orders";
import { writesOf } from "../../support/written-calendars";
import { knownOffice } from "./known-office";

const start = Date.parse(monday);

describe("a booking of an event type that was booked before", () => {
  /** Two bookings of it, made anew and as it is known, beside calendars and accounts that none of it is for. */
  async function followed(provider: "google" | "microsoft", columns: Parameters<typeof knownOffice>[0] = {}) {
    const { workspace, owner, eventType, again } = await knownOffice(columns);
    const account = await createCalendarAccount(workspace, owner, { provider, savesContacts: true });
    const given = { provider, accountId: account.id, createEvents: true };
    const { id } = await createConnection(workspace, owner, given);
    await createConnection(workspace, owner);
    const other = await addMember(workspace);
    await createCalendarAccount(workspace, other, { savesContacts: true });
    await createConnection(workspace, other, { createEvents: true });
    const anew = await book({ eventType, input: wish({ start: "2026-11-25T09:00:00Z" }), locale: "en", now });
    if (!anew.ok) throw new Error(anew.reason);
    const made = await Promise.all([anew.booking, (await again())!].map(whatFollows));
    return { made, connectionId: id, accountId: account.id };
  }

  it.each(["google", "microsoft"] as const)(
    "goes into its host's %s calendar and contacts like any other",
    async (at) => {
      const { made, connectionId, accountId } = await followed(at);
      for (const { booking, events, jobs } of made) {
        expect(booking.icalUid).toBe(at === "google" ? googleUid(booking.id) : null);
        expect((await findBooking(booking.workspaceId, booking.id))!.icalUid).toBe(booking.icalUid);
        expect(events).toMatchObject([{ connectionId, userId: booking.hostId, provider: at, state: "waiting" }]);
        expect(jobs).toEqual([
          ["remind", expect.objectContaining({ bookingId: booking.id })],
          ["save_contact", { workspaceId: booking.workspaceId, bookingId: booking.id, accountId }],
          ["write_calendar_event", { workspaceId: booking.workspaceId, id: events[0]!.id, round: events[0]!.round }],
        ]);
      }
    },
  );

  it("goes there only once it is confirmed", async () => {
    const { made } = await followed("google", { requiresConfirmation: true });
    for (const { booking, events, jobs } of made) {
      expect([booking.icalUid, events]).toEqual([googleUid(booking.id), []]);
      expect(jobs.map(([task]) => task)).not.toContain("save_contact");
    }
  });
});

describe("an event type", () => {
  it("that goes away in this very moment is not booked, and nothing fails", async () => {
    const { workspace, owner, eventType } = await office();
    await learnEventType(workspace.slug, eventType.slug);
    // Nobody booked it yet, so it can be deleted. The hours are learned by whoever looks at the offer.
    const question = { workspaceId: workspace.id, hostIds: [owner.id], scheduleId: null, now };
    await readHosts({ ...question, span: { from: start, to: start + 1 } });
    const remembered = knownEventType(workspace.slug, eventType.slug)!;
    const booking = await db.transaction(async (tx) => {
      await tx.delete(bookingEventTypes).where(eq(bookingEventTypes.id, eventType.id));
      const booking = bookKnown(remembered, { input: wish(), locale: "en", now });
      await oneWaits();
      return { booking };
    });
    expect(await booking.booking).toBeNull();
  });

  it("is forgotten where it is read and gone, or held by several", async () => {
    const { workspace, eventType, change } = await knownOffice();
    const { slug } = workspace;
    expect(knownEventType(slug, eventType.slug)).not.toBeNull();
    await change({ is_team_event: true, assignment_type: "round_robin" });
    expect(await learnEventType(slug, eventType.slug)).not.toBeNull();
    expect(knownEventType(slug, eventType.slug)).toBeNull();
    const other = await knownOffice();
    await other.change({ slug: `moved-${unique()}` });
    expect(await learnEventType(other.workspace.slug, other.eventType.slug)).toBeNull();
    expect(knownEventType(other.workspace.slug, other.eventType.slug)).toBeNull();
  });
});

/** What is written beside a booking for calendars and contacts, and the jobs that it brought, by their names. */
async function whatFollows(booking: Booking) {
  const events = await writesOf(booking);
  const ids = [booking.id, ...events.map(({ id }) => id)];
  const jobs = await db.execute<{ task: string; payload: Record<string, unknown> }>(sql`
    select task.identifier as task, job.payload from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where payload ->> 'bookingId' = any(${sql.param(ids)}) or payload ->> 'id' = any(${sql.param(ids)})
    order by task`);
  return { booking, events, jobs: jobs.map(({ task, payload }) => [task, payload] as const) };
}

/** Until a statement waits for another transaction. */
async function oneWaits() {
  for (;;) {
    const [row] = await db.execute(sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    if (row) return;
  }
}
