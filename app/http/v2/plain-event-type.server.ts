import { z } from "zod";
import { EventTypeInput, EventTypePatch } from "~/domain/event-types/event-type-input";
import type { EventType } from "~/domain/event-types/event-type";
import { numbersOf, scheduleNumbered } from "~/domain/numbers.server";
import { isoInstant } from "~/domain/time";
import { publicUrl } from "../event-type-json.server";
import { invalid } from "../problem.server";
import { fieldErrors } from "../form.server";
import { renamed, type Names } from "./bookings.server";
import { numberField } from "./fields";

const { name, slug, description, duration_minutes, buffer_before, buffer_after, ...rest } = EventTypePatch.shape;
const { type: locationType, value: locationValue } = EventTypeInput.shape.location.unwrap().shape;

const hours = z
  .number({ error: "The notice is a number of hours." })
  .min(0, "The notice is 0 hours or more.")
  .max(8760, "The notice is 8760 hours, a year, at most.");

/** An event type as MyPortal's clients change it. */
export const PlainEventTypePatch = z.strictObject({
  title: name,
  slug,
  description,
  duration_minutes,
  buffer_before_minutes: buffer_before,
  buffer_after_minutes: buffer_after,
  minimum_notice_hours: hours.optional(),
  location_type: locationType.optional(),
  location_value: locationValue.unwrap().optional(),
  requires_confirmation: rest.requires_confirmation,
  schedule_id: numberField.nullable().optional().describe("Null: the hosts' default schedules."),
  is_active: rest.is_active,
  is_listed: rest.is_listed,
});

export const PlainEventTypeInput = PlainEventTypePatch.extend({
  title: EventTypeInput.shape.name,
  duration_minutes: EventTypeInput.shape.duration_minutes,
});

type Patch = z.output<typeof PlainEventTypePatch>;

/** What our fields are called in what is refused. */
export const plainEventTypeNames = {
  name: "title",
  buffer_before: "buffer_before_minutes",
  buffer_after: "buffer_after_minutes",
  minimum_notice_minutes: "minimum_notice_hours",
  "location.type": "location_type",
  "location.value": "location_value",
};

/** The same change in our own names. `current`: what it is laid over. */
export async function ownFields(patch: Patch, current?: EventType) {
  const { location_type: type, location_value: value, minimum_notice_hours: notice } = patch;
  const isPlaced = type !== undefined || value !== undefined;
  const isMoved = type !== undefined && type !== current?.locationType;
  return {
    name: patch.title,
    slug: patch.slug,
    description: patch.description,
    duration_minutes: patch.duration_minutes,
    buffer_before: patch.buffer_before_minutes,
    buffer_after: patch.buffer_after_minutes,
    minimum_notice_minutes: notice === undefined ? undefined : Math.round(notice * 60),
    ...(isPlaced && {
      location: {
        type: type ?? current?.locationType ?? "google_meet",
        value: value ?? (isMoved ? "" : (current?.locationValue ?? "")),
      },
    }),
    requires_confirmation: patch.requires_confirmation,
    schedule_id: await scheduleIdOf(patch.schedule_id, "schedule_id"),
    is_active: patch.is_active,
    is_listed: patch.is_listed,
  };
}

/** Ours, by its number; null and nothing stay what they are. */
export async function scheduleIdOf(number: number | null | undefined, path: string) {
  if (number === null || number === undefined) return number;
  const place = await scheduleNumbered(number);
  if (!place) throw invalid([{ path, message: "There is no such schedule." }]);
  return place.id;
}

/** A change in our own names as our own schema reads it; throws what is wrong with it, in the caller's names. */
export function readOwn<Schema extends z.ZodType>(schema: Schema, fields: object, names: Names): z.output<Schema> {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const read = schema.safeParse(Object.fromEntries(given));
  if (read.success) return read.data;
  throw invalid(fieldErrors(read.error).map(({ path, message }) => ({ path: renamed(path, names), message })));
}

export const PlainEventType = z
  .strictObject({
    id: z.int(),
    title: z.string(),
    slug: z.string(),
    description: z.string(),
    duration_minutes: z.int(),
    buffer_before_minutes: z.int(),
    buffer_after_minutes: z.int(),
    minimum_notice_hours: z.number(),
    location_type: z.string(),
    location_value: z.string().describe("Empty for those who are not members, unless it is a place to go to."),
    requires_confirmation: z.boolean(),
    schedule_id: z.int().nullable(),
    is_active: z.boolean(),
    is_listed: z.boolean(),
    url: z.url().nullable().describe("Its public page; null for what is reached by a link alone."),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .meta({ id: "V2EventType" });

type Home = { id: string; slug: string };

/** Of one workspace. `isMember`: whether who asks may know what only members do. */
export async function plainEventTypes(workspace: Home, eventTypes: EventType[], isMember = true) {
  const schedules = eventTypes.flatMap(({ scheduleId }) => scheduleId ?? []);
  const numbers = isMember ? await numbersOf({ workspaceId: workspace.id, schedules }) : new Map<string, number>();
  return eventTypes.map((eventType): z.input<typeof PlainEventType> => ({
    id: eventType.number,
    title: eventType.name,
    slug: eventType.slug,
    description: eventType.description,
    duration_minutes: eventType.durationMinutes,
    buffer_before_minutes: eventType.bufferBefore,
    buffer_after_minutes: eventType.bufferAfter,
    minimum_notice_hours: eventType.minimumNoticeMinutes / 60,
    location_type: eventType.locationType,
    location_value: isMember || eventType.locationType === "in_person" ? eventType.locationValue : "",
    requires_confirmation: eventType.requiresConfirmation,
    schedule_id: numbers.get(eventType.scheduleId ?? "") ?? null,
    is_active: eventType.isActive,
    is_listed: eventType.isListed,
    url: eventType.isLinkOnly ? null : publicUrl(eventType, workspace),
    created_at: isoInstant(eventType.createdAt.getTime()),
    updated_at: isoInstant(eventType.updatedAt.getTime()),
  }));
}

export async function plainEventType(workspace: Home, eventType: EventType) {
  return (await plainEventTypes(workspace, [eventType]))[0]!;
}
