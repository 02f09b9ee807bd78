import { bookSession } from "~/domain/coaches/book-session.server";
import { addMember, createUser, createWorkspace } from "./factories";
import { inOslo } from "./orders";

type Who = Awaited<ReturnType<typeof createUser>>;

/** A workspace whose owner is a coach, with one client. */
export async function practice() {
  const { workspace, owner: coach } = await createWorkspace();
  const client = await addMember(workspace, {
    user: await createUser({ name: "Mei Tanaka", timezone: "Asia/Tokyo" }),
    role: "client",
  });
  return { workspace, coach, client };
}

type Given = { submissionKey?: string; start?: number; durationMinutes?: number; notes?: string; now?: number };

export function askForSession(
  { workspace, coach, client }: { workspace: { id: string }; coach: Who; client: Who },
  given: Given = {},
) {
  const usual = { start: inOslo(10), durationMinutes: 60, notes: "", now: Date.now(), locale: "en" };
  return bookSession({ workspaceId: workspace.id, coachId: coach.id, client, ...usual, ...given });
}

/** Books one, and fails the test if it is refused. */
export async function sessionOf(who: Parameters<typeof askForSession>[0], given: Given = {}) {
  const result = await askForSession(who, given);
  if (!result.ok) throw new Error(result.reason);
  return result.booking;
}
