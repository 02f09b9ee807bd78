import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startProviders } from "../../support/providers";

const { google, reset, stop } = await startProviders();
const { googleHost, secondCalendar } = await import("../../support/synced-calendars");
const { createBooking, createEventType } = await import("../../support/factories");
const { changeConnection } = await import("~/domain/calendars/change-connection.server");
const { db } = await import("~db/client");
const { bookingCalendarEvents, calendarConnections } = await import("~db/schema");

const day = 86_400_000;
const now = Date.now();
/** A date so many days ahead. */
const date = (days: number) => new Date(now + days * day).toISOString().slice(0, 10);
const at = (days: number, time: string) => ({ dateTime: `${date(days)}T${time}:00Z` });
const block = (days: number, from: string, to: string) => `${date(days)}T${from}Z – ${date(days)}T${to}Z`;

beforeEach(reset);
afterAll(stop);

describe("the first reading of a Google calendar", () => {
  it("keeps what takes the host's time, and says when it was read", async () => {
    const { calendar, sync, blocks, row } = await googleHost(google);
    calendar.addEvent({ start: at(3, "09:00"), end: at(3, "10:00") });
    calendar.addEvent({ start: at(4, "09:00"), end: at(4, "10:00"), transparency: "transparent" });
    expect(await sync(now)).toBe("synced");
    expect(await blocks()).toEqual([block(3, "09:00", "10:00")]);
    const { lastSyncedAt, syncToken, baselineAt, syncedUntil, staleAt, nextSyncAt, lastError } = await row();
    expect([lastSyncedAt?.getTime(), baselineAt?.getTime(), lastError]).toEqual([now, now, null]);
    expect(syncToken).not.toBeNull();
    expect(syncedUntil!.getTime()).toBe(now + 92 * day);
    expect(staleAt!.getTime()).toBe(now + 30 * 60_000);
    expect(nextSyncAt!.getTime() - now).toBeGreaterThanOrEqual(3.75 * 60_000);
    expect(nextSyncAt!.getTime() - now).toBeLessThanOrEqual(6.25 * 60_000);
    expect(google.complaints).toEqual([]);
  });

  it("leaves what was cancelled, declined, or is a place of work or a birthday, and counts away and maybe", async () => {
    const { account, calendar, sync, blocks } = await googleHost(google);
    const own = (responseStatus: string) => [{ email: account.email, self: true, responseStatus }];
    calendar.removeEvent(calendar.addEvent({ start: at(3, "07:00"), end: at(3, "08:00") }).id);
    calendar.addEvent({ start: at(3, "08:00"), end: at(3, "09:00"), attendees: own("declined") });
    calendar.addEvent({ start: at(3, "09:00"), end: at(3, "10:00"), attendees: own("tentative") });
    calendar.addEvent({ start: at(3, "10:00"), end: at(3, "11:00"), attendees: own("needsAction") });
    calendar.addEvent({ start: at(3, "11:00"), end: at(3, "12:00"), eventType: "outOfOffice" });
    calendar.addEvent({ start: at(3, "12:00"), end: at(3, "13:00"), eventType: "focusTime" });
    await sync();
    const kept = [
      block(3, "09:00", "10:00"),
      block(3, "10:00", "11:00"),
      block(3, "11:00", "12:00"),
      block(3, "12:00", "13:00"),
    ];
    expect(await blocks()).toEqual(kept);
  });

  it("takes whole days by the calendar's own zone", async () => {
    const { calendar, sync, blocks } = await googleHost(google, { timezone: "Asia/Kathmandu" });
    calendar.addEvent({ start: { date: date(5) }, end: { date: date(7) } });
    await sync();
    expect(await blocks()).toEqual([`${date(4)}T18:15Z – ${date(6)}T18:15Z`]);
  });

  it("expands what recurs, with what was moved and left out", async () => {
    const { calendar, sync, blocks } = await googleHost(google);
    const zone = { timeZone: "UTC" };
    const series = calendar.addEvent({
      start: { ...at(3, "09:00"), ...zone },
      end: { ...at(3, "10:00"), ...zone },
      recurrence: ["RRULE:FREQ=DAILY;COUNT=4"],
    });
    const instance = (days: number) => `${series.id}_${date(days).replaceAll("-", "")}T090000Z`;
    calendar.changeEvent(instance(4), { start: at(4, "14:00"), end: at(4, "15:00") });
    calendar.removeEvent(instance(5));
    await sync();
    const expanded = [block(3, "09:00", "10:00"), block(4, "14:00", "15:00"), block(6, "09:00", "10:00")];
    expect(await blocks()).toEqual(expanded);
    calendar.removeEvent(series.id);
    await sync();
    expect(await blocks()).toEqual([]);
  });

  it("reaches as far as the host can be booked", async () => {
    const { workspace, owner, sync, row } = await googleHost(google);
    await createEventType(workspace, { owner, bookingWindowDays: 365 });
    await createEventType(workspace, { owner, bookingWindowDays: 700, isActive: false });
    await sync(now);
    expect((await row()).syncedUntil!.getTime()).toBe(now + (365 + 32) * day);
  });
});

describe("the next reading", () => {
  it("asks for what has changed alone", async () => {
    const { calendar, sync, blocks } = await googleHost(google);
    const [first, second] = [3, 4].map((days) =>
      calendar.addEvent({ start: at(days, "09:00"), end: at(days, "10:00") }),
    );
    await sync();
    calendar.changeEvent(first!.id, { start: at(3, "11:00"), end: at(3, "12:00") });
    calendar.removeEvent(second!.id);
    calendar.addEvent({ start: at(5, "09:00"), end: at(5, "10:00") });
    expect(await sync()).toBe("synced");
    expect(await blocks()).toEqual([block(3, "11:00", "12:00"), block(5, "09:00", "10:00")]);
    const lists = google.requests.filter(({ route }) => route === "events.list");
    expect(lists.map(({ query }) => "syncToken" in query)).toEqual([false, true]);
  });

  it("frees the time of what became free, or was declined", async () => {
    const { calendar, sync, blocks } = await googleHost(google);
    const event = calendar.addEvent({ start: at(3, "09:00"), end: at(3, "10:00") });
    await sync();
    calendar.changeEvent(event.id, { transparency: "transparent" });
    await sync();
    expect(await blocks()).toEqual([]);
    calendar.changeEvent(event.id, { transparency: "opaque" });
    await sync();
    expect(await blocks()).toEqual([block(3, "09:00", "10:00")]);
  });

  it("starts anew after a week, and where times can be booked beyond what was read", async () => {
    const { workspace, owner, sync, row } = await googleHost(google);
    await sync(now);
    await sync(now + 6 * day);
    expect((await row()).baselineAt!.getTime()).toBe(now);
    await createEventType(workspace, { owner, bookingWindowDays: 120 });
    await sync(now + 6 * day + 1);
    expect((await row()).baselineAt!.getTime()).toBe(now + 6 * day + 1);
    await sync(now + 13 * day + 1);
    expect((await row()).baselineAt!.getTime()).toBe(now + 13 * day + 1);
  });

  it("starts anew once maybes are to count differently", async () => {
    const { workspace, owner, account, calendar, connection, sync, blocks } = await googleHost(google);
    const attendees = [{ email: account.email, self: true, responseStatus: "tentative" }];
    calendar.addEvent({ start: at(3, "09:00"), end: at(3, "10:00"), attendees });
    await sync();
    expect(await blocks()).toHaveLength(1);
    const change = { workspaceId: workspace.id, userId: owner.id, id: connection.id, now };
    await changeConnection({ ...change, patch: { tentativeBlocks: false } });
    await sync();
    expect(await blocks()).toEqual([]);
  });

  it("keeps the calendars of an account apart", async () => {
    const host = await googleHost(google);
    const family = host.account.addCalendar({ summary: "Family" });
    const other = await secondCalendar(host, family.id);
    host.calendar.addEvent({ start: at(3, "09:00"), end: at(3, "10:00") });
    family.addEvent({ start: at(4, "09:00"), end: at(4, "10:00") });
    await Promise.all([host.sync(), other.sync()]);
    expect([await host.blocks(), await other.blocks()]).toEqual([
      [block(3, "09:00", "10:00")],
      [block(4, "09:00", "10:00")],
    ]);
  });
});

describe("what stands in the calendar for a booking blocks nothing, as the claim does", () => {
  const when = { start: at(3, "09:00"), end: at(3, "09:30") };
  const start = Date.parse(when.start.dateTime);
  const marked = (id: string) => ({ extendedProperties: { private: { meridianBooking: id } } });

  it("where we wrote it, also before its answer has come in; a copy that the host made of it does", async () => {
    const { calendar, connection, owner, eventType, sync, blocks } = await googleHost(google);
    const booking = await createBooking(eventType, { start });
    const event = calendar.addEvent({ ...when, ...marked(booking.id) });
    const { workspaceId, id: connectionId } = connection;
    const written = { workspaceId, bookingId: booking.id, connectionId, userId: owner.id };
    const values = { ...written, provider: "google" as const, calendarName: "Field work" };
    await db.insert(bookingCalendarEvents).values(values);
    await sync();
    expect(await blocks()).toEqual([]);
    await db
      .update(bookingCalendarEvents)
      .set({ providerEventId: event.id, state: "written", written: { start, end: start + 1_800_000 } })
      .where(eq(bookingCalendarEvents.bookingId, booking.id));
    calendar.changeEvent(event.id, { summary: "Intro call" });
    calendar.addEvent({ start: at(4, "09:00"), end: at(4, "09:30"), ...marked(booking.id) });
    await sync();
    expect(await blocks()).toEqual([block(4, "09:00", "09:30")]);
  });

  it("where it is the invitation to a meeting of the host's, by its UID", async () => {
    const { calendar, eventType, sync, blocks } = await googleHost(google);
    const booking = await createBooking(eventType, { start });
    const cancelled = await createBooking(eventType, { start: start + day, status: "cancelled" });
    calendar.addEvent({ ...when, iCalUID: booking.id });
    calendar.addEvent({ start: at(4, "09:00"), end: at(4, "09:30"), iCalUID: cancelled.id });
    calendar.addEvent({ start: at(5, "09:00"), end: at(5, "09:30"), iCalUID: "another@google.com" });
    const given = await createBooking(eventType, { start: start + 3 * day, icalUid: "ours@google.com" });
    calendar.addEvent({ start: at(6, "09:00"), end: at(6, "09:30"), iCalUID: given.icalUid! });
    await sync();
    expect(await blocks()).toEqual([block(4, "09:00", "09:30"), block(5, "09:00", "09:30")]);
  });
});

describe("a calendar that is switched off or disconnected", () => {
  it("is not read", async () => {
    const { sync, row } = await googleHost(google, { syncEnabled: false });
    expect(await sync()).toBe("dropped");
    expect((await row()).lastSyncedAt).toBeNull();
    expect(google.requests).toEqual([]);
  });

  it("while it is being read keeps nothing of it", async () => {
    const host = await googleHost(google);
    host.calendar.addEvent({ start: at(3, "09:00"), end: at(3, "10:00") });
    google.fail("events.list", { kind: "slow", ms: 300 });
    const reading = host.sync();
    await new Promise((resolve) => setTimeout(resolve, 150));
    await db
      .update(calendarConnections)
      .set({ syncEnabled: false })
      .where(eq(calendarConnections.id, host.connection.id));
    expect(await reading).toBe("dropped");
    expect(await host.blocks()).toEqual([]);
    const other = await googleHost(google);
    other.calendar.addEvent({ start: at(3, "09:00"), end: at(3, "10:00") });
    google.fail("events.list", { kind: "slow", ms: 300 });
    const second = other.sync();
    await new Promise((resolve) => setTimeout(resolve, 150));
    await db.delete(calendarConnections).where(eq(calendarConnections.id, other.connection.id));
    expect(await second).toBe("dropped");
    expect(await other.blocks()).toEqual([]);
  });
});
