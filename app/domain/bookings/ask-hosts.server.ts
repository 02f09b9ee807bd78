import { and, eq, inArray, isNull, sql, type SQL } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import type { Transaction } from "~db/client";
import { bookingRsvps } from "~db/schema";
import type { EventType } from "../event-types/event-type";
import type { BookingPayload, NewNotification } from "../notifications/notification";
import { hashToken, makeToken } from "../tokens.server";
import { hostsOf, type Attendee, type Booking } from "./booking";
import { mailsAbout, mailTo, type Change } from "./tell.server";

/** One host of all hands is asked whether they come, by a mail with a key of its own. */
export type Asking = { id: string; host: Attendee; token: string };

/** All hands are asked one by one, except who has said yes already. */
export function askingsOf({ assignmentType }: Pick<EventType, "assignmentType">, attendees: Attendee[]): Asking[] {
  if (assignmentType !== "all_hands") return [];
  return hostsOf({ attendees })
    .filter(({ status }) => status === "pending")
    .map(ask);
}

export function ask(host: Attendee): Asking {
  return { id: randomUUID(), host, token: makeToken() };
}

type Key = Pick<Booking, "workspaceId" | "id">;

/** What `insertAskingRows` wants to be told, as JSON. Of the tokens only the hashes are written. */
export function askingRows({ workspaceId, id }: Key, askings: Asking[], now: number) {
  return askings.map((each) => ({
    workspace_id: workspaceId,
    id: each.id,
    booking_id: id,
    attendee_id: each.host.id,
    response_token: hashToken(each.token),
    created_at: new Date(now),
  }));
}

/** As a part of a statement that writes more. */
export function insertAskingRows(rows: SQL, where = sql`true`): SQL {
  return sql`
    insert into booking_rsvps (workspace_id, id, booking_id, attendee_id, response_token, created_at)
    select * from json_to_recordset(${rows}::json) as asking (
      workspace_id uuid, id uuid, booking_id uuid, attendee_id uuid, response_token text, created_at timestamptz
    )
    where ${where}`;
}

/** From now on the keys that these hosts were sent before open nothing. */
export async function replaceAskings(tx: Transaction, { workspaceId }: Key, hosts: Attendee[], now: number) {
  const attendeeIds = hosts.map(({ id }) => id);
  await tx
    .update(bookingRsvps)
    .set({ replacedAt: new Date(now) })
    .where(
      and(
        eq(bookingRsvps.workspaceId, workspaceId),
        inArray(bookingRsvps.attendeeId, attendeeIds),
        isNull(bookingRsvps.replacedAt),
      ),
    );
}

export async function insertAskings(tx: Transaction, booking: Key, askings: Asking[], now: number) {
  if (askings.length > 0) await tx.execute(insertAskingRows(sql`${JSON.stringify(askingRows(booking, askings, now))}`));
}

type Told = Parameters<typeof mailTo>[0];

/** The mails about a change: who is asked by it gets that mail, with their key, and no other. */
export function mailsWithAskings(
  booking: Told,
  change: Change,
  askings: Asking[],
  about: Omit<BookingPayload, "sequence"> = {},
): NewNotification[] {
  const asked = askings.map(({ host }) => host.email);
  const isAsked = ({ kind, recipient }: NewNotification) => kind.endsWith("_host") && asked.includes(recipient);
  return [
    ...mailsAbout(booking, change, about).filter((mail) => !isAsked(mail)),
    ...askings.map(({ host, token }) =>
      mailTo(booking, "booking_rsvp_host", host, { ...about, token, start: booking.start }),
    ),
  ];
}
