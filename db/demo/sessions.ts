import { randomBytes, randomUUID } from "node:crypto";
import type { Transaction } from "../client";
import {
  bookingAttendees,
  bookingEventTypeMembers,
  bookingEventTypes,
  bookingHistory,
  bookings,
  claims,
  users,
  workspaceMembers,
} from "../schema";
import { planReminders } from "./insert-bookings";
import { people, type Firm, type PersonKey } from "./people";
import { wallToInstant, workday } from "./wall-clock";

const client = { name: "Amélie Tremblay", email: "amelie.tremblay@example.com", timezone: "Europe/Paris" };

/** What a host's sessions begin with in the product, too. */
const rules = {
  name: "Session",
  durationMinutes: 60,
  slotIntervalMinutes: 15,
  minimumNoticeMinutes: 0,
  bookingWindowDays: 365,
  requiresConfirmation: true,
  takesTimeRequests: false,
  isListed: false,
  isLinkOnly: true,
  isSession: true,
  locationType: "google_meet",
} as const;

type Planned = {
  coach: PersonKey;
  status: "pending" | "confirmed";
  /** Working days from today, and the wall clock of the coach. */
  day: number;
  at: string;
  minutes: number;
  notes: string;
};

const planned: Planned[] = [
  {
    coach: "anjali",
    status: "confirmed",
    day: 3,
    at: "15:00",
    minutes: 45,
    notes: "My first tactile map. I have drawn the ground floor, and it is already too full.",
  },
  {
    coach: "maya",
    status: "pending",
    day: 6,
    at: "11:00",
    minutes: 90,
    notes: "How do you ask people whether they got lost, without asking whether they got lost?",
  },
];

const minute = 60_000;
const day = 24 * 60 * minute;

/** A client with two sessions, one of which waits for its coach. Signs in as everybody here does. */
export async function insertSessions(tx: Transaction, firm: Firm, passwordHash: string, now: number) {
  const { workspaceId } = firm;
  const clientId = randomUUID();
  const joined = new Date(now - 12 * day);
  await tx.insert(users).values({
    ...client,
    id: clientId,
    passwordHash,
    emailVerifiedAt: joined,
    defaultWorkspaceId: workspaceId,
    createdAt: joined,
  });
  await tx.insert(workspaceMembers).values({ workspaceId, userId: clientId, role: "client", createdAt: joined });
  const ids = [];
  for (const each of planned) ids.push({ id: await insertSession(tx, firm, { ...each, clientId }, now) });
  await planReminders(tx, workspaceId, ids, now);
}

type Session = Planned & { clientId: string };

async function insertSession(tx: Transaction, { workspaceId, userIds }: Firm, each: Session, now: number) {
  const coach = people[each.coach];
  const hostId = userIds[each.coach];
  const start = wallToInstant(coach.timezone, workday(coach.timezone, now, each.day), each.at);
  const during = { startTime: new Date(start), endTime: new Date(start + each.minutes * minute) };
  const [askedAt, confirmedAt] = [new Date(now - 2 * day), new Date(now - day)];
  const isConfirmed = each.status === "confirmed";
  const [eventTypeId, bookingId] = [randomUUID(), randomUUID()];
  const slug = `session-${randomBytes(8).toString("hex")}`;
  await tx.insert(bookingEventTypes).values({ ...rules, workspaceId, id: eventTypeId, ownerId: hostId, slug });
  await tx.insert(bookingEventTypeMembers).values({ workspaceId, eventTypeId, userId: hostId });
  await tx.insert(bookings).values({
    ...during,
    workspaceId,
    id: bookingId,
    uid: randomBytes(24).toString("base64url"),
    eventTypeId,
    hostId,
    clientId: each.clientId,
    inviteeName: client.name,
    inviteeEmail: client.email,
    timezone: client.timezone,
    locale: "en",
    status: each.status,
    confirmedAt: isConfirmed ? confirmedAt : null,
    notes: each.notes,
    locationType: rules.locationType,
    locationValue: "",
    createdAt: askedAt,
    updatedAt: isConfirmed ? confirmedAt : askedAt,
  });
  const { name, email } = coach;
  const host = { kind: "host" as const, userId: hostId, name, email, status: each.status };
  const invitee = { name: client.name, email: client.email, status: "confirmed" as const };
  await tx.insert(bookingAttendees).values([
    { workspaceId, bookingId, ...host },
    { workspaceId, bookingId, kind: "invitee", userId: each.clientId, ...invitee },
  ]);
  const range = `[${during.startTime.toISOString()},${during.endTime.toISOString()})`;
  await tx.insert(claims).values({ workspaceId, bookingId, hostId, during: range });
  const asked = { actorKind: "invitee", move: "requested", startAfter: during.startTime, createdAt: askedAt } as const;
  const answered = { actorKind: "user", actorId: hostId, move: "confirmed", createdAt: confirmedAt } as const;
  await tx
    .insert(bookingHistory)
    .values((isConfirmed ? [asked, answered] : [asked]).map((move) => ({ workspaceId, bookingId, ...move })));
  return bookingId;
}
