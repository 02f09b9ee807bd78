import type { z } from "zod";
import type { Team } from "~/domain/teams/team";
import { isoInstant } from "~/domain/time";
import { env } from "~/env.server";
import { paths } from "~/paths";
import type { TeamAnswer } from "./team-answer";

/** A team as the API answers it. */
export function teamJson({ id, name, slug, members, createdAt, updatedAt }: Team): z.input<typeof TeamAnswer> {
  return {
    id,
    name,
    slug,
    member_ids: members.map(({ userId }) => userId),
    members: members.map(({ userId, name, weight, priority }) => ({ user_id: userId, name, weight, priority })),
    created_at: isoInstant(createdAt.getTime()),
    updated_at: isoInstant(updatedAt.getTime()),
  };
}

/** Each of a team's event types with the whole address of the page on which it is booked with the team. */
export function withUrls(team: Team, workspace: { slug: string }) {
  const url = (slug: string) => env.APP_URL.replace(/\/$/, "") + paths.bookTeam(workspace.slug, slug, team.slug);
  return { ...team, eventTypes: team.eventTypes.map((each) => ({ ...each, url: url(each.slug) })) };
}
