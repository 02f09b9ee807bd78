import { sql } from "drizzle-orm";
import { db } from "~db/client";
import type { Booking } from "../bookings/booking";

// Whose words follow a meeting: the template whose questions it was asked, else its event type's. Names are written out:
// for queries over bookings with their event types and, where there are some, their versions.
const template = sql`
  from booking_templates template
  where template.workspace_id = bookings.workspace_id and template.archived_at is null
    and template.id in (booking_template_versions.template_id, booking_event_types.template_id)
  order by template.id = booking_template_versions.template_id desc nulls last
  limit 1`;

/** Whether a mail follows a meeting: for its event type, or for its template. */
export const isFollowedUp = sql<boolean>`(
  booking_event_types.email_followup_enabled or coalesce((select template.email_followup_enabled ${template}), false)
)`;

/** What that mail says, as it is now; "" for our own words. */
export async function followupTextOf({ workspaceId, id }: Pick<Booking, "workspaceId" | "id">): Promise<string> {
  const [found] = await db.execute<{ text: string | null }>(sql`
    select (select template.followup_text ${template}) as text
    from bookings
      join booking_event_types on booking_event_types.workspace_id = bookings.workspace_id
        and booking_event_types.id = bookings.event_type_id
      left join booking_template_versions on booking_template_versions.workspace_id = bookings.workspace_id
        and booking_template_versions.id = bookings.template_version_id
    where bookings.workspace_id = ${workspaceId} and bookings.id = ${id}`);
  return found?.text ?? "";
}
