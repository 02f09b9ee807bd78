import { eq } from "drizzle-orm";
import { db } from "~db/client";
import { notifications, workspaceMembers } from "~db/schema";
import { invite } from "~/domain/workspaces/invite.server";
import {
  addMember,
  createBooking,
  createCalendarAccount,
  createConnection,
  createEventType,
  createSchedule,
  createTeam,
  createUser,
  createWorkspace,
  signIn,
  unique,
} from "../../support/factories";
import { inOslo } from "../../support/orders";
import type { Person } from "./people";

export type World = Awaited<ReturnType<typeof makeWorld>>;

/** One workspace with everybody of it, and a stranger's. What a call may change is made anew for each. */
export async function makeWorld() {
  const { workspace, owner } = await createWorkspace();
  const { owner: stranger } = await createWorkspace();
  const admin = await addMember(workspace, { role: "admin" });
  const member = await addMember(workspace);
  const client = await addMember(workspace, { role: "client" });
  const deactivated = await addMember(workspace, { role: "admin" });
  await db
    .update(workspaceMembers)
    .set({ deactivatedAt: new Date() })
    .where(eq(workspaceMembers.userId, deactivated.id));
  const users = { owner, admin, member, client, deactivated, stranger };
  let halfHours = 0;

  const eventType = (by = owner) => createEventType(workspace, { owner: by });
  const booking = async (by = owner, given: object = {}) =>
    createBooking(await eventType(by), { start: inOslo(9) + halfHours++ * 1_800_000, ...given });
  return {
    workspace,
    users,
    eventType,
    teamEvent: () => createEventType(workspace, { owner, isTeamEvent: true, assignmentType: "round_robin" }),
    booking,
    request: (by = owner) => booking(by, { status: "pending" }),
    schedule: () => createSchedule(workspace, owner, { name: `Hours ${unique()}` }),
    team: () => createTeam(workspace, [owner]),
    calendar: () => createConnection(workspace, owner),
    account: () => createCalendarAccount(workspace, owner),
    colleague: () => addMember(workspace),
    invitation: async () => {
      const { email } = await createUser();
      const input = { email, role: "member" as const };
      const invited = await invite({ workspace, inviter: owner, input, language: "en", now: Date.now() });
      const [mail] = await db.select().from(notifications).where(eq(notifications.recipient, email));
      if (!invited.ok) throw new Error(invited.reason);
      return { id: invited.member.id, token: String(mail?.payload.token) };
    },
    credentials: async (person: Person) => (person === "nobody" ? null : signIn(users[person])),
  };
}
