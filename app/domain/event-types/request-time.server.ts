import { and, eq, gt, min, sql } from "drizzle-orm";
import { createHash, randomUUID } from "node:crypto";
import { db, type Transaction } from "~db/client";
import { auditLog, notifications, users } from "~db/schema";
import { record } from "../audit/audit.server";
import type { NewNotification, TimeRequestPayload } from "../notifications/notification";
import { notify } from "../notifications/notify.server";
import type { EventType } from "./event-type";
import { holdEventType } from "./event-types.server";
import { chooseHosts, type Choice, type HostWish } from "./hosts.server";
import { readerOf, type TimeRequestInput } from "./time-request";

type Request = {
  eventType: EventType;
  workspace: { name: string; slug: string };
  input: TimeRequestInput;
  /** Whose page it was; the event type's own if left out. */
  wish?: HostWish;
  /** The link that led there, to come back by; null where there is no way back, and left out where there was no link. */
  back?: { token: string } | null;
  /** Language and habits of whoever asks. */
  locale: string;
  /** The form's own key: submitting it twice makes one request. */
  submissionKey?: string;
  now: number;
};

type Chosen = Extract<Choice, { ok: true }>;

type Requested = { ok: true } | { ok: false; reason: "not_taken" } | ({ ok: false; reason: "too_often" } & Closed);

/** Until when no more is taken: from this address, or from anybody. */
type Closed = { whose: "address" | "all"; until: number };

/** How often one address may ask for one event type within the hour: each time a mail goes to it, whoever typed it. */
export const mostRequests = 3;
/** How often all together may: an address is quickly made up, and one host reads them all. */
export const mostRequestsOfAll = 20;
const hour = 60 * 60 * 1000;
const requested = "event_type.time_requested";

/** Tells the host when it would suit whom no free time suits, and gives them a copy. Nothing is booked or held. */
export async function requestTime(request: Request): Promise<Requested> {
  const { input, eventType: wanted, now } = request;
  const key = keyOf(request);
  return db.transaction(async (tx) => {
    await lockRequests(tx, wanted.id);
    const eventType = await holdEventType(tx, wanted.workspaceId, wanted.id);
    if (!eventType?.isActive || eventType.archivedAt || !eventType.takesTimeRequests)
      return { ok: false, reason: "not_taken" };
    if (await isKnown(tx, key)) return { ok: true };
    const closed = await closedFor(tx, eventType.id, input.email, now);
    if (closed) return { ok: false, reason: "too_often", ...closed };
    const choice = await chooseHosts(eventType, request.wish ?? {}, tx);
    if (!choice.ok) return { ok: false, reason: "not_taken" };
    const { workspaceId, id } = eventType;
    await notify(tx, await mailsOf(tx, { ...request, eventType }, choice, key));
    const actor = { kind: "invitee" } as const;
    await record(tx, { workspaceId, actor, action: requested, subjectId: id });
    return { ok: true };
  });
}

/** Requests for one event type are written one after the other, so that they can be counted. */
async function lockRequests(tx: Transaction, eventTypeId: string) {
  const requests = `${eventTypeId}/${requested}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${requests}, 0))`);
}

async function isKnown(tx: Transaction, key: string) {
  const [found] = await tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(eq(notifications.dedupeKey, `time_requested_invitee/${key}`));
  return found !== undefined;
}

/** Who has asked too often, and until when that counts; null where one more is taken now. */
async function closedFor(tx: Transaction, eventTypeId: string, email: string, now: number): Promise<Closed | null> {
  const since = new Date(now - hour);
  const [byAddress] = await tx
    .select({ count: sql<number>`count(*)::int`, first: min(notifications.createdAt) })
    .from(notifications)
    .where(
      and(
        sql`lower(${notifications.recipient}) = lower(${email})`,
        gt(notifications.createdAt, since),
        eq(notifications.kind, "time_requested_invitee"),
        eq(sql`${notifications.payload} -> 'eventType' ->> 'id'`, eventTypeId),
      ),
    );
  const [byAll] = await tx
    .select({ count: sql<number>`count(*)::int`, first: min(auditLog.createdAt) })
    .from(auditLog)
    .where(and(eq(auditLog.subjectId, eventTypeId), eq(auditLog.action, requested), gt(auditLog.createdAt, since)));
  const ofAll = endOf(byAll, mostRequestsOfAll);
  if (ofAll !== null) return { whose: "all", until: ofAll };
  const ofAddress = endOf(byAddress, mostRequests);
  return ofAddress === null ? null : { whose: "address", until: ofAddress };
}

function endOf(asked: { count: number; first: Date | null } | undefined, most: number) {
  // The database counts microseconds: the next whole millisecond is after them.
  return asked?.first && asked.count >= most ? asked.first.getTime() + 1 + hour : null;
}

async function mailsOf(
  tx: Transaction,
  { eventType, workspace, input, wish, back, locale }: Request,
  { hosts, team }: Chosen,
  key: string,
) {
  const [host] = await tx
    .select({ name: users.name, email: users.email, timezone: users.timezone })
    .from(users)
    .where(eq(users.id, readerOf({ members: hosts, ownerId: eventType.ownerId })));
  if (!host) throw new Error(`event type ${eventType.id} has nobody to read a request`);
  const { id, name, slug } = eventType;
  const about = {
    workspace: { name: workspace.name, slug: workspace.slug },
    eventType: { id, name, slug },
    ...(team && { team: { name: team.name, slug: team.slug } }),
    ...(wish?.members && { members: hosts.map(({ userId, name }) => ({ id: userId, name })) }),
    ...(back !== undefined && { back }),
    hostTimezone: host.timezone,
    ...input,
    locale,
  } satisfies TimeRequestPayload;
  const named = { ...about, hostName: host.name, hostEmail: host.email } satisfies TimeRequestPayload;
  const mail = (
    kind: "time_requested_host" | "time_requested_invitee",
    to: { name: string; email: string },
    payload: TimeRequestPayload,
  ) =>
    ({
      kind,
      recipient: to.email,
      recipientName: to.name,
      workspaceId: eventType.workspaceId,
      bookingId: null,
      payload,
      dedupeKey: `${kind}/${key}`,
    }) satisfies NewNotification;
  // Anybody can enter anybody's address: what was typed beside it does not go there, not even the name.
  const asker = { name: "", email: input.email };
  return [
    mail("time_requested_host", host, named),
    mail("time_requested_invitee", asker, eventType.showsHosts ? named : about),
  ];
}

/** One form, one person, one wish: a form that was gone back to and changed is a new one. */
function keyOf({ eventType, submissionKey = randomUUID(), input }: Request) {
  const said = JSON.stringify([eventType.id, submissionKey, input.email.toLowerCase(), input.wish]);
  return createHash("sha256").update(said).digest("base64url");
}
