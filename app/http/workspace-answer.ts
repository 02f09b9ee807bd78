import { z } from "zod";
import { roles } from "~/domain/workspaces/roles";
import { instantAnswer } from "./booking-answer";

/** What is answered about workspaces and who is in them, as schemas: for the API's document. */

export const WorkspaceAnswer = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    slug: z.string(),
    description: z.string(),
    takes_clients: z.boolean().describe("Whether anybody may make themselves a client of it."),
    role: z.enum(roles).describe("The caller's."),
    created_at: instantAnswer,
  })
  .meta({ id: "Workspace" });

export const MemberAnswer = z
  .strictObject({
    id: z.uuid().describe("The user's or, while it is open, the invitation's."),
    user_id: z.uuid().nullable().describe("Null while they are invited."),
    name: z.string().nullable(),
    email: z.string(),
    role: z.enum(roles),
    status: z.enum(["active", "deactivated", "invited"]),
    created_at: instantAnswer,
    expires_at: instantAnswer.nullable().describe("Of an invitation."),
  })
  .meta({ id: "Member" });

export const InvitationAnswer = z
  .strictObject({
    workspace: z.strictObject({ id: z.uuid(), name: z.string(), slug: z.string() }),
    email: z.string(),
    role: z.enum(roles),
    status: z.enum(["invited", "accepted", "declined", "revoked"]),
    invited_by: z.string().nullable(),
    expires_at: instantAnswer,
  })
  .meta({ id: "Invitation" });
