import type { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { env } from "~/env.server";
import type { Method, Operation } from "../operation.server";
import { errorsOf } from "./errors.server";
import { parameters } from "./parameters.server";
import { registered, type DocumentName, type Registered } from "./registry.server";
import { tagOf, tags } from "./tags";

const titles: Record<DocumentName, { title: string; description: string }> = {
  own: {
    title: "Meridian",
    description:
      "Scheduling for teams. Sign in with an access token of `POST /api/v1/auth/login` or an API key: `Authorization: Bearer …`. " +
      "Instants are RFC 3339 and answered in UTC. Send an `Idempotency-Key` with whatever creates, and it is created once.",
  },
  cal: {
    title: "Meridian, in the shapes of Cal.com",
    description:
      "What Meridian answers to a program that was written for Cal.com, by its `cal-api-version`. Change the base address, and it goes on.",
  },
};

type Document = ReturnType<typeof make>;
const made = new Map<DocumentName, { of: number; document: Document }>();

/** The OpenAPI 3.1 document: made of the very schemas that requests are checked with, once all routes are there. */
export function openApiDocument(name: DocumentName): Document {
  const entries = registered(name);
  const known = made.get(name);
  if (known?.of === entries.length) return known.document;
  const document = make(name, entries);
  made.set(name, { of: entries.length, document });
  return document;
}

function make(name: DocumentName, known: Registered[]) {
  const entries = known.sort((a, b) => (a.path < b.path ? -1 : 1));
  const paths: ZodOpenApiPathsObject = {};
  for (const entry of entries) paths[entry.path] = { ...paths[entry.path], ...pathItem(name, entry) };
  return createDocument(
    {
      openapi: "3.1.0",
      info: { ...titles[name], version: "1.0.0" },
      servers: [{ url: env.APP_URL }],
      tags: tags(name),
      paths,
      components: {
        securitySchemes: {
          token: { type: "http", scheme: "bearer", description: "An access token or an API key." },
          session: { type: "apiKey", in: "cookie", name: "meridian", description: "The session of a browser." },
        },
      },
    },
    { reused: "inline", override: withoutPattern },
  );
}

/** A format says what its pattern does, in a word. */
function withoutPattern({ jsonSchema }: { jsonSchema: { format?: string; pattern?: string } }) {
  if (jsonSchema.format) delete jsonSchema.pattern;
}

function pathItem(name: DocumentName, entry: Registered) {
  const each = Object.entries(entry.operations) as [Method, Operation][];
  return Object.fromEntries(
    each.map(([method, operation]) => [method.toLowerCase(), described(name, entry, method, operation)]),
  );
}

function described(name: DocumentName, entry: Registered, method: Method, operation: Operation) {
  const { auth, summary, description, body, example, hasEtag, answers } = operation;
  const secured = [{ token: [] }, { session: [] }];
  const successes = Object.entries(answers).map(([status, schema]) => [status, success(Number(status), schema)]);
  return {
    operationId: idOf(method, entry),
    tags: [tagOf(entry.path)],
    summary,
    ...(description && { description }),
    security: auth === "user" ? secured : [{}, ...secured],
    requestParams: parameters(entry, operation),
    ...(body && {
      requestBody: {
        required: !operation.mayBeEmpty,
        content: { "application/json": { schema: body, ...(example && { example }) } },
      },
    }),
    responses: {
      ...Object.fromEntries(successes),
      ...(hasEtag && notModified),
      ...errorsOf(entry.path, method, operation, name),
    },
  } as ZodOpenApiOperationObject;
}

const endings: Record<number, string> = { 201: "Created.", 202: "It will be done.", 204: "Done.", 303: "Go on there." };

function success(status: number, schema: z.ZodType | null | undefined) {
  const description = endings[status] ?? "Here it is.";
  const headers =
    status === 201 ? { Location: { schema: { type: "string" }, description: "Where it is." } } : undefined;
  return {
    description,
    ...(headers && { headers }),
    ...(schema && { content: { "application/json": { schema } } }),
  };
}

const notModified = { 304: { description: "What is at hand still holds." } };

/** `get_api_v1_workspaces_ws`: the same for as long as the address is. */
function idOf(method: Method, { path, versions }: Registered) {
  const words = [
    method.toLowerCase(),
    ...path.split(/[^A-Za-z0-9]+/).filter(Boolean),
    ...(versions?.slice(0, 1) ?? []),
  ];
  return words.join("_").replaceAll("-", "_");
}
