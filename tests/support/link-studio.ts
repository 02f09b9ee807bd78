import type { Role } from "~/domain/workspaces/roles";
import { listSchedules } from "~/domain/availability/schedules.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import type { LinkChange } from "~/domain/links/link-rules";
import type { ListedLink } from "~/domain/links/links.server";
import { changeLink, createLink, type NewLink, type Saved } from "~/domain/links/save-link.server";
import { office, now } from "./orders";

/** A workspace in Oslo whose owner makes links and changes them. */
export async function linkStudio(columns: Parameters<typeof office>[0] = {}) {
  const { workspace, owner, eventType } = await office(columns);
  const member = { userId: owner.id, role: "owner" as Role };
  const given = { workspaceId: workspace.id, member, now };
  return {
    workspace,
    owner,
    member,
    eventType,
    make: async (input: Partial<NewLink> = {}) =>
      done(await createLink({ ...given, input: { title: "Newsletter", rules: {}, ...input } })),
    change: async (link: { id: string }, change: Partial<LinkChange>, by = member) =>
      changeLink({ ...given, member: by, id: link.id, change: { rules: {}, ...change } }),
    eventTypeOf: async ({ eventTypeId }: { eventTypeId: string }) => (await findEventType(workspace.id, eventTypeId))!,
    schedules: async () => (await listSchedules(workspace.id, owner.id)).map(({ name }) => name),
  };
}

/** Fails the test where it was refused. */
export function done(saved: Saved): ListedLink {
  if (!saved.ok) throw new Error(saved.reason === "invalid" ? JSON.stringify(saved.errors) : saved.reason);
  return saved.link;
}
