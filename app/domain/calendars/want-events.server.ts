import { sql, type SQL } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { addJobs, jobsFor } from "~db/queue";
import type { Booking } from "../bookings/booking";

const columns = sql`(workspace_id, booking_id, user_id, connection_id, provider, calendar_name)`;

/**
 * A booking has changed: its event in each host's calendar is wanted as it is now, and looked after by a job. A host's own
 * change of the time is settled by that; that they deleted it is not. One statement, in the transaction of the change.
 */
export async function wantEvents(tx: Transaction, { workspaceId, id }: Pick<Booking, "workspaceId" | "id">) {
  await tx.execute(sql`
    with wanted as (
      insert into booking_calendar_events as event ${columns}
      select booking.workspace_id, booking.id, host.user_id, connection.id, connection.provider, connection.name
      from bookings booking
      join booking_attendees host on host.workspace_id = booking.workspace_id and host.booking_id = booking.id
        and host.kind = 'host' and host.status <> 'declined'
      join calendar_connections connection on connection.workspace_id = booking.workspace_id
        and connection.user_id = host.user_id and connection.create_events
      where booking.workspace_id = ${workspaceId} and booking.id = ${id}
        and (booking.status = 'confirmed' or booking.status = 'pending' and booking.confirmed_at is not null)
        and not exists (
          select 1 from booking_calendar_events other
          where other.workspace_id = booking.workspace_id and other.booking_id = booking.id
            and other.user_id = host.user_id and other.connection_id <> connection.id and other.state <> 'removed'
        )
      on conflict (workspace_id, booking_id, connection_id) do update set ${anew}
      returning ${turn}
    ), others as (
      update booking_calendar_events event set ${anew}
      where workspace_id = ${workspaceId} and booking_id = ${id} and connection_id is not null and state <> 'removed'
        and id not in (select id from wanted)
      returning ${turn}
    )
    select ${addJobs(eventJobs(sql`(select * from wanted union all select * from others) as event`))}`);
}

/** The job of each event's next try. */
export function eventJobs(events: SQL) {
  const payload = { workspaceId: sql`workspace_id`, id: sql`id`, round: sql`round` };
  return jobsFor("write_calendar_event", payload, events, { runAt: sql`next_try_at` });
}

const turn = sql`workspace_id, id, round, next_try_at`;

/** The same of a meeting that is being booked, in the statement that writes it if `wanted` is there; for `eventJobs`. */
export const insertWantedEvents = sql`
    insert into booking_calendar_events ${columns}
    select wanted.workspace_id, booking_id, user_id, connection.id, provider, connection.name
    from wanted join calendar_connections connection on connection.workspace_id = wanted.workspace_id
    where user_id = any(host_ids) and create_events
    returning ${turn}`;

/** Sets an event to be looked after once more. */
export const again = sql`
  state = 'waiting', round = event.round + 1, attempts = 0, last_error = null, answer = null, next_try_at = null,
  finished_at = null, updated_at = now()`;

/** As the booking is now: wherever a host has moved it, that is over. */
export const anew = sql`
  ${again}, host_change = nullif(event.host_change, 'moved'), host_start = null, host_end = null`;
