import { sql, type SQL } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { addJobs, jobsFor } from "~db/queue";
import { env } from "~/env.server";
import type { Actor, Attendee, Booking } from "../bookings/booking";
import { findBooking } from "../bookings/bookings.server";
import { bookingPayload, noShowPayload, type Facts } from "./booking-payload";
import { triggersFor } from "./event-of-move";
import { webhookBody } from "./webhook-body";
import type { Trigger } from "./webhook";
import { hearsEverything, hearsOwn } from "./webhook-row.server";

type Key = Pick<Booking, "workspaceId" | "id">;

type Move = {
  booking: Key;
  move: string;
  actor: Actor;
  reason?: string | undefined;
  startBefore?: number | undefined;
  now: number;
};

/** Whether anybody ever subscribed in a workspace: only then events are kept. */
export function isSubscribed(workspaceId: string | SQL) {
  return sql`exists (select 1 from booking_webhooks webhook where webhook.workspace_id = ${workspaceId})`;
}

/**
 * Tells the subscribers of a workspace what has just been done to a booking, in the transaction that did it: the event,
 * what is sent to whom, and the jobs that send it are there if and only if it commits. The booking is locked or new.
 */
export async function announceMove(tx: Transaction, { booking: key, move, actor, reason, startBefore, now }: Move) {
  const booking = (await findBooking(key.workspaceId, key.id, tx))!;
  const triggers = triggersFor(move, booking.status);
  if (triggers.length === 0) return;
  const { byEmail, ...facts } = await readFacts(tx, booking, actor);
  const by = actor.kind === "invitee" ? booking.inviteeEmail : byEmail;
  for (const trigger of triggers) {
    const payload = bookingPayload(booking, facts, { trigger, reason, by, startBefore });
    await publish(tx, booking, { trigger, payload, now });
  }
}

type Absence = { booking: Booking; changed: Pick<Attendee, "email" | "isNoShow">[]; now: number };

/** The same of who came and who did not. */
export async function announceNoShows(tx: Transaction, { booking, changed, now }: Absence) {
  const { workspaceId } = booking;
  const [row] = await tx.execute<{ is: boolean }>(sql`select ${isSubscribed(sql`${workspaceId}::uuid`)} as is`);
  if (!row!.is) return;
  const payload = noShowPayload(booking, changed);
  await publish(tx, booking, { trigger: "BOOKING_NO_SHOW_UPDATED", payload, now });
}

type FactRow = {
  number: string;
  description: string;
  requires_confirmation: boolean;
  is_team_event: boolean;
  assignment_type: string | null;
  host_number: string;
  by_email: string | null;
};

async function readFacts(tx: Transaction, { workspaceId, eventTypeId, hostId }: Booking, actor: Actor) {
  const actorId = actor.kind === "user" ? actor.userId : null;
  const [row] = await tx.execute<FactRow>(sql`
    select event_type.number, event_type.description, requires_confirmation, is_team_event, assignment_type,
      host.number as host_number, (select email from users where id = ${actorId}::uuid) as by_email
    from booking_event_types event_type, users host
    where event_type.workspace_id = ${workspaceId} and event_type.id = ${eventTypeId} and host.id = ${hostId}`);
  return { ...factsOf(row!), byEmail: row!.by_email ?? undefined };
}

function factsOf(row: FactRow): Facts {
  const schedulingType = row.assignment_type === "all_hands" ? "COLLECTIVE" : "ROUND_ROBIN";
  return {
    bookerUrl: env.APP_URL,
    eventTypeNumber: Number(row.number),
    eventDescription: row.description,
    requiresConfirmation: row.requires_confirmation,
    schedulingType: row.is_team_event ? schedulingType : null,
    hostNumber: Number(row.host_number),
  };
}

type News = { trigger: Trigger; payload: Record<string, unknown>; now: number };

async function publish(tx: Transaction, { workspaceId, id }: Key, { trigger, payload, now }: News) {
  const [last] = await tx.execute<{ sequence: number }>(sql`
    select coalesce(max(sequence), 0) as sequence from booking_events
    where workspace_id = ${workspaceId} and booking_id = ${id}`);
  const sequence = last!.sequence + 1;
  const told = { ...payload, eventSequence: sequence };
  await tx.execute(sql`
    with event as (
      insert into booking_events (workspace_id, booking_id, sequence, trigger, payload, created_at)
      values (${workspaceId}, ${id}, ${sequence}, ${trigger}, ${JSON.stringify(told)}::jsonb, clock_timestamp())
      returning workspace_id, id, trigger
    ), delivery as (
      insert into booking_webhook_deliveries (workspace_id, webhook_id, event_id, trigger, body, next_try_at)
      select workspace_id, webhook.id, event.id, trigger, ${webhookBody(trigger, now, told)}, clock_timestamp()
      from event join booking_webhooks webhook using (workspace_id)
      where webhook.is_active and trigger = any(webhook.event_triggers) and ${ownerHearsOf(sql`${id}::uuid`)}
      returning workspace_id, id, webhook_id, round
    )
    select ${addJobs(deliveryJobs(sql`delivery`))}`);
}

/** Whether the owner of `webhook`, who may have got another role since, may still hear of a booking. */
function ownerHearsOf(bookingId: SQL) {
  return sql`exists (
    select 1 from workspace_members member
    where member.workspace_id = webhook.workspace_id and member.user_id = webhook.owner_id
      and (${hearsEverything} or ${hearsOwn} and exists (
        select 1 from booking_attendees place
        where place.workspace_id = webhook.workspace_id and place.booking_id = ${bookingId}
          and place.user_id = webhook.owner_id and place.kind = 'host'
      ))
  )`;
}

/** The job of each delivery's next try: one subscriber's at a time, so that a slow one waits for itself alone. */
export function deliveryJobs(deliveries: SQL, runAt = sql`null`) {
  const turn = { workspaceId: sql`workspace_id`, deliveryId: sql`id`, round: sql`round` };
  return jobsFor("deliver_webhook", turn, deliveries, { runAt, queue: sql`'webhook/' || webhook_id` });
}
