import type { z } from "zod";
import { inOneTransaction } from "~db/client";
import type { EventTypePatch } from "../event-types/event-type-input";
import type { Member } from "../event-types/event-type-rights";
import { findSessionEventType } from "../event-types/event-types.server";
import { changeEventType } from "../event-types/save-event-type.server";
import { changeCoaching } from "./coaching.server";
import type { CoachingForm } from "./coaching";
import { ensureSessionEventType } from "./session-event-type.server";
import { sessionRules } from "./session-rules";

type Given = { workspaceId: string; member: Member; input: z.output<typeof CoachingForm>; now: number };
type Saved = { ok: true } | { ok: false; errors: { path: string; message: string }[] };

/** What a host says to clients, and where they meet: all of it, or nothing. */
export async function saveCoaching(given: Given): Promise<Saved> {
  try {
    await inOneTransaction(() => save(given));
    return { ok: true };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, errors: error.errors };
    throw error;
  }
}

async function save({ workspaceId, member, input, now }: Given) {
  const { location, ...coaching } = input;
  await changeCoaching({ workspaceId, userId: member.userId, input: coaching, now });
  const present = (await findSessionEventType(workspaceId, member.userId)) ?? sessionRules;
  if (present.locationType === location.type && present.locationValue === location.value) return;
  const actor = { kind: "user", userId: member.userId } as const;
  const eventType = await ensureSessionEventType({ workspaceId, coachId: member.userId, actor });
  const patch: EventTypePatch = { location };
  const changed = await changeEventType({ workspaceId, id: eventType?.id, member, patch });
  if (!changed.ok) throw new Refused(changed.reason === "invalid" ? changed.errors : []);
}

class Refused extends Error {
  constructor(readonly errors: { path: string; message: string }[]) {
    super("the place was refused");
  }
}
