import { nextFree } from "~/domain/availability/next-free.server";
import type { EventType } from "~/domain/event-types/event-type";
import { listPublicEventTypes } from "~/domain/event-types/event-types.server";
import { findPublicWorkspace, namesOf, offerOf } from "./public-offer.server";
import { publicVisitor } from "./public-page.server";

/** What a workspace offers, and when each is next free. */
export async function loadWorkspacePage(request: Request, slug: string | undefined) {
  const workspace = await findPublicWorkspace(slug);
  if (!workspace) return { visitor: publicVisitor(request, "UTC"), workspace: null, offers: [] };
  const eventTypes = await listPublicEventTypes(workspace.id);
  const visitor = publicVisitor(request, eventTypes[0]?.members[0]?.timezone ?? "UTC");
  const offers = await Promise.all(eventTypes.map((eventType) => withNextFree(eventType, visitor.now)));
  return { visitor, workspace: namesOf(workspace), offers };
}

async function withNextFree(eventType: EventType, now: number) {
  const { durationMinutes } = eventType;
  return { ...offerOf(eventType), nextFree: await nextFree({ eventType, durationMinutes, now, from: now }) };
}
