import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { auditLog, bookings } from "~db/schema";
import { book } from "~/domain/bookings/book.server";
import { findLinkByToken } from "~/domain/links/find-link.server";
import { renewOneTimeLink } from "~/domain/links/renew-one-time-link.server";
import { revokeOneTimeLink } from "~/domain/links/revoke-one-time-link.server";
import { addMember, createEventType } from "../../support/factories";
import { createOneTimeLink as madeLink } from "../../support/links";
import { monday, now, office, wish } from "../../support/orders";
import { found, hour, made, renewal, revocation } from "./one-time-office";

describe("revoking", () => {
  it("ends a link at once, and again changes nothing", async () => {
    const place = await office();
    const { link, token } = await made(place);
    expect(await revokeOneTimeLink(revocation(place, link.id))).toEqual({ ok: true });
    const later = { ...revocation(place, link.id), now: now + hour };
    expect(await revokeOneTimeLink(later)).toEqual({ ok: true });
    expect(await found(place, link.id)).toMatchObject({ state: "revoked", revokedAt: now });
    expect((await findLinkByToken(token, now))?.gone).toBe("revoked");
    const lines = await db.$count(auditLog, eq(auditLog.subjectId, link.id));
    expect(lines).toBe(2);
  });

  it("is refused for a booked one, and for whoever it does not belong to", async () => {
    const place = await office();
    const link = await madeLink(place.eventType);
    const stranger = await addMember(place.workspace);
    const member = { userId: stranger.id, role: "member" as const };
    expect(await revokeOneTimeLink({ ...revocation(place, link.id), member })).toMatchObject({ reason: "not_found" });
    const through = { kind: "one_time", id: link.id } as const;
    await book({ eventType: place.eventType, input: wish(), locale: "en", through, now });
    expect(await revokeOneTimeLink(revocation(place, link.id))).toEqual({ ok: false, reason: "booked" });
  });

  it("and booking at the same moment: of thirty tries each ends in exactly one of the two", async () => {
    const { eventType, ...place } = await office();
    const ends = new Set<string>();
    for (let turn = 0; turn < 30; turn++) {
      const link = await madeLink(eventType);
      const start = new Date(Date.parse(monday) + (turn % 14) * (hour / 2) + Math.floor(turn / 14) * 24 * hour);
      const through = { kind: "one_time", id: link.id } as const;
      const input = wish({ start: start.toISOString() });
      const deeds: (() => Promise<{ ok: boolean }>)[] = [
        () => book({ eventType, input, locale: "en", through, now }),
        () => revokeOneTimeLink(revocation({ eventType, ...place }, link.id)),
      ];
      if (turn % 2) deeds.reverse();
      // Booking reads a good deal before it writes: now and then revoking begins as late.
      const results = await Promise.all([
        deeds[0]!(),
        new Promise((resolve) => setTimeout(resolve, (turn % 6) * 6)).then(deeds[1]!),
      ]);
      expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
      const { state } = await found({ eventType, ...place }, link.id);
      const made = await db.$count(bookings, eq(bookings.oneTimeLinkId, link.id));
      expect([state, made]).toEqual(state === "booked" ? ["booked", 1] : ["revoked", 0]);
      ends.add(state);
    }
    expect(ends.size).toBe(2);
  });
});

describe("renewing", () => {
  it("gives a new address, keeps all else, and stops the old one at once", async () => {
    const place = await office();
    const before = await made(place, { slots: [monday], expires_at: "2026-11-27T17:00:00Z" });
    const renewed = await renewOneTimeLink(renewal(place, before.link.id));
    if (!renewed.ok) throw new Error(renewed.reason);
    expect(renewed.id).toBe(before.link.id);
    expect(await findLinkByToken(before.token, now)).toBeNull();
    const { slots, expiresAt } = before.link;
    expect((await findLinkByToken(renewed.token, now))?.oneTime).toMatchObject({ slots, expiresAt });
    expect((await found(place, before.link.id)).mail).toBeNull();
  });

  it.each([
    ["expired", { expiresAt: new Date(now) }],
    ["revoked", { revokedAt: new Date(now) }],
  ])("is not for an %s one", async (state, columns) => {
    const place = await office();
    const link = await madeLink(place.eventType, columns);
    expect(await renewOneTimeLink(renewal(place, link.id))).toEqual({ ok: false, reason: "not_active", state });
  });

  it("is not for a booked one, nor where its event type is off", async () => {
    const place = await office();
    const link = await madeLink(place.eventType);
    const through = { kind: "one_time", id: link.id } as const;
    await book({ eventType: place.eventType, input: wish(), locale: "en", through, now });
    expect(await renewOneTimeLink(renewal(place, link.id))).toMatchObject({ state: "booked" });
    const off = await createEventType(place.workspace, { owner: place.owner, isActive: false });
    const closed = await madeLink(off);
    expect(await renewOneTimeLink(renewal(place, closed.id))).toEqual({ ok: false, reason: "not_bookable" });
  });
});
