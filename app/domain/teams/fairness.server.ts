import { and, asc, desc, eq, gte, inArray, isNull, or } from "drizzle-orm";
import { db } from "~db/client";
import { bookingEventTypes, bookingPicks, bookings, users } from "~db/schema";
import type { Candidate } from "../bookings/pick-host";
import type { AssignmentType } from "../event-types/event-type";
import { sharesOf, type Share, type TakenPick } from "./fairness";

export type Rotation = { id: string; name: string; assignmentType: AssignmentType | null };

export type Fairness = {
  /** Newest first; of very many only the newest. */
  picks: TakenPick[];
  shares: Share[];
  names: Map<string, string>;
  isCut: boolean;
};

const most = 2000;

/** The event types of which a host is picked for a team: its own, and those that were booked through its page. */
export async function listRotations(workspaceId: string, teamId: string): Promise<Rotation[]> {
  const { id, name, assignmentType } = bookingEventTypes;
  const picked = db
    .select({ id: bookingPicks.eventTypeId })
    .from(bookingPicks)
    .where(and(eq(bookingPicks.workspaceId, workspaceId), eq(bookingPicks.teamId, teamId)));
  return db
    .select({ id, name, assignmentType })
    .from(bookingEventTypes)
    .where(
      and(
        eq(bookingEventTypes.workspaceId, workspaceId),
        isNull(bookingEventTypes.archivedAt),
        or(
          inArray(id, picked),
          and(eq(bookingEventTypes.teamId, teamId), inArray(assignmentType, ["round_robin", "collective"])),
        ),
      ),
    )
    .orderBy(asc(name), asc(id));
}

type Question = { workspaceId: string; teamId: string; rotation: Rotation; since: number };

/** Every pick of a team for an event type since then, with what each member got and what was to be expected. */
export async function loadFairness({ workspaceId, teamId, rotation, since }: Question): Promise<Fairness> {
  const rows = await db
    .select({
      bookingId: bookingPicks.bookingId,
      hostId: bookingPicks.hostId,
      rule: bookingPicks.rule,
      candidates: bookingPicks.candidates,
      createdAt: bookingPicks.createdAt,
      startTime: bookings.startTime,
      status: bookings.status,
    })
    .from(bookingPicks)
    .innerJoin(
      bookings,
      and(eq(bookings.workspaceId, bookingPicks.workspaceId), eq(bookings.id, bookingPicks.bookingId)),
    )
    .where(
      and(
        eq(bookingPicks.workspaceId, workspaceId),
        eq(bookingPicks.teamId, teamId),
        eq(bookingPicks.eventTypeId, rotation.id),
        gte(bookingPicks.createdAt, new Date(since)),
      ),
    )
    .orderBy(desc(bookingPicks.createdAt), desc(bookingPicks.bookingId))
    .limit(most + 1);
  const picks = rows.slice(0, most).map(({ candidates, createdAt, startTime, status, ...rest }): TakenPick => ({
    ...rest,
    candidates: candidates as Candidate[],
    at: createdAt.getTime(),
    start: startTime.getTime(),
    isCancelled: status === "cancelled",
  }));
  const ids = new Set(picks.flatMap(({ candidates }) => candidates.map(({ userId }) => userId)));
  return {
    picks,
    shares: sharesOf(picks, rotation.assignmentType),
    names: await namesOf([...ids]),
    isCut: rows.length > most,
  };
}

async function namesOf(userIds: string[]) {
  const rows = await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, userIds));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
