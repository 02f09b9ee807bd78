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

const byName: Record<string, z.ZodType> = { provider: z.enum(["google", "microsoft", "outlook"]) };

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
  const isNumber = path.startsWith("/v2/") && name.endsWith("id");
  const schema = byName[name] ?? (isNumber ? z.int() : name.endsWith("id") ? z.uuid() : z.string());
  return words[name] ? schema.describe(words[name]) : schema;
}

function headers({ versions }: Registered, { creates }: Operation): Record<string, z.ZodType> {
  return {
    ...(creates && {
      "Idempotency-Key": z
        .string()
        .max(255)
        .optional()
        .describe("The same key and body are answered the same for 24 hours, and done once."),
    }),
    ...(versions && { "cal-api-version": z.enum(versions as [string, ...string[]]) }),
  };
}
