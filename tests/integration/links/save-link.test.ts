import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { auditLog, bookingEventTypes, bookingLinks } from "~db/schema";
import { changeEventType } from "~/domain/event-types/save-event-type.server";
import { deleteLink } from "~/domain/links/delete-link.server";
import { duplicateLink } from "~/domain/links/duplicate-link.server";
import { findLinkByToken } from "~/domain/links/find-link.server";
import { countLinks, findLink, listLinks } from "~/domain/links/links.server";
import { toggleLink } from "~/domain/links/toggle-link.server";
import type { Role } from "~/domain/workspaces/roles";
import { addMember, createBooking, createEventType, createSchedule } from "../../support/factories";
import { done, linkStudio } from "../../support/link-studio";
import { createOneTimeLink } from "../../support/links";
import { now } from "../../support/orders";

const own = { kind: "own" as const, timezone: "Asia/Tokyo", weekly: [[600, 720], [], [], [], [], [], []] };

async function actions(id: string) {
  const rows = await db.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.id);
  return rows.map(({ action }) => action);
}

describe("a link that follows an event type", () => {
  it("has all its rules, also those that change later", async () => {
    const { workspace, member, eventType, make } = await linkStudio();
    const link = await make({ follows: eventType.id });
    expect(link.eventTypeId).toBe(eventType.id);
    const patch = { buffer_after: 15 };
    await changeEventType({ workspaceId: workspace.id, id: eventType.id, member, patch });
    expect((await findLinkByToken(link.token, now))?.eventType.bufferAfter).toBe(15);
  });

  it("goes on following as long as what is said of it is what the event type says", async () => {
    const { eventType, make, change } = await linkStudio({ durationOptions: [15, 30], maxPerDay: 3 });
    const rules = { durations: [15, 30], max_per_day: 3, buffer_before: 0, excluded_dates: [] };
    const link = await make({ follows: eventType.id, rules });
    expect(link.eventTypeId).toBe(eventType.id);
    const changed = done(await change(link, { title: "Spring", rules, hours: { kind: "default" } }));
    expect(changed).toMatchObject({ eventTypeId: eventType.id, title: "Spring" });
  });

  it("gets one of its own when a rule of it changes: a copy that is reached by links alone", async () => {
    const { eventType, make, change, eventTypeOf } = await linkStudio({ durationOptions: [15, 30], bufferBefore: 10 });
    const link = await make({ follows: eventType.id });
    const changed = done(await change(link, { rules: { max_per_week: 4, durations: [30, 60] } }));
    expect(changed.eventTypeId).not.toBe(eventType.id);
    expect(changed.token).toBe(link.token);
    expect(await eventTypeOf(changed)).toMatchObject({
      name: eventType.name,
      maxPerWeek: 4,
      durationMinutes: 30,
      durationOptions: [30, 60],
      bufferBefore: 10,
      isLinkOnly: true,
      isListed: false,
      isActive: true,
      members: eventType.members,
    });
    expect(await eventTypeOf(link)).toMatchObject({ maxPerWeek: null, archivedAt: null });
  });

  it("is not made for an event type that its maker neither hosts nor may change, nor for one of a link", async () => {
    const { workspace, owner, eventType, make, change } = await linkStudio();
    const colleague = await addMember(workspace);
    const member = { userId: colleague.id, role: "member" as Role };
    const theirs = await createEventType(workspace, { owner: colleague });
    const link = await make({ follows: theirs.id });
    const ofALink = await make({ rules: { buffer_after: 5 } });
    const refused = { ok: false, errors: [{ path: "event_type_id" }] };
    expect(await change(ofALink, { follows: link.id })).toMatchObject(refused);
    expect(await change(link, { follows: ofALink.eventTypeId })).toMatchObject(refused);
    expect(await change(link, { follows: "no-id" })).toMatchObject(refused);
    expect(await change(link, { follows: eventType.id }, member)).toEqual({ ok: false, reason: "not_found" });
    expect(await db.$count(bookingLinks, eq(bookingLinks.ownerId, owner.id))).toBe(2);
  });
});

describe("a link with rules of its own", () => {
  it("begins with those of a new event type, named after it", async () => {
    const { owner, make, change, eventTypeOf } = await linkStudio();
    const link = await make({ follows: null, rules: { durations: [60, 20] } });
    const behind = await eventTypeOf(link);
    expect(behind).toMatchObject({
      name: "Newsletter",
      durationMinutes: 20,
      durationOptions: [20, 60],
      isLinkOnly: true,
    });
    expect(behind.members.map(({ userId }) => userId)).toEqual([owner.id]);
    const changed = done(await change(link, { title: "Fair", rules: { buffer_after: 5 } }));
    expect(changed.eventTypeId).toBe(link.eventTypeId);
    expect(await eventTypeOf(changed)).toMatchObject({ name: "Fair", bufferAfter: 5, durationMinutes: 20 });
  });

  it("refuses what an event type refuses, and nothing of it is there then", async () => {
    const { workspace, eventType, make, schedules } = await linkStudio();
    const place = { location: { type: "in_person" as const, value: "" } };
    const before = await db.$count(bookingEventTypes, eq(bookingEventTypes.workspaceId, workspace.id));
    await expect(make({ follows: eventType.id, rules: place, hours: own })).rejects.toThrow("location.value");
    await expect(make({ hours: { kind: "schedule", id: eventType.id } })).rejects.toThrow("schedule_id");
    expect(await schedules()).toEqual(["Working hours"]);
    expect(await db.$count(bookingEventTypes, eq(bookingEventTypes.workspaceId, workspace.id))).toBe(before);
    expect(await db.$count(bookingLinks, eq(bookingLinks.workspaceId, workspace.id))).toBe(0);
  });

  it("keeps hours of its own in a schedule that goes by its name, changes and goes with it", async () => {
    const { eventType, make, change, schedules } = await linkStudio();
    const link = await make({ follows: eventType.id, hours: own });
    expect(link).toMatchObject({ timezone: "Asia/Tokyo", schedule: { weekly: own.weekly, isDefault: false } });
    const wider = { ...own, weekly: [[600, 900], [], [], [], [], [], []] };
    const changed = done(await change(link, { title: "Fair", hours: wider }));
    expect(changed.schedule).toMatchObject({ id: link.schedule!.id, weekly: wider.weekly, name: "Hours of “Fair”" });
    expect(done(await change(link, { title: "Autumn" })).schedule?.name).toBe("Hours of “Autumn”");
    expect(done(await change(link, { hours: { kind: "default" } })).schedule).toBeNull();
    expect(await schedules()).toEqual(["Working hours"]);
  });

  it("leaves the dates closed that its owner is away on, and no schedule changes that has another name or other users", async () => {
    const { workspace, owner, make, change, schedules } = await linkStudio();
    const away = { name: "Summer", overrides: { "2026-12-24": [], "2026-12-28": [600, 700] } };
    const summer = await createSchedule(workspace, owner, away);
    const link = await make({ hours: { kind: "schedule", id: summer.id } });
    const changed = done(await change(link, { hours: own }));
    expect(changed.schedule!.overrides.map(({ date }) => date)).toEqual(["2026-12-24"]);
    expect(await schedules()).toEqual(["Working hours", "Hours of “Newsletter”", "Summer"]);
  });

  it("leaves a schedule alone that somebody else's rules go by, whatever it is called", async () => {
    const { workspace, owner, make, change } = await linkStudio();
    const named = await createSchedule(workspace, owner, { name: "Hours of “Newsletter”" });
    const followed = await createEventType(workspace, { owner, scheduleId: named.id });
    const link = await make({ follows: followed.id });
    const changed = done(await change(link, { title: "Fair", hours: own }));
    expect(changed.schedule).toMatchObject({ name: "Hours of “Fair”", timezone: "Asia/Tokyo" });
    expect(changed.schedule!.id).not.toBe(named.id);
  });

  it("lets go of them when it follows an event type instead, unless somebody still has a link of their own to them", async () => {
    const { eventType, make, change, eventTypeOf, schedules } = await linkStudio();
    const [one, two] = [await make({ hours: own }), await make({ title: "Fair", hours: own })];
    await createOneTimeLink(two.eventType);
    expect(done(await change(one, { follows: eventType.id })).eventTypeId).toBe(eventType.id);
    expect((await eventTypeOf(one)).archivedAt).not.toBeNull();
    expect(done(await change(two, { follows: eventType.id })).eventTypeId).toBe(eventType.id);
    expect((await eventTypeOf(two)).archivedAt).toBeNull();
    expect(await schedules()).toEqual(["Working hours", "Hours of “Fair”"]);
  });

  it("gets one event type of its own, however many change it at once", async () => {
    const { workspace, eventType, make, change } = await linkStudio();
    const link = await make({ follows: eventType.id });
    const admins = await Promise.all([1, 2, 3].map(() => addMember(workspace, { role: "admin" })));
    const rules = [{ buffer_after: 5 }, { max_per_day: 2 }, { buffer_before: 5 }, { max_per_week: 9 }];
    const by = [undefined, ...admins.map(({ id }) => ({ userId: id, role: "admin" as Role }))];
    await Promise.all(rules.map((each, index) => change(link, { rules: each }, by[index])));
    const found = await db
      .select()
      .from(bookingEventTypes)
      .where(and(eq(bookingEventTypes.workspaceId, workspace.id), eq(bookingEventTypes.isLinkOnly, true)));
    expect(found).toMatchObject([{ bufferAfter: 5, maxPerDay: 2, bufferBefore: 5, maxPerWeek: 9 }]);
  });
});

describe("a link", () => {
  it("is switched off and on, and to the state that is named however often", async () => {
    const { workspace, member, make } = await linkStudio();
    const link = await make();
    const given = { workspaceId: workspace.id, member, id: link.id, now };
    expect(done(await toggleLink(given)).isActive).toBe(false);
    expect(await findLinkByToken(link.token, now)).toMatchObject({ gone: "off" });
    expect(done(await toggleLink({ ...given, isActive: false })).isActive).toBe(false);
    expect(done(await toggleLink(given)).isActive).toBe(true);
    expect(await actions(link.id)).toEqual(["link.created", "link.toggled", "link.toggled"]);
  });

  it("has a copy with another address, rules and hours that are not the same ones, off until it is switched on", async () => {
    const { workspace, member, make, change, schedules } = await linkStudio();
    const link = await make({ rules: { max_per_day: 2 }, hours: own });
    const copy = done(await duplicateLink({ workspaceId: workspace.id, member, id: link.id }));
    expect(copy).toMatchObject({
      title: "Newsletter (copy)",
      isActive: false,
      eventType: { maxPerDay: 2, isActive: true },
    });
    expect(copy.token).not.toBe(link.token);
    expect(copy.schedule!.id).not.toBe(link.schedule!.id);
    await change(copy, { rules: { max_per_day: 5 }, hours: { ...own, timezone: "Europe/Oslo" } });
    expect(await findLink(workspace.id, link.id, member)).toMatchObject({
      eventType: { maxPerDay: 2 },
      timezone: "Asia/Tokyo",
    });
    expect(await schedules()).toContain("Hours of “Newsletter (copy)”");
    expect(await actions(copy.id)).toEqual(["link.duplicated", "link.changed"]);
  });

  it("is unknown once it is deleted, and what was booked by it stays", async () => {
    const { workspace, member, make, eventTypeOf, schedules } = await linkStudio();
    const link = await make({ hours: own });
    const start = now + 86_400_000;
    const booking = await createBooking(await eventTypeOf(link), { start, linkId: link.id });
    expect(await deleteLink({ workspaceId: workspace.id, member, id: link.id, now })).toEqual({ ok: true });
    expect(await deleteLink({ workspaceId: workspace.id, member, id: link.id, now })).toMatchObject({ ok: false });
    expect(await findLinkByToken(link.token, now)).toBeNull();
    expect(await countLinks(workspace.id, member)).toBe(0);
    expect((await eventTypeOf(link)).archivedAt).not.toBeNull();
    expect(await schedules()).toEqual(["Working hours"]);
    expect(booking.linkId).toBe(link.id);
  });

  it("tells its views, its bookings and the soonest that is still to come", async () => {
    const { workspace, member, eventType, make } = await linkStudio();
    const link = await make({ follows: eventType.id });
    const day = 86_400_000;
    const next = Date.now() + 3 * day;
    await createBooking(eventType, { start: next, linkId: link.id });
    await createBooking(eventType, { start: next + day, linkId: link.id });
    await createBooking(eventType, { start: next - day, linkId: link.id, status: "cancelled" });
    await createBooking(eventType, { start: next - day });
    const [listed] = await listLinks(workspace.id, member, { limit: 10, offset: 0 });
    expect(listed).toMatchObject({ views: 0, bookings: 3, nextBooking: { start: next, inviteeName: "Mei Tanaka" } });
  });

  it("is seen by its owner and by admins", async () => {
    const { workspace, make } = await linkStudio();
    const link = await make();
    const as = async (role: Role) => {
      const { id: userId } = await addMember(workspace, { role });
      return (await findLink(workspace.id, link.id, { userId, role }))?.id ?? null;
    };
    expect([await as("admin"), await as("owner"), await as("member")]).toEqual([link.id, link.id, null]);
  });
});
