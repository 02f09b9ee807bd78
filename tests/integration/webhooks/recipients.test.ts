import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { client, db } from "~db/client";
import { bookingWebhookDeliveries, workspaceMembers } from "~db/schema";
import { cancel } from "~/domain/bookings/cancel.server";
import { complete } from "~/domain/bookings/finish.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import { countDeliveries, listDeliveries } from "~/domain/webhooks/deliveries.server";
import { addMember, createEventType } from "../../support/factories";
import { booked, monday, now, office } from "../../support/orders";
import { createSubscription, eventsOf } from "../../support/webhooks";

const invitee = { kind: "invitee" } as const;
const start = Date.parse(monday);
const hour = 3_600_000;

async function subscribed() {
  const made = await office();
  const webhook = await createSubscription(made);
  return { ...made, webhook, by: { kind: "user" as const, userId: made.owner.id } };
}

describe("what is sent", () => {
  it("goes to those who are active and asked for it", async () => {
    const { workspace, owner, webhook, eventType } = await subscribed();
    const other = await createSubscription({ workspace, owner, eventTriggers: ["BOOKING_CANCELLED"] });
    const off = await createSubscription({ workspace, owner, isActive: false });
    const stranger = await subscribed();
    await booked(eventType);
    const counts = await Promise.all([webhook, other, off, stranger.webhook].map(countDeliveries));
    expect(counts).toEqual([1, 0, 0, 0]);
  });

  it("is Cal.com's body, and its job, in the booking's transaction", async () => {
    const { webhook, eventType } = await subscribed();
    const booking = await booked(eventType);
    const [delivery] = await listDeliveries(webhook, { limit: 5, offset: 0 });
    expect(JSON.parse(delivery!.body)).toMatchObject({
      triggerEvent: "BOOKING_CREATED",
      createdAt: "2026-11-20T08:00:00.000Z",
      payload: { uid: booking.uid, eventSequence: 1 },
    });
    expect(delivery).toMatchObject({ state: "waiting", attempts: [], trigger: "BOOKING_CREATED" });
    expect(await jobsOf(delivery!.id)).toEqual([{ queue_name: `webhook/${webhook.id}` }]);
  });

  it("has the booking also at the top where the meeting has ended", async () => {
    const { webhook, eventType, by } = await subscribed();
    const booking = await booked(eventType);
    await complete({ booking, actor: by, now: start + hour });
    const [delivery] = await listDeliveries(webhook, { limit: 1, offset: 0 });
    const body = JSON.parse(delivery!.body);
    expect([body.id, body.uid, body.payload.uid]).toEqual([booking.number, booking.uid, booking.uid]);
  });

  it("tells a member of those that they host alone, and nobody who has left or become a client", async () => {
    const { workspace, owner, eventType } = await office();
    const [stranger, host, gone, client] = await Promise.all([1, 2, 3, 4].map(() => addMember(workspace)));
    const all = { isTeamEvent: true, assignmentType: "all_hands" as const };
    const row = await createEventType(workspace, { owner, hosts: [owner, host!, gone!, client!], ...all });
    const hooks = [];
    for (const member of [stranger!, host!, gone!, client!]) {
      hooks.push(await createSubscription({ workspace, owner: member }));
    }
    const together = await booked((await findEventType(workspace.id, row.id))!);
    const alone = await booked(eventType, { start: "2026-11-23T12:00:00Z" });
    expect(await Promise.all(hooks.map(countDeliveries))).toEqual([0, 1, 1, 1]);
    const roleOf = (user: { id: string }) => eq(workspaceMembers.userId, user.id);
    await db.update(workspaceMembers).set({ deactivatedAt: new Date() }).where(roleOf(gone!));
    await db.update(workspaceMembers).set({ role: "client" }).where(roleOf(client!));
    for (const booking of [together, alone]) await cancel({ booking, reason: "", actor: invitee, now });
    expect(await Promise.all(hooks.map(countDeliveries))).toEqual([0, 2, 1, 1]);
  });

  it("is nothing where the change was not made", async () => {
    const { workspace, eventType } = await subscribed();
    await booked(eventType);
    await expect(booked(eventType)).rejects.toThrow("slot_unavailable");
    expect(await eventsOf(workspace)).toHaveLength(1);
    expect(await db.$count(bookingWebhookDeliveries, eq(bookingWebhookDeliveries.workspaceId, workspace.id))).toBe(1);
  });
});

async function jobsOf(deliveryId: string) {
  return [
    ...(await client<{ queue_name: string }[]>`
      select queue.queue_name from graphile_worker._private_jobs job
      join graphile_worker._private_job_queues queue on queue.id = job.job_queue_id
      where job.payload->>'deliveryId' = ${deliveryId}`),
  ];
}
