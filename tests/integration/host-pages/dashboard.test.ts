import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as route from "~/routes/booking._index";
import * as troubleshoot from "~/routes/booking.troubleshoot";
import {
  addMember,
  createBooking,
  createEventType,
  createSchedule,
  createUser,
  createWorkspace,
  signIn,
} from "../../support/factories";
import { get } from "../../support/requests";

const hour = 3_600_000;
/** Wednesday 18 November, 10:42 in Oslo. */
const now = Date.parse("2026-11-18T09:42:00Z");

async function studio() {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner });
  const today = async (user: { id: string } = owner) => {
    const { cookie } = await signIn(user);
    return (await get(route, "/booking", { cookie })).body;
  };
  return { workspace, owner, eventType, today };
}

describe("the dashboard", () => {
  beforeEach(() => void vi.useFakeTimers({ now, toFake: ["Date"] }));
  afterEach(() => void vi.useRealTimers());

  it("shows the host's own day, what waits for them, and what comes next", async () => {
    const { workspace, eventType, today } = await studio();
    const colleague = await addMember(workspace);
    const theirs = await createEventType(workspace, { owner: colleague });
    await createBooking(theirs, { start: now + hour });
    const held = await createBooking(eventType, { start: now - 2 * hour, status: "completed" });
    const next = await createBooking(eventType, { start: now + hour });
    await createBooking(eventType, { start: now + 2 * hour, status: "cancelled" });
    const request = await createBooking(eventType, { start: now + 30 * hour, status: "pending" });
    await createBooking(eventType, { start: Date.parse("2026-11-18T23:00:00Z") });
    const { today: shown, waiting, next: list, week } = await today();
    expect(shown.map(({ id }) => id)).toEqual([held.id, next.id]);
    expect([waiting.total, waiting.items[0]!.id]).toEqual([1, request.id]);
    expect(list.map(({ id }) => id).slice(0, 1)).toEqual([next.id]);
    expect(list).toHaveLength(3);
    expect(week.meetings).toBe(4);
  });

  it("counts what is left of the week's usual hours, without what is booked", async () => {
    const { eventType, today } = await studio();
    // Wednesday from 10:42 to 17:00, and two days of eight hours.
    expect((await today()).week.free).toBe(6.3 * hour + 16 * hour);
    await createBooking(eventType, { start: now + hour, minutes: 60 });
    // Of this one only the half hour before 17:00 lies in the usual hours.
    await createBooking(eventType, { start: Date.parse("2026-11-18T15:30:00Z"), minutes: 60 });
    expect((await today()).week.free).toBe(4.8 * hour + 16 * hour);
  });

  it("has no link to what is reached by its link alone, which other lists tell from what it came from", async () => {
    const { workspace, owner, eventType, today } = await studio();
    const own = await createEventType(workspace, { owner, name: eventType.name, isLinkOnly: true });
    expect((await today()).links.map(({ id }) => id)).toEqual([eventType.id]);
    const { cookie } = await signIn(owner);
    const { body } = await get(troubleshoot, "/booking/troubleshoot", { cookie });
    if (!("choices" in body)) throw new Error(body.state);
    const label = (id: string) => body.choices.eventTypes.find(({ value }) => value === id)?.label;
    expect(label(eventType.id)).toBe(eventType.name);
    expect(label(own.id)).toBe(`${eventType.name} (only by its link)`);
  });

  it("has the links of what can be booked, and says so where there is none", async () => {
    const { workspace, owner, eventType, today } = await studio();
    await createEventType(workspace, { owner, isActive: false });
    const newcomer = await addMember(workspace);
    const { links, hasEventTypes } = await today();
    expect([links.map(({ slug }) => slug), hasEventTypes]).toEqual([[eventType.slug], true]);
    const empty = await today(newcomer);
    expect([empty.links, empty.hasEventTypes, empty.next, empty.waiting.total]).toEqual([[], false, [], 0]);
  });

  it("counts the hours of the default schedule, and sends clients to their sessions", async () => {
    const { workspace, today } = await studio();
    const visitor = await createUser({ timezone: "Pacific/Auckland" });
    await addMember(workspace, { user: visitor, role: "client" });
    const sent = await get(route, "/booking", { cookie: (await signIn(visitor)).cookie });
    expect([sent.status, sent.headers.get("Location")]).toEqual([302, "/sessions"]);
    const busy = await addMember(workspace, { role: "admin" });
    await createSchedule(workspace, busy, { isDefault: false, weekly: { 6: [0, 1440] } });
    expect((await today(busy)).week.free).toBe(6.3 * hour + 16 * hour);
  });

  it("asks those who are not signed in to sign in, and to come back", async () => {
    const answer = await get(route, "/booking");
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/login?to=%2Fbooking"]);
  });
});
