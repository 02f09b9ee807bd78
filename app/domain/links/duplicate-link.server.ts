import { db, type Transaction } from "~db/client";
import { bookingLinks } from "~db/schema";
import { insertSchedule, lockHost } from "../availability/save-schedule.server";
import type { EventType } from "../event-types/event-type";
import type { Member } from "../event-types/event-type-rights";
import { findEventType } from "../event-types/event-types.server";
import { insertEventType } from "../event-types/save-event-type.server";
import { isUuid } from "../fields";
import { ownSlug } from "./link-event-type.server";
import { ownHours } from "./link-hours.server";
import { linkToken, lockLink, note, Refused } from "./link-rows.server";
import { hoursName } from "./link-rules";
import { saved, type Saved } from "./save-link.server";

type Duplicate = { workspaceId: string; member: Member; id: string | undefined };

/** A copy with another address and the same rules. It belongs to whoever made it, and is off until they switch it on. */
export async function duplicateLink({ workspaceId, member, id }: Duplicate): Promise<Saved> {
  if (!isUuid(id)) return { ok: false, reason: "not_found" };
  return saved({ workspaceId, member }, () => db.transaction((tx) => copy(tx, { workspaceId, member, id })));
}

async function copy(tx: Transaction, { workspaceId, member, id }: Duplicate & { id: string }) {
  await lockHost(tx, { workspaceId, userId: member.userId });
  const link = await lockLink(tx, workspaceId, id, member);
  const eventType = (await findEventType(workspaceId, link.eventTypeId, tx))!;
  const title = copyTitle(link.title);
  const eventTypeId = eventType.isLinkOnly ? await copyEventType(tx, { eventType, member, link, title }) : eventType.id;
  const values = { workspaceId, ownerId: member.userId, eventTypeId, title, token: linkToken(), isActive: false };
  const [made] = await tx.insert(bookingLinks).values(values).returning({ id: bookingLinks.id });
  const details = { title, event_type_id: eventTypeId, from: id };
  await note(tx, "link.duplicated", { workspaceId, member, id: made!.id, details });
  return made!.id;
}

type Source = { eventType: EventType; member: Member; link: { title: string }; title: string };

/** With its hours, where they are the link's own: changing the one link's must not change the other's. */
async function copyEventType(tx: Transaction, { eventType, member, link, title }: Source) {
  const { workspaceId } = eventType;
  const own = await ownHours(tx, eventType, link.title);
  const hours = own && {
    name: hoursName(title),
    timezone: own.timezone,
    availability: own.weekly,
    overrides: own.overrides,
    is_default: false,
  };
  const schedule = hours && (await insertSchedule(tx, { workspaceId, userId: own.userId, input: hours }));
  const input = {
    name: eventType.name === link.title ? title : eventType.name,
    // Where no schedule more can be had, both go by the one.
    schedule_id: schedule?.ok ? schedule.id : eventType.scheduleId,
    slug: ownSlug(),
    is_active: true,
  };
  const forLink = { ownerId: member.userId };
  const made = await insertEventType(tx, { workspaceId, member, input, from: eventType, forLink, attempt: 1 });
  if (made.ok) return made.eventType.id;
  throw new Refused(made);
}

function copyTitle(title: string) {
  const short = title.slice(0, 93).replace(/[\ud800-\udbff]$/, "");
  return `${short.trimEnd()} (copy)`;
}
