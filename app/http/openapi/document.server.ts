import { z } from "zod";
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

/** The OpenAPI 3.1 document: made of the very schemas that requests are checked with. */
export function openApiDocument(name: DocumentName) {
  const entries = registered(name).sort((a, b) => (a.path < b.path ? -1 : 1));
  const paths: ZodOpenApiPathsObject = {};
  for (const entry of entries) paths[entry.path] = { ...paths[entry.path], ...pathItem(name, entry) };
  return createDocument(
    {
      openapi: "3.1.0",
      info: { ...titles[name], version: "1.0.0", license: { name: "See the repository", url: env.APP_URL } },
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
    { reused: "inline" } as never,
  );
}

function pathItem(name: DocumentName, entry: Registered) {
  const each = Object.entries(entry.operations) as [Method, Operation][];
  return Object.fromEntries(
    each.map(([method, operation]) => [method.toLowerCase(), described(name, entry, method, operation)]),
  );
}

function described(name: DocumentName, entry: Registered, method: Method, operation: Operation) {
  const { auth, summary, description, body, example, answers = {} } = operation;
  const secured = [{ token: [] }, { session: [] }];
  const successes = Object.entries(answers).map(([status, schema]) => [status, success(Number(status), schema)]);
  return {
    operationId: idOf(method, entry),
    tags: [tagOf(entry.path)],
    ...(summary && { summary }),
    ...(description && { description }),
    security: auth === "user" ? secured : [{}, ...secured],
    requestParams: parameters(entry, operation),
    ...(body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: body, ...(example && { example }) } },
      },
    }),
    responses: { ...Object.fromEntries(successes), ...errorsOf(entry.path, method, operation, name) },
  } as ZodOpenApiOperationObject;
}

function success(status: number, schema: z.ZodType | null | undefined) {
  const description = status === 201 ? "Created." : status === 204 ? "Done." : "Here it is.";
  const headers =
    status === 201 ? { Location: { schema: { type: "string" }, description: "Where it is." } } : undefined;
  return {
    description,
    ...(headers && { headers }),
    ...(schema && { content: { "application/json": { schema } } }),
  };
}

/** `get_api_v1_workspaces_ws`: the same for as long as the address is. */
function idOf(method: Method, { path, versions }: Registered) {
  const words = [
    method.toLowerCase(),
    ...path.split(/[^A-Za-z0-9]+/).filter(Boolean),
    ...(versions?.slice(0, 1) ?? []),
  ];
  return words.join("_").replaceAll("-", "_");
}
