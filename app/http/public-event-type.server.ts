import { chooseHosts } from "~/domain/event-types/hosts.server";
import type { EventType } from "~/domain/event-types/event-type";
import { findPublicEventType } from "~/domain/event-types/event-types.server";
import { knownEventType } from "~/domain/event-types/known-event-types.server";
import { invalid, notFound } from "./problem.server";

/** The bookable event type of a public address; one that is switched off is not there. */
export async function requirePublicEventType(params: Params, find = findPublicEventType): Promise<EventType> {
  const eventType = params.ws && params.event ? await find(params.ws, params.event) : null;
  if (!eventType?.isActive) throw notFound();
  return eventType;
}

/** As this process has read it last: what rests on it has to be checked by the database. */
export function knownPublicEventType({ ws, event }: Params) {
  return ws && event ? knownEventType(ws, event) : null;
}

type Params = { ws?: string; event?: string };

export async function requireHosts(eventType: EventType, wish: { team?: string; members?: string[] }) {
  const choice = await chooseHosts(eventType, wish);
  if (!choice.ok) throw invalid([{ path: choice.path, message: choice.message }]);
  return choice.hostIds;
}
