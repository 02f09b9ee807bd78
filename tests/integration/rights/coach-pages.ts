import { eq } from "drizzle-orm";
import { db } from "~db/client";
import { workspaces } from "~db/schema";
import { route, type Row } from "./row";
import type { World } from "./world";

const coach = ({ users }: World) => ({ userId: users.owner.id });

/** A workspace that takes everybody as a client. */
async function open({ workspace }: World) {
  await db.update(workspaces).set({ takesClients: true }).where(eq(workspaces.id, workspace.id));
  return { workspace: workspace.slug };
}

/** What clients see of coaches, and where coaches say it. */
export const coachPages: Row[] = [
  route("_member", [["GET", "page of an account", 200]]),
  route("_member.coaches._index", [["GET", "page of any member", 200]]),
  route(
    "_member.coaches.$userId",
    [
      ["GET", "page about a coach", 200],
      ["POST", "form of clients", 400],
    ],
    { at: coach },
  ),
  route("_member.sessions", [["GET", "page of clients", 200]]),
  route("booking.settings.coaching", [
    ["GET", "page of hosts", 200],
    ["POST", "page of hosts", 400],
  ]),
  route("join.$workspace", [["GET", "page for everybody", 200]], { at: open }),
  // Where there is no such workspace, the page says so to everybody.
  route("join.$workspace", [["POST", "page for everybody", 303]], { at: () => ({ workspace: "nowhere" }) }),
].flat();
