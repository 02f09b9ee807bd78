import { sql } from "drizzle-orm";
import { db } from "~db/client";
import type { Person } from "~/integrations/calendar-provider";
import type { Owner } from "./hold-member.server";

/** A host's latest bookings: those before them are searched by nobody who is typing. */
const mostBookings = 2000;

/**
 * Who booked a host before, by the beginning of a name, of one of its words or of an address, the latest first. Only out of
 * meetings that the host holds or held, which are theirs to see, and that came about: whoever only asked for one is nobody
 * they know.
 */
export async function listInvitees({ workspaceId, userId }: Owner, query: string): Promise<Person[]> {
  const rows = await db.execute<Person>(sql`
    select name, email from (
      select distinct on (lower(invitee_email)) invitee_name as name, invitee_email as email, held.created_at
      from (
        select booking_id, created_at from booking_attendees
        where user_id = ${userId} and workspace_id = ${workspaceId} and kind = 'host'
        order by created_at desc limit ${mostBookings}
      ) held
      join bookings booking on booking.workspace_id = ${workspaceId} and booking.id = held.booking_id
      cross join lower(${query}::text) as typed
      where confirmed_at is not null and (
        starts_with(lower(invitee_name), typed) or strpos(lower(invitee_name), ' ' || typed) > 0
        or starts_with(lower(invitee_email), typed)
      )
      order by lower(invitee_email), held.created_at desc
    ) invitee
    order by created_at desc limit 10`);
  return [...rows];
}
