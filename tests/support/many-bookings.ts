import { sql } from "drizzle-orm";
import { db } from "~db/client";
import type { createEventType } from "./factories";

type EventType = Awaited<ReturnType<typeof createEventType>>;

/** Confirmed bookings of the event type's owner, one every hour, written at once. They have no claims. */
export async function manyBookings(eventType: EventType, { count, from, notes = "" }: Given) {
  const { workspaceId, id, ownerId } = eventType;
  await db.execute(sql`
    insert into bookings (workspace_id, uid, event_type_id, host_id, invitee_name, invitee_email, start_time, end_time,
      timezone, status, location_type, notes)
    select ${workspaceId}, gen_random_uuid()::text, ${id}, ${ownerId}, 'Mei Tanaka ' || n, 'mei' || n || '@example.org', at,
      at + interval '30 minutes', 'Asia/Tokyo', 'confirmed', 'google_meet', ${notes}
    from generate_series(0, ${count - 1}::int) n,
      lateral (select to_timestamp(${from}::float8 / 1000) + n * interval '1 hour' as at) as hours`);
  // Elsewhere Postgres looks at new rows by itself before long. Until then a connection goes on with what it planned for a
  // small table, and reads all of it for each attendee.
  await db.execute(sql`analyze bookings`);
  await db.execute(sql`
    insert into booking_attendees (workspace_id, booking_id, user_id, kind, name, email, status)
    select workspace_id, bookings.id, host_id, 'host', users.name, users.email, 'confirmed'
    from bookings join users on users.id = host_id
    where workspace_id = ${workspaceId} and event_type_id = ${id}`);
  await db.execute(sql`analyze booking_attendees`);
}

type Given = { count: number; from: number; notes?: string };
