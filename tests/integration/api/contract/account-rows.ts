import { and, desc, eq } from "drizzle-orm";
import { db } from "~db/client";
import { notifications } from "~db/schema";
import { invite } from "~/domain/workspaces/invite.server";
import { createUser, createWorkspace, unique } from "../../../support/factories";
import type { World } from "../../rights/world";
import { at, type ContractRow } from "./row";

const password = "correct horse battery";

/** The stranger is asked to join somebody's workspace. */
async function token({ users: { stranger } }: World) {
  const { workspace, owner: inviter } = await createWorkspace();
  const input = { email: stranger.email, role: "member" as const };
  await invite({ workspace, inviter, input, language: "en", now: Date.now() });
  const [mail] = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.recipient, stranger.email), eq(notifications.workspaceId, workspace.id)))
    .orderBy(desc(notifications.id));
  return String(mail!.payload.token);
}

const newcomer = () => {
  const email = `mei-${unique()}@example.com`;
  return { name: "Mei Tanaka", email, password, timezone: "Asia/Tokyo" };
};

export const accountRows: ContractRow[] = [
  ...at("/api/v1/auth/register", {}, [["POST", 201, { as: "nobody", body: newcomer }]]),
  ...at("/api/v1/auth/login", {}, [
    [
      "POST",
      200,
      { as: "nobody", body: async () => ({ email: (await createUser({ password })).email.toUpperCase(), password }) },
    ],
  ]),
  ...at("/api/v1/auth/logout", {}, [["POST", 204]]),
  ...at("/api/v1/me", {}, [
    ["GET", 200],
    ["GET", 200, { as: "deactivated" }],
    ["PATCH", 200, { body: ({ workspace }) => ({ name: "Ågot Søn", default_workspace_id: workspace.id }) }],
  ]),
  ...at("/api/v1/invitations/{token}", { token }, [["GET", 200, { as: "stranger" }]]),
  ...at("/api/v1/invitations/{token}/accept", { token }, [["POST", 200, { as: "stranger" }]]),
  ...at("/api/v1/invitations/{token}/decline", { token }, [["POST", 200, { as: "stranger" }]]),
];
