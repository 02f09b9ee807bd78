import { chooseHosts } from "~/domain/event-types/hosts.server";
import type { EventType } from "~/domain/event-types/event-type";
import { findPublicEventType } from "~/domain/event-types/event-types.server";
import { invalid, notFound } from "./problem.server";

/** The bookable event type of a public address; one that is switched off is not there. */
export async function requirePublicEventType(params: { ws?: string; event?: string }): Promise<EventType> {
  const eventType = params.ws && params.event ? await findPublicEventType(params.ws, params.event) : null;
  if (!eventType?.isActive) throw notFound();
  return eventType;
}

export async function requireHosts(eventType: EventType, wish: { team?: string; members?: string[] }) {
  const choice = await chooseHosts(eventType, wish);
  if (!choice.ok) throw invalid([{ path: choice.path, message: choice.message }]);
  return choice.hostIds;
}
