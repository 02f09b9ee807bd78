import { sql, type SQL } from "drizzle-orm";
import { db, type Database, type Transaction } from "~db/client";
import type { User } from "../accounts/account";
import type { EventType } from "../event-types/event-type";
import type { OneTimeLinkPayload } from "../notifications/notification";
import { notify } from "../notifications/notify.server";
import { hashToken } from "../tokens.server";
import type { Workspace } from "../workspaces/workspaces.server";
import type { OneTimeLink } from "./link";
import { minutesOf } from "./picked-slots";

/** One mail for each address that a link has had: what its row makes known of the address is what finds the mail again. */
export function mailKey(tokenHash: SQL): SQL {
  return sql`'one_time_link:' || ${tokenHash}`;
}

type Sending = {
  workspace: Workspace;
  /** Who sends it, and whom an answer goes to. */
  host: User;
  eventType: EventType;
  link: Pick<OneTimeLink, "recipientEmail" | "recipientName" | "slots" | "expiresAt">;
  token: string;
  reader: Reader;
};

/** Writes the mail with a link's address to the person it is for. */
export function mailLink(tx: Transaction, { workspace, host, eventType, link, token, reader }: Sending) {
  const [first] = link.slots ?? [];
  const payload: OneTimeLinkPayload = {
    token,
    workspaceName: workspace.name,
    eventName: eventType.name,
    durationMinutes: first ? minutesOf(first) : eventType.durationMinutes,
    hostName: host.name,
    hostEmail: host.email,
    ...(link.expiresAt !== null && { expiresAt: link.expiresAt }),
    ...reader,
  };
  return notify(tx, [
    {
      kind: "one_time_link",
      recipient: link.recipientEmail,
      recipientName: link.recipientName,
      workspaceId: workspace.id,
      bookingId: null,
      payload,
      dedupeKey: `one_time_link:${hashToken(token)}`,
    },
  ]);
}

/** In which zone and language somebody reads. */
export type Reader = { timezone: string; locale: string };

/** As they said when they booked this host last; whoever never did is taken to be as the host is. */
export async function readerOf(
  email: string,
  host: User,
  workspaceId: string,
  locale: string,
  on: Database | Transaction = db,
): Promise<Reader> {
  const [known] = await on.execute<Reader>(sql`
    select booking.timezone, booking.locale
    from booking_attendees held
    join bookings booking on booking.workspace_id = held.workspace_id and booking.id = held.booking_id
    where held.user_id = ${host.id} and held.workspace_id = ${workspaceId} and held.kind = 'host'
      and lower(booking.invitee_email) = lower(${email})
    order by booking.created_at desc limit 1`);
  return known ? { timezone: known.timezone, locale: known.locale } : { timezone: host.timezone, locale };
}
