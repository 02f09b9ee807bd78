import type { ZodError } from "zod";
import { instantOf, isMidnight } from "../mailbox/date-times";
import { type EventFields, eventFields } from "../mailbox/event-fields";
import { complain, type World } from "../world";
import { GraphError } from "./errors";

/** The fields that a call writes, or a refusal in Graph's words. */
export function readEventBody(world: World, what: string, body: unknown): EventFields {
  if (typeof body !== "object" || body === null) {
    throw new GraphError(400, "UnableToDeserializePostBody", "were unable to deserialize ");
  }
  const read = eventFields.safeParse(body);
  if (read.success) return read.data;
  const unknown = unknownNames(read.error);
  if (unknown.length > 0 && !complain(world, `${what}: unknown field ${unknown.join(", ")}`)) {
    const known = Object.entries(body).filter(([name]) => !unknown.includes(name));
    return readEventBody(world, what, Object.fromEntries(known));
  }
  if (unknown.length > 0) throw notAProperty(unknown[0]!);
  const { path, message } = read.error.issues[0]!;
  world.complaints.push(`${what}: ${path.join(".")}: ${message}`);
  if (message === "TimeZoneNotSupportedException") {
    throw new GraphError(400, message, "A valid TimeZone value must be specified.");
  }
  throw new GraphError(400, "RequestBodyRead", `Cannot convert the value of '${path.join(".")}': ${message}`);
}

function notAProperty(name: string) {
  const rule = "Make sure to only use property names that are defined by the type.";
  const text = `The property '${name}' does not exist on type 'microsoft.graph.event'. ${rule}`;
  return new GraphError(400, "RequestBodyRead", text);
}

/** At the top alone: below it, an unknown name is a wrong value. */
function unknownNames({ issues }: ZodError) {
  return issues.flatMap((issue) => (issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys : []));
}

type Times = Pick<EventFields, "start" | "end" | "isAllDay">;

export function checkTimes({ start, end, isAllDay }: Times) {
  if (!start || !end) throw new GraphError(400, "ErrorInvalidRequest", "An event has a start and an end.");
  if (instantOf(end) < instantOf(start)) {
    throw new GraphError(400, "ErrorPropertyValidationFailure", "At least one property failed validation.");
  }
  if (!isAllDay) return;
  for (const [name, value] of Object.entries({ Start: start, End: end })) {
    if (!isMidnight(value)) {
      const text = `The Event.${name} property for an all-day event needs to be set to midnight.`;
      throw new GraphError(400, "ErrorInvalidRequest", text);
    }
  }
  if (start.timeZone !== end.timeZone || instantOf(end) === instantOf(start)) {
    const text = "Duration of an event marked as All day must be at least 24 hours, in one zone.";
    throw new GraphError(400, "ErrorInvalidRequest", text);
  }
}
