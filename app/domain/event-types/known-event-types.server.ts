import { sql } from "drizzle-orm";
import type { Person } from "../availability/host-facts.server";
import type { EventType } from "./event-type";
import { Remembered } from "../remembered.server";
import { byPublicAddress } from "./event-types.server";

/** An event type of one host as it was read, and what tells whether it is still so. */
export type KnownEventType = { eventType: EventType; host: Person; versions: KnownVersions };

/** xmin names the transaction that wrote a row, so that it changes with every change, by whatever clock. */
export type KnownVersions = {
  eventType: string;
  host: string;
  /** The address that led to the workspace, unless that was its id. */
  workspaceSlug: string | null;
};

type Host = Person & { version: string };

// Names are written out: inside a subquery a bare column would mean the inner table's.
const find = byPublicAddress({
  version: sql<string>`booking_event_types.xmin::text`,
  host: sql<Host | null>`(
    select json_build_object(
      'userId', users.id, 'name', users.name, 'email', users.email, 'timezone', users.timezone, 'version', users.xmin::text
    )
    from booking_event_type_members host join users on users.id = host.user_id
    where host.workspace_id = booking_event_types.workspace_id and host.event_type_id = booking_event_types.id
    limit 1
  )`,
});

// In characters as JSON: a usual one takes a thousand of them, one with notes for each day left out a hundred thousand.
const known = new Remembered<KnownEventType>(
  { values: 10_000, size: 16_000_000 },
  (each) => JSON.stringify(each).length,
);

/** As this process has read it last. Whoever rests on it has the database say whether it is still so. */
export function knownEventType(workspace: string, slug: string): KnownEventType | null {
  return known.get(keyOf(workspace, slug)) ?? null;
}

/** By its public address, as `findPublicEventType` does, and remembers it if one host holds it. */
export async function learnEventType(workspace: string, slug: string): Promise<EventType | null> {
  const found = await find(workspace, slug);
  const key = keyOf(workspace, slug);
  known.forget(key);
  if (!found) return null;
  const { version, host, ...eventType } = found;
  if (!eventType.isTeamEvent && host) {
    const { version: hostVersion, ...person } = host;
    const name = workspace.toLowerCase();
    const workspaceSlug = name === eventType.workspaceId ? null : name;
    const versions = { eventType: version, host: hostVersion, workspaceSlug };
    known.learn(key, { eventType, host: person, versions });
  }
  return eventType;
}

function keyOf(workspace: string, slug: string) {
  return `${workspace.toLowerCase()}/${slug}`;
}
