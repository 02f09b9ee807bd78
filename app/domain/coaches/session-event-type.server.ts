import { and, eq } from "drizzle-orm";
import { randomBytes, randomUUID } from "node:crypto";
import { db } from "~db/client";
import { bookingEventTypeMembers, bookingEventTypes, workspaceMembers } from "~db/schema";
import { record, type Actor } from "../audit/audit.server";
import type { EventType } from "../event-types/event-type";
import { findSessionEventType, findSessionEventTypes } from "../event-types/event-types.server";
import { isHosting } from "../workspaces/hosting.server";
import type { CoachProfile } from "./coach";
import { sessionRules } from "./session-rules";

/** The rules of a coach's sessions: as they were saved, or what they begin with. Nothing is written. */
export async function sessionEventTypeOf(coach: CoachProfile): Promise<EventType> {
  return (await findSessionEventType(coach.workspaceId, coach.userId)) ?? draftOf(coach);
}

/** The same of several coaches of one workspace. */
export async function sessionEventTypesOf(coaches: CoachProfile[]): Promise<EventType[]> {
  if (coaches.length === 0) return [];
  const ids = coaches.map(({ userId }) => userId);
  const saved = await findSessionEventTypes(coaches[0]!.workspaceId, ids);
  return coaches.map((coach) => saved.find(({ ownerId }) => ownerId === coach.userId) ?? draftOf(coach));
}

type Ensured = { workspaceId: string; coachId: string; actor: Actor };

/** The same, saved: for whoever books one or changes its rules. Null where this is no host of the workspace. */
export async function ensureSessionEventType({ workspaceId, coachId, actor }: Ensured): Promise<EventType | null> {
  return (
    (await findSessionEventType(workspaceId, coachId)) ??
    db.transaction(async (tx) => {
      const [host] = await tx
        .select({ takesSessions: workspaceMembers.takesSessions })
        .from(workspaceMembers)
        .where(and(eq(workspaceMembers.workspaceId, workspaceId), eq(workspaceMembers.userId, coachId), isHosting))
        .for("share");
      if (!host) return null;
      const slug = `session-${randomBytes(8).toString("hex")}`;
      const values = { ...sessionRules, workspaceId, ownerId: coachId, slug, isActive: host.takesSessions };
      // Of two at once the second one waits here, and then finds what the first one made.
      const [made] = await tx
        .insert(bookingEventTypes)
        .values({ ...values, durationOptions: [], excludedDates: [] })
        .onConflictDoNothing()
        .returning({ id: bookingEventTypes.id });
      if (made) {
        await tx.insert(bookingEventTypeMembers).values({ workspaceId, eventTypeId: made.id, userId: coachId });
        const details = { name: values.name, slug };
        await record(tx, { workspaceId, actor, action: "event_type.created", subjectId: made.id, details });
      }
      return findSessionEventType(workspaceId, coachId, tx);
    })
  );
}

/** What is not there yet has an id that nothing was booked by. */
function draftOf({ workspaceId, userId, name, timezone }: CoachProfile): EventType {
  const epoch = new Date(0);
  return {
    ...sessionRules,
    workspaceId,
    id: randomUUID(),
    number: 0,
    ownerId: userId,
    slug: "",
    durationOptions: [],
    excludedDates: [],
    archivedAt: null,
    createdAt: epoch,
    updatedAt: epoch,
    members: [{ userId, name, timezone, weight: 1, priority: 0 }],
  };
}
