import { sql } from "drizzle-orm";
import type { Transaction } from "~db/client";
import type { Booking } from "./booking";

/**
 * Another host leads a meeting whose leader does not come: who said yes before who has not answered, then the highest
 * priority. Where nobody is left, all stays as it is. A link to it that the former one's calendar made is theirs.
 */
export async function passLead(tx: Transaction, { workspaceId, id, eventTypeId }: Booking) {
  await tx.execute(sql`
    update bookings set host_id = next.user_id, meeting_url = null
    from (
      select place.user_id from booking_attendees place
      left join booking_event_type_members host on host.workspace_id = place.workspace_id
        and host.event_type_id = ${eventTypeId} and host.user_id = place.user_id
      where place.workspace_id = ${workspaceId} and place.booking_id = ${id} and place.kind = 'host'
        and place.status <> 'declined'
      order by place.status = 'confirmed' desc, coalesce(host.priority, 0) desc, place.user_id
      limit 1
    ) next
    where bookings.workspace_id = ${workspaceId} and bookings.id = ${id}`);
}
