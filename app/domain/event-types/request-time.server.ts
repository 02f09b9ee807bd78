import { and, eq, gt, min, sql } from "drizzle-orm";
import { createHash, randomUUID } from "node:crypto";
import { db, type Transaction } from "~db/client";
import { notifications, users } from "~db/schema";
import { record } from "../audit/audit.server";
import type { NewNotification, TimeRequestPayload } from "../notifications/notification";
import { notify } from "../notifications/notify.server";
import type { EventType } from "./event-type";
import { holdEventType } from "./event-types.server";
import { readerOf, type TimeRequestInput } from "./time-request";

type Request = {
  eventType: EventType;
  workspace: { name: string; slug: string };
  input: TimeRequestInput;
  /** Language and habits of whoever asks. */
  locale: string;
  /** The form's own key: submitting it twice makes one request. */
  submissionKey?: string;
  now: number;
};

type Requested = { ok: true } | { ok: false; reason: "not_taken" } | { ok: false; reason: "too_often"; until: number };

/** How often one address may ask for one event type within the hour: each time a mail goes to it, whoever typed it. */
export const mostRequests = 3;
const hour = 60 * 60 * 1000;

/** Tells the host when it would suit whom no free time suits, and gives them a copy. Nothing is booked or held. */
export async function requestTime(request: Request): Promise<Requested> {
  const { input, eventType: wanted, now } = request;
  const key = keyOf(request);
  return db.transaction(async (tx) => {
    await lockAddress(tx, wanted.id, input.email);
    const eventType = await holdEventType(tx, wanted.workspaceId, wanted.id);
    if (!eventType?.isActive || eventType.archivedAt || !eventType.takesTimeRequests)
      return { ok: false, reason: "not_taken" };
    if (await isKnown(tx, key)) return { ok: true };
    const until = await closedUntil(tx, eventType.id, input.email, now);
    if (until !== null) return { ok: false, reason: "too_often", until };
    const { workspaceId, id } = eventType;
    await notify(tx, await mailsOf(tx, { ...request, eventType }, key));
    const actor = { kind: "invitee" } as const;
    await record(tx, { workspaceId, actor, action: "event_type.time_requested", subjectId: id });
    return { ok: true };
  });
}

/** Requests of one address are written one after the other, so that they can be counted. */
async function lockAddress(tx: Transaction, eventTypeId: string, email: string) {
  const address = `${eventTypeId}/${email.toLowerCase()}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${address}, 0))`);
}

async function isKnown(tx: Transaction, key: string) {
  const [found] = await tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(eq(notifications.dedupeKey, `time_requested_invitee/${key}`));
  return found !== undefined;
}

/** When an address that has asked too often may ask again; null where it may now. */
async function closedUntil(tx: Transaction, eventTypeId: string, email: string, now: number) {
  const [asked] = await tx
    .select({ count: sql<number>`count(*)::int`, first: min(notifications.createdAt) })
    .from(notifications)
    .where(
      and(
        sql`lower(${notifications.recipient}) = lower(${email})`,
        gt(notifications.createdAt, new Date(now - hour)),
        eq(notifications.kind, "time_requested_invitee"),
        eq(sql`${notifications.payload} -> 'eventType' ->> 'id'`, eventTypeId),
      ),
    );
  // The database counts microseconds: the next whole millisecond is after them.
  return asked?.first && asked.count >= mostRequests ? asked.first.getTime() + 1 + hour : null;
}

async function mailsOf(tx: Transaction, { eventType, workspace, input, locale }: Request, key: string) {
  const [host] = await tx
    .select({ name: users.name, email: users.email, timezone: users.timezone })
    .from(users)
    .where(eq(users.id, readerOf(eventType)));
  if (!host) throw new Error(`event type ${eventType.id} has nobody to read a request`);
  const { id, name, slug } = eventType;
  const payload = {
    workspace: { name: workspace.name, slug: workspace.slug },
    eventType: { id, name, slug },
    hostName: host.name,
    hostEmail: host.email,
    hostTimezone: host.timezone,
    ...input,
    locale,
  } satisfies TimeRequestPayload;
  const mail = (kind: "time_requested_host" | "time_requested_invitee", to: { name: string; email: string }) =>
    ({
      kind,
      recipient: to.email,
      recipientName: to.name,
      workspaceId: eventType.workspaceId,
      bookingId: null,
      payload,
      dedupeKey: `${kind}/${key}`,
    }) satisfies NewNotification;
  return [mail("time_requested_host", host), mail("time_requested_invitee", input)];
}

/** One form, one person, one wish: a form that was gone back to and changed is a new one. */
function keyOf({ eventType, submissionKey = randomUUID(), input }: Request) {
  const said = JSON.stringify([eventType.id, submissionKey, input.email.toLowerCase(), input.wish]);
  return createHash("sha256").update(said).digest("base64url");
}
