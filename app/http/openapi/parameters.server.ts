import { z } from "zod";
import type { Operation } from "../operation.server";
import type { Registered } from "./registry.server";

const words: Record<string, string> = {
  ws: "The workspace, by its id or its slug.",
  event: "The event type, by its slug.",
  team: "The team, by its slug.",
  token: "The secret in a link.",
  uid: "The booking's key, as its invitee has it.",
  provider: "The calendar's provider.",
};

/** What stands in the address and in the headers of an operation. */
export function parameters(entry: Registered, operation: Operation) {
  const names = [...entry.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const path = z.object(Object.fromEntries(names.map((name) => [name, parameter(entry, name)])));
  const header = headers(entry, operation);
  return {
    ...(names.length > 0 && { path }),
    ...(operation.query && { query: operation.query }),
    ...(Object.keys(header).length > 0 && { header: z.object(header) }),
  };
}

function parameter({ path }: Registered, name: string) {
  const isId = /(^|_)id$/.test(name);
  const id = path.startsWith("/v2/") ? z.int() : z.uuid();
  const schema = name === "provider" ? provider(path) : isId ? id : z.string();
  return words[name] ? schema.describe(words[name]) : schema;
}

/** One of two, of which the other has two names. */
function provider(path: string) {
  return z.enum(["google", path.startsWith("/api/v1/calendar/") ? "outlook" : "microsoft"]);
}

function headers({ versions }: Registered, { creates, hasEtag }: Operation): Record<string, z.ZodType> {
  return {
    ...(creates && {
      "Idempotency-Key": z
        .string()
        .regex(/^[\x21-\x7e]{1,255}$/)
        .optional()
        .describe("The same key and body are answered the same for 24 hours, and done once."),
    }),
    ...(hasEtag && {
      "If-None-Match": z
        .string()
        .optional()
        .describe("The `ETag` of an answer at hand: a 304 says that it still holds."),
    }),
    ...(versions && { "cal-api-version": z.enum(versions as [string, ...string[]]) }),
  };
}
