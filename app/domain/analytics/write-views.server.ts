import { sql } from "drizzle-orm";
import { createHmac } from "node:crypto";
import { db } from "~db/client";
import { retried } from "~db/retried";
import { isoInstant } from "../time";
import { saltOf } from "./salts.server";
import type { View } from "./view";

/** Counts views, each visitor once a day and page, whichever processes have seen them. Writing some twice changes nothing. */
export async function writeViews(views: readonly View[]): Promise<void> {
  const rows: ReturnType<typeof rowOf>[] = [];
  for (const view of views) rows.push(rowOf(view, await saltOf(view.at)));
  // In one order for all processes: two that write the same visitors must not wait for each other.
  await retried(() =>
    db.execute(sql`
      insert into analytics_events
        (workspace_id, kind, event_type_id, link_id, one_time_link_id, occurred_at, visitor, referrer_host)
      select workspace_id, kind, event_type_id, link_id, one_time_link_id, occurred_at, visitor, referrer_host
      from json_to_recordset(${JSON.stringify(rows)}::json) as seen(
        workspace_id uuid, kind text, event_type_id uuid, link_id uuid, one_time_link_id uuid,
        occurred_at timestamptz, visitor text, referrer_host text)
      where exists (
        select 1 from booking_event_types known
        where known.workspace_id = seen.workspace_id and known.id = seen.event_type_id)
      order by workspace_id, visitor, occurred_at
      on conflict do nothing`),
  );
}

function rowOf({ workspaceId, eventTypeId, linkId, oneTimeLinkId, at, referrerHost, ...visitor }: View, salt: string) {
  return {
    workspace_id: workspaceId,
    kind: oneTimeLinkId ? "open" : "view",
    event_type_id: eventTypeId,
    link_id: linkId ?? null,
    one_time_link_id: oneTimeLinkId ?? null,
    occurred_at: isoInstant(at),
    visitor: hashOf([visitor.address, visitor.userAgent, eventTypeId, linkId, oneTimeLinkId], salt),
    referrer_host: referrerHost,
  };
}

function hashOf(parts: (string | null | undefined)[], salt: string) {
  return createHmac("sha256", salt)
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest("base64url");
}
