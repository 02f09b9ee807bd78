import { STATUS_CODES } from "node:http";
import { z } from "zod";
import type { Method, Operation } from "../operation.server";
import { SlotAnswer } from "../booking-answer";
import type { DocumentName } from "./registry.server";

const Field = z.object({ path: z.string(), message: z.string() });

/** RFC 9457, as `problem` writes it. */
const Problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().optional(),
    errors: z.array(Field).optional().describe("The fields that are wrong."),
    alternatives: z.array(SlotAnswer).optional().describe("Where a slot is gone: others that are free."),
  })
  .meta({ id: "Problem" });

/** The envelope of `/v2`. */
const Refused = z
  .looseObject({
    status: z.literal("error"),
    error: z.looseObject({ code: z.string(), message: z.string(), details: z.unknown().optional() }),
  })
  .meta({ id: "Error" });

/** What an operation may be refused with: what follows from how it is called, and what it says of itself. */
export function errorsOf(path: string, method: Method, operation: Operation, document: DocumentName) {
  const { auth, body, creates, refusals = [] } = operation;
  const statuses = new Set<number>([400, 401, ...refusals, 429]);
  if (auth === "user" || method !== "GET") statuses.add(403);
  if (path.includes("{")) statuses.add(404);
  if (path.includes("/workspaces/") || path.includes("/v2/")) statuses.add(403).add(404);
  if (auth === "user") statuses.add(409);
  if (operation.query instanceof z.ZodObject && "workspace" in operation.query.shape) statuses.add(404);
  if (body) statuses.add(413).add(415);
  if (creates) statuses.add(409).add(422);
  const isEnvelope = document === "cal" || path.startsWith("/v2/");
  const type = isEnvelope ? "application/json" : "application/problem+json";
  const content = { [type]: { schema: isEnvelope ? Refused : Problem } };
  const each = [...statuses].sort().map((status) => [status, { description: words(status), content }] as const);
  return Object.fromEntries(each);
}

function words(status: number) {
  return sentences[status] ?? STATUS_CODES[status] ?? "Refused";
}

const sentences: Record<number, string> = {
  400: "A field is wrong, or a rule is broken; nothing was changed.",
  401: "No credentials, or wrong ones.",
  403: "Not allowed.",
  404: "Not there, or not yours to see.",
  409: "In conflict with how things are now.",
  410: "Used up, or out of date.",
  413: "The body is larger than 1 MiB.",
  415: "The body is not JSON.",
  422: "The Idempotency-Key came with another call before.",
  429: "Too many calls; `Retry-After` says when to come back.",
};
