import { and, eq, ne } from "drizzle-orm";
import { db } from "~db/client";
import { sessions } from "~db/schema";
import { record } from "../audit/audit.server";
import { isUuid } from "../fields";

type End = { userId: string; which: { only: string } | { allBut: string } };

/** Ends one session of this user's, or all but one. Returns how many there were to end. */
export async function endSessions({ userId, which }: End) {
  if ("only" in which && !isUuid(which.only)) return 0;
  return db.transaction(async (tx) => {
    const meant = "only" in which ? eq(sessions.id, which.only) : ne(sessions.id, which.allBut);
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.userId, userId), meant))
      .returning({ id: sessions.id });
    const actor = { kind: "user" as const, userId };
    const details = { sessions: ended.map(({ id }) => id) };
    if (ended.length > 0) {
      await record(tx, { workspaceId: null, actor, action: "account.sessions_ended", subjectId: userId, details });
    }
    return ended.length;
  });
}
