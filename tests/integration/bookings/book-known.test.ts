import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingEventTypeMembers, bookingEventTypes, bookingSchedules, users, workspaceMembers } from "~db/schema";
import { changeSchedule } from "~/domain/availability/save-schedule.server";
import { book } from "~/domain/bookings/book.server";
import { knownEventType, learnEventType } from "~/domain/event-types/known-event-types.server";
import { changeWorkspace } from "~/domain/workspaces/change-workspace.server";
import { addMember, createBusyBlock, createConnection, createSchedule, unique } from "../../support/factories";
import { monday, now, office, wish } from "../../support/orders";
import { knownOffice } from "./known-office";

const start = Date.parse(monday);

type Known = Awaited<ReturnType<typeof knownOffice>>;

describe("an event type that was booked before", () => {
  it.each(["slug", "id"] as const)("is booked again as it would be anew, by the workspace's %s", async (address) => {
    const { workspace, owner, eventType, again } = await knownOffice({ requiresConfirmation: true }, address);
    const order = { eventType, locale: "en", now };
    const anew = await book({
      ...order,
      input: wish({ start: "2026-11-25T09:00:00Z", guests: ["guest@example.com"] }),
    });
    const made = (await again({ guests: ["guest@example.com"] }))!;
    const own = { id: "", uid: "", start: 0, end: 0, number: 0, attendees: [] };
    if (!anew.ok) throw new Error(anew.reason);
    expect({ ...made, ...own }).toEqual({ ...anew.booking, ...own });
    expect(made).toMatchObject({ start, hostId: owner.id, status: "pending", workspace: { slug: workspace.slug } });
    expect(made.attendees.map(({ kind, email }) => [kind, email])).toEqual([
      ["host", owner.email],
      ["invitee", "mei@example.com"],
      ["guest", "guest@example.com"],
    ]);
  });

  const changes: [string, (known: Known) => Promise<unknown>][] = [
    ["it has changed", ({ change }) => change({ buffer_before: 15 })],
    ["it was switched off", ({ change }) => change({ is_active: false })],
    [
      "it was archived",
      ({ eventType }) =>
        db
          .update(bookingEventTypes)
          .set({ archivedAt: new Date(now) })
          .where(eq(bookingEventTypes.id, eventType.id)),
    ],
    ["it has another address", ({ change }) => change({ slug: `moved-${unique()}` })],
    ["the clock of who changed it stood still", ({ eventType }) => changedUnseen(eventType)],
    [
      "another one holds it",
      async ({ workspace, change }) => change({ member_ids: [(await addMember(workspace)).id] }),
    ],
    [
      "nobody holds it",
      ({ eventType }) =>
        db.delete(bookingEventTypeMembers).where(eq(bookingEventTypeMembers.eventTypeId, eventType.id)),
    ],
    [
      "another one was put in their place",
      async ({ workspace, eventType: { id } }) => {
        const { id: userId } = await addMember(workspace);
        const { eventTypeId } = bookingEventTypeMembers;
        await db.update(bookingEventTypeMembers).set({ userId }).where(eq(eventTypeId, id));
      },
    ],
    [
      "the host has another address",
      ({ owner }) =>
        db
          .update(users)
          .set({ email: `${unique()}@example.com` })
          .where(eq(users.id, owner.id)),
    ],
    [
      "the host takes no part any more",
      ({ owner }) =>
        db
          .update(workspaceMembers)
          .set({ deactivatedAt: new Date(now) })
          .where(eq(workspaceMembers.userId, owner.id)),
    ],
    [
      "the host has become a client",
      ({ owner }) => db.update(workspaceMembers).set({ role: "client" }).where(eq(workspaceMembers.userId, owner.id)),
    ],
    [
      "the host has another name",
      ({ owner }) => db.update(users).set({ name: "Ada Lovelace" }).where(eq(users.id, owner.id)),
    ],
    [
      "the hours have changed",
      async ({ workspace, owner }) =>
        changeSchedule({
          workspaceId: workspace.id,
          userId: owner.id,
          id: await defaultSchedule(owner),
          patch: { overrides: [{ date: "2026-11-23", intervals: [], note: "" }] },
        }),
    ],
    [
      "other hours count",
      async ({ workspace, owner }) =>
        changeSchedule({
          workspaceId: workspace.id,
          userId: owner.id,
          id: (await createSchedule(workspace, owner, { timezone: "Asia/Tokyo" })).id,
          patch: { is_default: true },
        }),
    ],
    [
      "the workspace has another address",
      ({ workspace, owner }) =>
        changeWorkspace({ workspaceId: workspace.id, userId: owner.id, patch: { slug: `moved-${unique()}` } }),
    ],
    [
      "a calendar has become busy",
      async ({ workspace, owner }) => createBusyBlock(await createConnection(workspace, owner), { start }),
    ],
    [
      "a calendar was not read for so long that its host wants nothing booked",
      async ({ workspace, owner }) =>
        createConnection(workspace, owner, { staleAt: new Date(now), staleStopsOffers: true }),
    ],
    ["the time is taken", ({ eventType }) => book({ eventType, input: wish(), locale: "en", now })],
  ];

  it.each(changes)("is not booked as it was known once %s", async (_, change) => {
    const office = await knownOffice();
    await change(office);
    const before = await office.made();
    expect(await office.again()).toBeNull();
    expect(await office.made()).toBe(before);
  });

  it.each([
    ["a time outside its hours", { start: "2026-11-23T20:00:00Z" }],
    ["a time between two", { start: "2026-11-23T09:10:00Z" }],
    ["a length that is not on offer", { duration_minutes: 25 }],
  ])("is not booked at %s", async (_, given) => {
    const { again } = await knownOffice();
    expect(await again(given)).toBeNull();
  });

  it("is not booked in this way where bookings are counted", async () => {
    const { again } = await knownOffice({ maxPerDay: 5 });
    expect(await again()).toBeNull();
  });

  it("is not written and taken back where the time is taken: no number is left out", async () => {
    const { again } = await knownOffice();
    const first = (await again())!;
    expect(await again()).toBeNull();
    expect((await again({ start: "2026-11-23T12:00:00Z" }))!.number).toBe(first.number + 1);
  });

  it("is booked by one of many who want the same time", async () => {
    const { again, made } = await knownOffice();
    const all = await Promise.all(Array.from({ length: 10 }, () => again()));
    expect(all.filter(Boolean)).toHaveLength(1);
    expect(await made()).toBe(2);
  });
});

it("what several hosts hold is not remembered", async () => {
  const { workspace, eventType } = await office({ isTeamEvent: true, assignmentType: "round_robin" });
  expect(await learnEventType(workspace.slug, eventType.slug)).toMatchObject({ id: eventType.id });
  expect(knownEventType(workspace.slug, eventType.slug)).toBeNull();
});

async function changedUnseen({ id, updatedAt }: Known["eventType"]) {
  await db.update(bookingEventTypes).set({ bufferBefore: 15, updatedAt }).where(eq(bookingEventTypes.id, id));
}

async function defaultSchedule(owner: { id: string }) {
  const [schedule] = await db.select().from(bookingSchedules).where(eq(bookingSchedules.userId, owner.id));
  return schedule!.id;
}
