import { z } from "zod";
import { instantAnswer } from "./booking-answer";

/** What is answered about teams, as schemas: for the API's document. */

export const TeamAnswer = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    slug: z.string(),
    member_ids: z.array(z.uuid()),
    members: z.array(
      z.strictObject({ user_id: z.uuid(), name: z.string(), weight: z.int(), priority: z.int() }).meta({
        id: "TeamMember",
        description: "Round robin goes by weight, collective by priority, the higher first.",
      }),
    ),
    created_at: instantAnswer,
    updated_at: instantAnswer,
  })
  .meta({ id: "Team" });

export const TeamNameAnswer = z.strictObject({ name: z.string(), slug: z.string() }).meta({ id: "TeamName" });

export const PublicTeamAnswer = TeamNameAnswer.extend({
  members: z.array(z.strictObject({ user_id: z.uuid(), name: z.string() })),
}).meta({ id: "PublicTeam" });
