import type { User } from "../accounts/account";
import { book, type BookResult } from "../bookings/book.server";
import type { Answers } from "../bookings/booking";
import { findCoach } from "./coaches.server";
import { ensureSessionEventType } from "./session-event-type.server";

type Order = {
  workspaceId: string;
  coachId: string;
  /** Who has the right to book sessions here; their account says the rest. */
  client: User;
  start: number;
  durationMinutes: number;
  notes: string;
  /** To the coach's questions, where they ask some. */
  answers?: Answers;
  /** Language and habits of the client, such as "de-AT". */
  locale: string;
  /** The form's own key: submitting it twice makes one session. */
  submissionKey?: string;
  now: number;
};

export type BookSessionResult = BookResult | { ok: false; reason: "no_coach" | "past" };

/** A client asks a coach for a session, which waits until the coach says yes. */
export async function bookSession(order: Order): Promise<BookSessionResult> {
  const { workspaceId, coachId, client, start, durationMinutes, notes, answers = {}, locale, now } = order;
  if (start < now) return { ok: false, reason: "past" };
  const coach = await findCoach(workspaceId, coachId);
  const actor = { kind: "user", userId: client.id } as const;
  const eventType = coach && (await ensureSessionEventType({ workspaceId, coachId: coach.userId, actor }));
  if (!eventType) return { ok: false, reason: "no_coach" };
  const { name, email, timezone } = client;
  return book({
    eventType,
    input: { start, timezone, name, email, notes, answers, guests: [], durationMinutes },
    locale,
    clientId: client.id,
    submissionKey: order.submissionKey,
    now,
  });
}
