import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db, type Transaction } from "~db/client";
import { bookingEventTypes, bookingLinks, bookings, oneTimeLinks } from "~db/schema";
import { book } from "~/domain/bookings/book.server";
import { findBooking } from "~/domain/bookings/bookings.server";
import { cancel } from "~/domain/bookings/cancel.server";
import type { EventType } from "~/domain/event-types/event-type";
import { findLinkByToken } from "~/domain/links/find-link.server";
import type { Through } from "~/domain/links/link";
import { createLink, createOneTimeLink } from "../../support/links";
import { monday, now, office, wish } from "../../support/orders";

const hour = 60 * 60 * 1000;

function order(eventType: EventType, through: Through, given: Record<string, unknown> = {}) {
  return { eventType, input: wish(given), locale: "en", through, now };
}

function evergreen({ id }: { id: string }): Through {
  return { kind: "evergreen", id };
}

function oneTime({ id }: { id: string }): Through {
  return { kind: "one_time", id };
}

describe("an evergreen link", () => {
  it("is remembered by the bookings that come through it, which are answered as they are read afterwards", async () => {
    const { eventType, workspace } = await office();
    const link = await createLink(eventType);
    const result = await book(order(eventType, evergreen(link)));
    if (!result.ok) throw new Error(result.reason);
    expect(result.booking.link).toEqual({ title: link.title, token: link.token, isActive: true });
    expect(await findBooking(workspace.id, result.booking.id)).toEqual(result.booking);
    expect(await db.$count(bookings, eq(bookings.linkId, link.id))).toBe(1);
  });

  it("books nothing once it is switched off, deleted, or leads to another event type", async () => {
    const { eventType } = await office();
    const other = await office();
    const off = await createLink(eventType, { isActive: false });
    const deleted = await createLink(eventType, { archivedAt: new Date(now) });
    const strange = await createLink(other.eventType);
    for (const link of [off, deleted, strange]) {
      const result = await book(order(eventType, evergreen(link)));
      expect(result).toEqual({ ok: false, reason: "link_gone", state: "off" });
    }
    expect(await findLinkByToken(deleted.token, now)).toBeNull();
    expect(await findLinkByToken(off.token, now)).toMatchObject({ gone: "off" });
  });

  it("keeps the limits, the window, the notice and the days left out of its event type", async () => {
    const { eventType } = await office({ maxPerDay: 1, excludedDates: ["2026-11-24"], bookingWindowDays: 5 });
    const through = evergreen(await createLink(eventType));
    expect((await book(order(eventType, through))).ok).toBe(true);
    const refusal = async (start: string) => {
      const result = await book(order(eventType, through, { start }));
      return result.ok ? "booked" : "code" in result ? result.code : result.reason;
    };
    expect(await refusal("2026-11-23T10:00:00Z")).toBe("daily_limit");
    expect(await refusal("2026-11-24T10:00:00Z")).toBe("excluded_date");
    expect(await refusal("2026-11-27T10:00:00Z")).toBe("window");
  });
});

describe("a one-time link", () => {
  it("is used up by its booking, even by one that is cancelled later", async () => {
    const { eventType } = await office();
    const link = await createOneTimeLink(eventType);
    expect(await findLinkByToken(link.token, now)).toMatchObject({ gone: null, oneTime: { bookingId: null } });
    const first = await book(order(eventType, oneTime(link)));
    if (!first.ok) throw new Error(first.reason);
    const again = { start: "2026-11-23T11:00:00Z" };
    expect(await book(order(eventType, oneTime(link), again))).toEqual({
      ok: false,
      reason: "link_gone",
      state: "booked",
    });
    await cancel({ booking: first.booking, actor: { kind: "invitee" }, reason: "", now });
    expect(await book(order(eventType, oneTime(link), again))).toMatchObject({ reason: "link_gone" });
    expect(await findLinkByToken(link.token, now)).toMatchObject({ gone: "booked" });
  });

  it("goes to one of thirty who race for it, with one booking and no trace of the others", async () => {
    const { eventType } = await office();
    const link = await createOneTimeLink(eventType);
    const starts = Array.from({ length: 14 }, (_, slot) => new Date(Date.parse(monday) + (slot * hour) / 2));
    const tries = Array.from({ length: 30 }, (_, racer) =>
      book(
        order(eventType, oneTime(link), { start: starts[racer % 14]!.toISOString(), email: `r${racer}@example.com` }),
      ),
    );
    const results = await Promise.all(tries);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const reasons = new Set(results.flatMap((result) => (result.ok ? [] : [result.reason])));
    expect([...reasons].every((reason) => reason === "link_gone" || reason === "slot_unavailable")).toBe(true);
    expect(await db.$count(bookings, eq(bookings.eventTypeId, eventType.id))).toBe(1);
  });

  it("leads the second submit of one form to what the first made", async () => {
    const { eventType } = await office();
    const link = await createOneTimeLink(eventType);
    const form = { ...order(eventType, oneTime(link)), submissionKey: "form-1" };
    const [first, second] = await Promise.all([book(form), book(form)]);
    const third = await book(form);
    const ids = [first, second, third].map((result) => (result.ok ? result.booking.id : result.reason));
    expect(new Set(ids).size).toBe(1);
  });

  it("ends at its time, and at its owner's word", async () => {
    const { eventType } = await office();
    const link = await createOneTimeLink(eventType, { expiresAt: new Date(now + hour) });
    const late = { ...order(eventType, oneTime(link)), now: now + hour };
    expect(await book(late)).toMatchObject({ reason: "link_gone", state: "expired" });
    await db
      .update(oneTimeLinks)
      .set({ revokedAt: new Date(now) })
      .where(eq(oneTimeLinks.id, link.id));
    expect(await book(order(eventType, oneTime(link)))).toMatchObject({ reason: "link_gone", state: "revoked" });
  });

  it("lets only the hand-picked times through, in their own length, and offers those that are left", async () => {
    const { eventType } = await office({ durationMinutes: 30, durationOptions: [30, 60] });
    const slot = (start: string, minutes: number) => ({
      start,
      end: new Date(Date.parse(start) + minutes * 60_000).toISOString(),
    });
    const picks = [slot("2026-11-23T10:00:00Z", 60), slot("2026-11-24T10:00:00Z", 60)];
    const link = await createOneTimeLink(eventType, { slots: picks });
    expect(await book(order(eventType, oneTime(link), { duration_minutes: 60 }))).toMatchObject({
      reason: "slot_unavailable",
      code: "outside_hours",
      alternatives: picks.map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) })),
    });
    const short = { start: picks[0]!.start, duration_minutes: 30 };
    expect(await book(order(eventType, oneTime(link), short))).toMatchObject({ code: "outside_hours" });
    const result = await book(order(eventType, oneTime(link), { start: picks[0]!.start }));
    expect(result).toMatchObject({ ok: true, booking: { end: Date.parse(picks[0]!.end) } });
  });
});

/** Runs a deed while a change is made and not yet committed: it is when the deed had time to read what was before. */
async function duringChange<Done>(change: (tx: Transaction) => Promise<unknown>, deed: () => Promise<Done>) {
  let begun: Promise<Done> | undefined;
  await db.transaction(async (tx) => {
    await change(tx);
    begun = deed();
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  return [await begun!] as const;
}

describe("switching off against booking", () => {
  it("ends in one of two ways: the booking is there, or the link lets nothing through any more", async () => {
    const { eventType } = await office();
    for (let turn = 0; turn < 5; turn++) {
      const link = await createLink(eventType);
      const start = new Date(Date.parse(monday) + (turn * hour) / 2).toISOString();
      const switchOff = db.update(bookingLinks).set({ isActive: false }).where(eq(bookingLinks.id, link.id));
      const [result] = await Promise.all([book(order(eventType, evergreen(link), { start })), switchOff]);
      const made = await db.$count(bookings, and(eq(bookings.linkId, link.id)));
      expect(made).toBe(result.ok ? 1 : 0);
    }
  });

  it("waits for whoever is just about to switch the link off, and then finds it so", async () => {
    const { eventType } = await office();
    const link = await createLink(eventType);
    const personal = await createOneTimeLink(eventType);
    const [done] = await duringChange(
      async (tx) => {
        await tx.update(bookingLinks).set({ isActive: false }).where(eq(bookingLinks.id, link.id));
        await tx
          .update(oneTimeLinks)
          .set({ revokedAt: new Date(now) })
          .where(eq(oneTimeLinks.id, personal.id));
      },
      () =>
        Promise.all([
          book(order(eventType, evergreen(link))),
          book(order(eventType, oneTime(personal), { start: "2026-11-23T12:00:00Z" })),
        ]),
    );
    expect(done).toMatchObject([
      { reason: "link_gone", state: "off" },
      { reason: "link_gone", state: "revoked" },
    ]);
  });

  it("leaves an event type that was made for a link without a page of its own", async () => {
    const { eventType, workspace } = await office();
    const { findPublicEventType } = await import("~/domain/event-types/event-types.server");
    expect(await findPublicEventType(workspace.slug, eventType.slug)).not.toBeNull();
    await db.update(bookingEventTypes).set({ isLinkOnly: true }).where(eq(bookingEventTypes.id, eventType.id));
    expect(await findPublicEventType(workspace.slug, eventType.slug)).toBeNull();
  });
});
