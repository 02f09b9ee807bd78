import { describe, expect, it, vi } from "vitest";
import { client } from "~db/client";
import { bookKnown } from "~/domain/bookings/book-known.server";
import { cancel } from "~/domain/bookings/cancel.server";
import { complete, finishBookings } from "~/domain/bookings/finish.server";
import { markNoShows } from "~/domain/bookings/no-show.server";
import { reassign } from "~/domain/bookings/reassign.server";
import { reschedule } from "~/domain/bookings/reschedule.server";
import { confirm, decline } from "~/domain/bookings/respond.server";
import type { Booking } from "~/domain/bookings/booking";
import { findEventType } from "~/domain/event-types/event-types.server";
import { knownEventType, learnEventType } from "~/domain/event-types/known-event-types.server";
import { deleteWebhook } from "~/domain/webhooks/save-webhook.server";
import { addMember, createEventType } from "../../support/factories";
import { booked, monday, now, office, wish } from "../../support/orders";
import { createSubscription, eventsOf } from "../../support/webhooks";

const invitee = { kind: "invitee" } as const;
const start = Date.parse(monday);
const hour = 3_600_000;

/** A workspace with a subscription, and what was told of in it. */
async function subscribed(columns: { requiresConfirmation?: boolean } = {}) {
  const made = await office(columns as Parameters<typeof office>[0]);
  const webhook = await createSubscription(made);
  const by = { kind: "user" as const, userId: made.owner.id };
  const told = async () => (await eventsOf(made.workspace)).map(({ trigger, payload }) => ({ trigger, ...payload }));
  const names = async () => (await told()).map(({ trigger }) => trigger);
  return { ...made, webhook, by, told, names };
}

async function nothing(workspace: { id: string }) {
  return (await eventsOf(workspace)).length === 0;
}

describe("a booking in a workspace where nobody subscribed", () => {
  it("is told to nobody, nor is any later change of it", async () => {
    const { workspace, eventType } = await office();
    const booking = await booked(eventType);
    await cancel({ booking, reason: "", actor: invitee, now });
    expect(await nothing(workspace)).toBe(true);
  });

  it("is one statement", async () => {
    const { workspace, eventType } = await office();
    await learnEventType(workspace.slug, eventType.slug);
    await booked(eventType, { start: "2026-11-23T12:00:00Z" });
    const order = { input: wish(), locale: "en", now };
    // Every statement that Drizzle sends goes by these.
    const sent = [vi.spyOn(client, "unsafe"), vi.spyOn(client, "begin")];
    expect(await bookKnown(knownEventType(workspace.slug, eventType.slug)!, order)).not.toBeNull();
    expect(sent.map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
  });
});

describe("what happens to a booking is told by Cal.com's names", () => {
  it("confirmed at once", async () => {
    const { eventType, told } = await subscribed();
    const booking = await booked(eventType, { notes: "By phone, please", guests: ["g@example.com"] });
    const [event, ...more] = await told();
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      trigger: "BOOKING_CREATED",
      status: "ACCEPTED",
      uid: booking.uid,
      bookingId: booking.number,
      type: eventType.slug,
      startTime: "2026-11-23T09:00:00.000Z",
      endTime: "2026-11-23T09:30:00.000Z",
      length: 30,
      eventTypeId: eventType.number,
      additionalNotes: "By phone, please",
      eventSequence: 1,
      organizer: { name: booking.host.name, email: booking.host.email, timeZone: "Europe/Oslo", utcOffset: 60 },
      attendees: [
        { name: "Mei Tanaka", firstName: "Mei", lastName: "Tanaka", timeZone: "Asia/Tokyo", utcOffset: 540 },
        { email: "g@example.com" },
      ],
      responses: { email: { value: "mei@example.com" }, guests: { value: ["g@example.com"] } },
    });
  });

  it("asked for, then confirmed", async () => {
    const { eventType, by, told } = await subscribed({ requiresConfirmation: true });
    const booking = await booked(eventType);
    await confirm({ booking, actor: by, now });
    expect(await told()).toMatchObject([
      { trigger: "BOOKING_REQUESTED", status: "PENDING", eventSequence: 1 },
      { trigger: "BOOKING_CREATED", status: "ACCEPTED", eventSequence: 2 },
    ]);
  });

  it("declined", async () => {
    const { eventType, by, told } = await subscribed({ requiresConfirmation: true });
    await decline({ booking: await booked(eventType), actor: by, reason: "Away", now });
    expect((await told())[1]).toMatchObject({
      trigger: "BOOKING_REJECTED",
      status: "REJECTED",
      rejectionReason: "Away",
    });
  });

  it("moved: one booking with both its times", async () => {
    const { eventType, told } = await subscribed();
    const booking = await booked(eventType);
    await reschedule({ booking, start: start + hour, actor: invitee, reason: "Fog", now });
    expect((await told())[1]).toMatchObject({
      trigger: "BOOKING_RESCHEDULED",
      uid: booking.uid,
      rescheduleUid: booking.uid,
      rescheduleId: booking.number,
      startTime: "2026-11-23T10:00:00.000Z",
      rescheduleStartTime: "2026-11-23T09:00:00.000Z",
      rescheduleEndTime: "2026-11-23T09:30:00.000Z",
      rescheduledBy: "mei@example.com",
      reschedulingReason: "Fog",
    });
  });

  it("moved to where it has to be confirmed again", async () => {
    const { eventType, by, names } = await subscribed({ requiresConfirmation: true });
    const booking = await booked(eventType);
    await confirm({ booking, actor: by, now });
    await reschedule({ booking, start: start + hour, actor: invitee, now });
    expect((await names()).slice(2)).toEqual(["BOOKING_RESCHEDULED", "BOOKING_REQUESTED"]);
  });

  it("cancelled, once however often", async () => {
    const { eventType, by, owner, told } = await subscribed();
    const booking = await booked(eventType);
    for (const _ of [1, 2]) await cancel({ booking, reason: "Ill", actor: by, now });
    expect((await told()).slice(1)).toMatchObject([
      { trigger: "BOOKING_CANCELLED", status: "CANCELLED", cancellationReason: "Ill", cancelledBy: owner.email },
    ]);
  });

  it("a request that nobody answered", async () => {
    const { eventType, told } = await subscribed({ requiresConfirmation: true });
    await booked(eventType);
    await finishBookings(start + hour);
    expect((await told())[1]).toMatchObject({ trigger: "BOOKING_CANCELLED", status: "CANCELLED" });
  });

  it("held, and who did not come, which can be taken back", async () => {
    const { eventType, by, told } = await subscribed();
    const booking = await booked(eventType);
    const later = start + hour;
    await complete({ booking, actor: by, now: later });
    const mei = booking.attendees.find(({ kind }) => kind === "invitee")!;
    await markNoShows({ booking, attendeeIds: [mei.id], actor: by, now: later });
    await markNoShows({ booking, attendeeIds: [], actor: by, now: later });
    const absent = { bookingUid: booking.uid, bookingId: booking.number };
    expect((await told()).slice(1)).toMatchObject([
      { trigger: "MEETING_ENDED", status: "ACCEPTED" },
      { trigger: "BOOKING_NO_SHOW_UPDATED", ...absent, attendees: [{ email: "mei@example.com", noShow: true }] },
      { trigger: "BOOKING_NO_SHOW_UPDATED", ...absent, attendees: [{ email: "mei@example.com", noShow: false }] },
    ]);
  });

  it("handed to another host", async () => {
    const { workspace, owner } = await office();
    const heir = await addMember(workspace);
    const team = { isTeamEvent: true, assignmentType: "round_robin" as const };
    const row = await createEventType(workspace, { owner, hosts: [owner, heir], ...team });
    await createSubscription({ workspace, owner });
    const booking = await booked((await findEventType(workspace.id, row.id))!);
    const to = booking.hostId === owner.id ? heir : owner;
    const done = await reassign({ booking, from: booking.hostId, to: to.id, actor: invitee, now });
    expect(done.ok).toBe(true);
    const [, event] = await eventsOf(workspace);
    expect([event!.trigger, event!.payload.schedulingType]).toEqual(["BOOKING_RESCHEDULED", "ROUND_ROBIN"]);
    expect(event!.payload.organizer).toMatchObject({ email: to.email, id: to.number });
  });
});

it("of many bookings at once each is told, and each one's events are in order", async () => {
  const { workspace, eventType } = await subscribed();
  const starts = [0, 1, 2, 3, 4, 5].map((step) => new Date(start + step * 1_800_000).toISOString());
  const made = await Promise.all(starts.map((at) => booked(eventType, { start: at })));
  await Promise.all(made.map((booking: Booking) => cancel({ booking, reason: "", actor: invitee, now })));
  const events = await eventsOf(workspace);
  for (const { id } of made) {
    expect(events.filter(({ bookingId }) => bookingId === id).map(({ sequence }) => sequence)).toEqual([1, 2]);
  }
});

it("where the last subscription is gone, nothing is kept any more", async () => {
  const { workspace, owner, webhook, eventType } = await subscribed();
  await booked(eventType);
  await deleteWebhook({ webhook, userId: owner.id });
  for (const at of ["2026-11-23T12:00:00Z", "2026-11-23T13:00:00Z"]) await booked(eventType, { start: at });
  expect(await eventsOf(workspace)).toHaveLength(1);
});
