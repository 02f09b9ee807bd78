import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { analyticsEvents, auditLog, oneTimeLinks } from "~db/schema";
import { book } from "~/domain/bookings/book.server";
import type { OneTimeRefusal } from "~/domain/links/create-one-time-link.server";
import { findLinkByToken } from "~/domain/links/find-link.server";
import { findOneTimeLink, listOneTimeLinks } from "~/domain/links/one-time-links.server";
import { hashToken } from "~/domain/tokens.server";
import { addMember, createBooking, createEventType } from "../../support/factories";
import { createLink, createOneTimeLink as madeLink } from "../../support/links";
import { monday, now, office, wish } from "../../support/orders";
import { ask, hour, made, owner } from "./one-time-office";

describe("making a link for one person", () => {
  it("keeps its token as a hash alone, and writes who made it", async () => {
    const place = await office();
    const { link, token } = await made(place);
    const [row] = await db.select().from(oneTimeLinks).where(eq(oneTimeLinks.id, link.id));
    expect(row!.tokenHash).toBe(hashToken(token));
    expect(JSON.stringify(row)).not.toContain(token);
    expect((await findLinkByToken(token, now))?.oneTime?.id).toBe(link.id);
    const lines = await db.select().from(auditLog).where(eq(auditLog.subjectId, link.id));
    expect(lines.map(({ action, actorId }) => [action, actorId])).toEqual([["one_time_link.created", place.owner.id]]);
    expect(JSON.stringify(lines)).not.toContain(token);
  });

  it("keeps the picked times in their order, each once, in the lengths that are offered", async () => {
    const place = await office({ durationMinutes: 30, durationOptions: [60] });
    const long = { start: "2026-11-24T09:00:00Z", end: "2026-11-24T10:00:00Z" };
    const { link } = await made(place, { slots: [long, monday, monday] });
    expect(link.slots).toEqual([
      { start: Date.parse(monday), end: Date.parse(monday) + hour / 2 },
      { start: Date.parse(long.start), end: Date.parse(long.end) },
    ]);
  });

  it("refuses picked times that are not on offer, each by its place", async () => {
    const place = await office();
    const taken = "2026-11-23T10:00:00Z";
    await createBooking(await createEventType(place.workspace, { owner: place.owner }), { start: Date.parse(taken) });
    const odd = { start: "2026-11-23T09:00:00Z", end: "2026-11-23T09:45:00Z" };
    const slots = [monday, taken, odd, "2026-11-20T07:00:00Z", "2026-11-29T09:00:00Z", "8999-01-01T09:00:00Z"];
    const refused = (await ask(place, { slots })) as Extract<OneTimeRefusal, { reason: "invalid" }>;
    expect(refused.errors.map(({ path }) => path)).toEqual(["slots.1", "slots.2", "slots.3", "slots.4", "slots.5"]);
    expect(await db.$count(oneTimeLinks, eq(oneTimeLinks.workspaceId, place.workspace.id))).toBe(0);
  });

  it("refuses an end that has passed", async () => {
    const refused = await ask(await office(), { expires_at: "2026-11-20T08:00:00Z" });
    expect(refused).toMatchObject({ reason: "invalid", errors: [{ path: "expires_at" }] });
  });

  it("is for event types that one may book for others, and one's own links, in use or not", async () => {
    const place = await office();
    const { workspace } = place;
    const colleague = await addMember(workspace);
    const theirs = { host: colleague, role: "member" };
    expect(await ask(place, {}, theirs)).toEqual({ ok: false, reason: "not_found" });
    const link = await createLink(place.eventType, { isActive: false });
    expect(await ask(place, {}, { wanted: { linkId: link.id } })).toMatchObject({
      ok: true,
      link: { linkId: link.id },
    });
    expect(await ask(place, {}, { ...theirs, wanted: { linkId: link.id } })).toMatchObject({ reason: "not_found" });
    expect(await ask(place, {}, { wanted: { linkId: "x" } })).toMatchObject({ reason: "not_found" });
    const off = await createEventType(workspace, { owner: place.owner, isActive: false });
    expect(await ask(place, {}, { wanted: { eventTypeId: off.id } })).toMatchObject({ reason: "not_bookable" });
  });
});

describe("a link's state", () => {
  it("is told with its opens and its meeting, newest link first, to its owner", async () => {
    const place = await office();
    const { workspace, owner: host, eventType } = place;
    const link = await madeLink(eventType, { createdAt: new Date(now - hour) });
    const old = await madeLink(eventType, { createdAt: new Date(now - 2 * hour), expiresAt: new Date(now) });
    await madeLink({ ...eventType, ownerId: (await addMember(workspace)).id });
    const views = [now - 2 * hour, now - hour].map((at, index) => ({
      ...{ workspaceId: workspace.id, kind: "open" as const, eventTypeId: eventType.id, oneTimeLinkId: link.id },
      occurredAt: new Date(at),
      visitor: `${link.id} ${index}`,
    }));
    await db.insert(analyticsEvents).values(views);
    const through = { kind: "one_time", id: link.id } as const;
    const booked = await book({ eventType, input: wish(), locale: "en", through, now });
    const viewer = { userId: host.id, role: owner };
    const which = { workspaceId: workspace.id, viewer, ownerId: host.id, now };
    const { items, total } = await listOneTimeLinks(which, { limit: 10, offset: 0 });
    expect([total, items.map(({ id, state }) => [id, state])]).toEqual([
      2,
      [
        [link.id, "booked"],
        [old.id, "expired"],
      ],
    ]);
    expect(items[0]).toMatchObject({
      bookingId: booked.ok && booked.booking.id,
      booking: { start: Date.parse(monday), isSeen: true },
      opens: { count: 2, first: now - 2 * hour, last: now - hour },
      eventType: { name: eventType.name, isOpen: true },
    });
    expect(items[1]!.opens).toEqual({ count: 0, first: null, last: null });
    expect(await listOneTimeLinks(which, { limit: 1, offset: 1 })).toMatchObject({ total: 2, items: [{ id: old.id }] });
  });

  it("is nobody else's to see, but for admins", async () => {
    const { workspace, eventType } = await office();
    const link = await madeLink(eventType);
    const member = await addMember(workspace);
    const see = (role: "member" | "admin") =>
      findOneTimeLink({ workspaceId: workspace.id, viewer: { userId: member.id, role }, id: link.id, now });
    expect([await see("member"), (await see("admin"))?.id]).toEqual([null, link.id]);
  });
});
