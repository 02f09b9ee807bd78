import { createHash, randomBytes, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Transaction } from "../client";
import { addJobs, jobsFor } from "../queue";
import { bookingAttendees, bookingHistory, bookingRsvps, bookings, claims } from "../schema";
import { hostsOf, planBookings, type Planned } from "./bookings";
import { offerOf, type OfferKey } from "./event-types";
import { people, type Firm, type PersonKey } from "./people";

type Move = Omit<typeof bookingHistory.$inferInsert, "workspaceId" | "bookingId">;

const minute = 60_000;
const hour = 60 * minute;

type Beside = { eventTypeIds: Record<OfferKey, string>; template: { versionId: string } };

export async function insertBookings(tx: Transaction, firm: Firm, { eventTypeIds, template }: Beside, now: number) {
  const planned = planBookings(now).map((each) => ({ ...each, workspaceId: firm.workspaceId, id: randomUUID() }));
  const keyOf = (each: { id: string }) => ({ workspaceId: firm.workspaceId, bookingId: each.id });
  const moves = new Map(planned.map((each) => [each.id, movesOf(each, firm.userIds[each.host])]));
  const attendees = planned.flatMap((each) => attendeesOf(each, firm).map((row) => ({ ...keyOf(each), ...row })));
  await tx.insert(bookings).values(
    planned.map((each) => ({
      workspaceId: firm.workspaceId,
      id: each.id,
      uid: randomBytes(24).toString("base64url"),
      eventTypeId: eventTypeIds[each.offer],
      hostId: firm.userIds[each.host],
      inviteeName: each.invitee.name,
      inviteeEmail: each.invitee.email,
      startTime: new Date(each.start),
      endTime: new Date(each.end),
      timezone: each.invitee.timezone,
      locale: each.invitee.locale ?? "en",
      status: each.status,
      confirmedAt: moves.get(each.id)!.find(({ move }) => move === "booked" || move === "confirmed")?.createdAt ?? null,
      notes: each.notes ?? "",
      answers: each.answers,
      templateVersionId: each.answers && template.versionId,
      locationType: offerOf(each.offer).locationType,
      locationValue: offerOf(each.offer).locationValue ?? "",
      sequence: (each.movedFrom ? 1 : 0) + (each.cancelled ? 1 : 0),
      cancellationReason: each.cancelled?.reason ?? null,
      createdAt: new Date(each.bookedAt),
      updatedAt: moves.get(each.id)!.at(-1)!.createdAt,
    })),
  );
  await tx.insert(bookingAttendees).values(attendees);
  const asking = planned.filter(({ accepted }) => accepted !== undefined);
  await tx.insert(bookingRsvps).values(
    asking.flatMap((each) => {
      const hosts = attendees.filter(({ bookingId, kind }) => bookingId === each.id && kind === "host");
      return hosts.map((host) => ({ ...keyOf(each), ...askingOf(each, host) }));
    }),
  );
  const live = planned.filter(({ status }) => status === "pending" || status === "confirmed");
  await tx
    .insert(claims)
    .values(
      live.flatMap((each) =>
        hostsOf(each).map((host) => ({ ...keyOf(each), hostId: firm.userIds[host], during: rangeOf(each) })),
      ),
    );
  await tx
    .insert(bookingHistory)
    .values(planned.flatMap((each) => moves.get(each.id)!.map((move) => ({ ...keyOf(each), ...move }))));
  await planReminders(tx, firm.workspaceId, live, now);
}

/** Each looks at its booking, finds nothing due yet, and plans the reminder that comes next. */
export async function planReminders(tx: Transaction, workspaceId: string, live: { id: string }[], now: number) {
  const payload = { workspaceId: sql`${workspaceId}::text`, bookingId: sql`id`, at: sql`${now}::bigint` };
  const ids = sql`unnest(${sql.param(live.map(({ id }) => id))}::text[]) as id`;
  await tx.execute(sql`select ${addJobs(jobsFor("remind", payload, ids))}`);
}

function attendeesOf(each: Planned, { userIds }: Firm) {
  const answer = (host: PersonKey) =>
    each.status === "pending" && !each.accepted?.includes(host) ? ("pending" as const) : ("confirmed" as const);
  const hosts = hostsOf(each).map((host) => {
    const { name, email } = people[host];
    return { id: randomUUID(), kind: "host" as const, userId: userIds[host], name, email, status: answer(host) };
  });
  const invitee = { kind: "invitee" as const, name: each.invitee.name, email: each.invitee.email };
  const guest = each.guest ? [{ kind: "guest" as const, ...each.guest, status: "confirmed" as const }] : [];
  return [
    ...hosts,
    { ...invitee, id: randomUUID(), status: "confirmed" as const },
    ...guest.map((each) => ({ ...each, id: randomUUID() })),
  ];
}

/** Nobody has its key: the hosts of the demo answer on the booking's page. */
function askingOf({ bookedAt }: Planned, host: { id: string; status: "pending" | "confirmed" }) {
  const responseToken = createHash("sha256").update(randomBytes(32)).digest("base64url");
  const answer = { response: "accepted" as const, respondedAt: new Date(bookedAt + 3 * hour) };
  return { attendeeId: host.id, responseToken, ...(host.status === "confirmed" && answer) };
}

/** Buffers included, as every claim. */
function rangeOf({ offer, start, end }: Planned) {
  const { bufferBefore = 0, bufferAfter = 0 } = offerOf(offer);
  const from = new Date(start - bufferBefore * minute).toISOString();
  return `[${from},${new Date(end + bufferAfter * minute).toISOString()})`;
}

function movesOf(each: Planned, hostUserId: string): Move[] {
  const host = { actorKind: "user" as const, actorId: hostUserId };
  const invitee = { actorKind: "invitee" as const };
  const asks = offerOf(each.offer).requiresConfirmation || each.accepted !== undefined;
  const at = (hours: number) => new Date(each.bookedAt + hours * hour);
  const first: Move = {
    ...invitee,
    move: asks ? "requested" : "booked",
    startAfter: new Date(each.firstStart),
    createdAt: at(0),
  };
  const moves = [first];
  if (each.accepted?.includes(each.host)) moves.push({ ...host, move: "host_accepted", createdAt: at(3) });
  if (asks && each.status !== "pending") moves.push({ ...host, move: "confirmed", createdAt: at(3) });
  if (each.movedFrom) {
    const [startBefore, startAfter] = [new Date(each.firstStart), new Date(each.start)];
    moves.push({
      ...host,
      move: "rescheduled",
      reason: "The drawings arrive a day later.",
      startBefore,
      startAfter,
      createdAt: at(20),
    });
  }
  if (each.cancelled) {
    const actor = each.cancelled.by === "host" ? host : invitee;
    moves.push({ ...actor, move: "cancelled", reason: each.cancelled.reason, createdAt: at(26) });
  }
  if (each.status === "completed")
    moves.push({ actorKind: "system", move: "completed", createdAt: new Date(each.end) });
  return moves;
}
