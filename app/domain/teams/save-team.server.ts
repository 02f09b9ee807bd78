import { and, eq, like } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { teams } from "~db/schema";
import { slugFrom } from "../event-types/slug";
import { nextSlug } from "../event-types/unused-slug.server";
import { addMembers, memberProblems, removeOthers } from "./members.server";
import { translated, type Invalid, type NotFound, type SlugTaken } from "./refusals.server";
import { note, rowIs } from "./rows.server";
import { reservedTeamSlugs, type Team, type TeamInput, type TeamPatch } from "./team";
import { findTeam, lockTeam } from "./teams.server";

type Created = { ok: true; team: Team } | Invalid | SlugTaken;
type Changed = Created | NotFound;

type Create = { workspaceId: string; userId: string; input: TeamInput };

/** Makes a team. A slug that was chosen must be free; one made from the name moves on to a free one. */
export async function createTeam(given: Create): Promise<Created> {
  const attempts = given.input.slug === undefined ? 5 : 1;
  for (let attempt = 1; ; attempt++) {
    const created = await translated(() => db.transaction((tx) => insert(tx, given, attempt)));
    if (created.ok || created.reason !== "slug_taken" || attempt === attempts) return created;
  }
}

type Change = { workspaceId: string; userId: string; idOrSlug: string | undefined; patch: TeamPatch };

/** Lays a change over a team. Whoever stays in it keeps the date since when they are. */
export async function changeTeam(given: Change): Promise<Changed> {
  return translated(() => db.transaction((tx) => update(tx, given)));
}

async function insert(tx: Transaction, { workspaceId, userId, input }: Create, attempt: number) {
  const errors = await memberProblems(tx, workspaceId, input.member_ids);
  if (errors.length > 0) return { ok: false, reason: "invalid", errors } as const;
  const slug = input.slug ?? (await unusedSlug(tx, workspaceId, slugFrom(input.name, "team"), attempt));
  const [made] = await tx.insert(teams).values({ workspaceId, name: input.name, slug }).returning({ id: teams.id });
  const id = made!.id;
  await addMembers(tx, { workspaceId, teamId: id, ids: input.member_ids, shares: input.shares });
  await note(tx, "team.created", { workspaceId, userId, id, details: { name: input.name, slug } });
  return { ok: true, team: (await findTeam(workspaceId, id, tx))! } as const;
}

async function update(tx: Transaction, { workspaceId, userId, idOrSlug, patch }: Change) {
  const current = await lockTeam(tx, workspaceId, idOrSlug);
  if (!current) return { ok: false, reason: "not_found" } as const;
  const { id } = current;
  const { name, slug, member_ids: ids, shares } = patch;
  const errors = await memberProblems(tx, workspaceId, ids ?? []);
  if (errors.length > 0) return { ok: false, reason: "invalid", errors } as const;
  await tx.update(teams).set({ name, slug, updatedAt: new Date() }).where(rowIs(workspaceId, id));
  if (ids) {
    await removeOthers(tx, { workspaceId, teamId: id, ids });
    await addMembers(tx, { workspaceId, teamId: id, ids, shares });
  }
  await note(tx, "team.changed", { workspaceId, userId, id, details: { fields: Object.keys(patch) } });
  return { ok: true, team: (await findTeam(workspaceId, id, tx))! } as const;
}

function unusedSlug(tx: Transaction, workspaceId: string, wish: string, attempt: number) {
  return nextSlug(wish, attempt, reservedTeamSlugs, (pattern) =>
    tx
      .select({ slug: teams.slug })
      .from(teams)
      .where(and(eq(teams.workspaceId, workspaceId), like(teams.slug, pattern))),
  );
}
