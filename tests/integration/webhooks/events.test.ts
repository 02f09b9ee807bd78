import { describe, expect, it } from "vitest";
import { client } from "~db/client";
import { cancel } from "~/domain/bookings/cancel.server";
import { countDeliveries } from "~/domain/webhooks/deliveries.server";
import { listEvents } from "~/domain/webhooks/events.server";
import { forgetWebhookLog } from "~/domain/webhooks/forget-webhook-log.server";
import { addMember } from "../../support/factories";
import { booked, now, office } from "../../support/orders";
import { createSubscription, eventsOf } from "../../support/webhooks";
import { until } from "../../support/worker-process";

const invitee = { kind: "invitee" } as const;
const day = 24 * 3_600_000;

async function subscribed() {
  const made = await office();
  const webhook = await createSubscription({ ...made, isActive: false });
  const list = (after = 0, userId = made.owner.id, limit = 9) =>
    listEvents({ userId, workspaceId: made.workspace.id, after, limit });
  return { ...made, webhook, list };
}

/** As if all that has happened had happened a moment before. */
async function aged(workspace: { id: string }) {
  await client`update booking_events set created_at = created_at - interval '5 seconds' where workspace_id = ${workspace.id}`;
}

describe("who asks instead of being told", () => {
  it("gets what happened since, in its order, also where nothing is sent", async () => {
    const { workspace, eventType, list } = await subscribed();
    const booking = await booked(eventType);
    await cancel({ booking, reason: "", actor: invitee, now });
    await aged(workspace);
    const all = await list();
    expect(all.map(({ trigger, sequence }) => [trigger, sequence])).toEqual([
      ["BOOKING_CREATED", 1],
      ["BOOKING_CANCELLED", 2],
    ]);
    expect(all[0]!.payload.uid).toBe(booking.uid);
    expect(await list(all[0]!.number)).toEqual(all.slice(1));
    expect(await list(all[1]!.number)).toEqual([]);
    expect(await list(0, undefined, 1)).toHaveLength(1);
  });

  it("gets an event a second later, and not as long as an earlier one may still come", async () => {
    const { eventType, workspace, list } = await subscribed();
    const slow = await client.reserve();
    await slow`begin`;
    await slow`
      insert into booking_events (workspace_id, booking_id, sequence, trigger, payload)
      values (${workspace.id}, gen_random_uuid(), 1, 'BOOKING_CREATED', '{}')`;
    await booked(eventType);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await list()).toEqual([]);
    await slow`commit`;
    slow.release();
    const both = await until(
      () => list(),
      (events) => events.length === 2,
    );
    expect(both.map(({ number }) => number)).toEqual((await eventsOf(workspace)).map(({ number }) => number));
    expect(both).toHaveLength(2);
  });

  it("gets nothing of another workspace, and as a member what they host alone", async () => {
    const { workspace, eventType, list } = await subscribed();
    const member = await addMember(workspace);
    const stranger = await office();
    await booked(eventType);
    await aged(workspace);
    expect(await list(0, member.id)).toEqual([]);
    expect(await list(0, stranger.owner.id)).toEqual([]);
    expect(await list()).toHaveLength(1);
    await client`update booking_attendees set user_id = ${member.id} where workspace_id = ${workspace.id} and kind = 'host'`;
    expect(await list(0, member.id)).toHaveLength(1);
  });
});

it("events and deliveries are forgotten after 30 days", async () => {
  const { workspace, owner, eventType } = await office();
  const webhook = await createSubscription({ workspace, owner });
  await booked(eventType);
  await forgetWebhookLog(Date.now() + 29 * day);
  expect([await countDeliveries(webhook), (await eventsOf(workspace)).length]).toEqual([1, 1]);
  await forgetWebhookLog(Date.now() + 31 * day);
  expect([await countDeliveries(webhook), (await eventsOf(workspace)).length]).toEqual([0, 0]);
});
