import { z } from "zod";
import { instantAnswer } from "./booking-answer";

/** What is answered about accounts, as schemas: for the API's document. */

export const UserAnswer = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    timezone: z.string(),
    email_verified: z.boolean(),
    is_super_admin: z.boolean(),
    default_workspace_id: z.uuid().nullable().describe("Where calls without a workspace act."),
    created_at: instantAnswer,
  })
  .meta({ id: "User" });

export const SignedInAnswer = z
  .strictObject({
    user: UserAnswer,
    access_token: z.string().describe("For `Authorization: Bearer …`."),
    token_type: z.literal("Bearer"),
    expires_in: z.int().describe("Seconds."),
  })
  .meta({ id: "SignedIn" });
