import "./contract/providers";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { openApiDocument } from "~/http/openapi/document.server";
import { callAddress, loadApi } from "../../support/api-routes";
import { changed, plansFor, type Plan } from "../../support/fuzz/plans";
import { operationsOf, validator, type Described } from "../../support/openapi";
import { makeWorld, type World } from "../rights/world";
import type { ContractRow } from "./contract/row";
import { rows } from "./contract/rows";

// The same each time, so that no change is refused for what another one did: FUZZ_SEED=random looks for more.
const wish = process.env.FUZZ_SEED ?? "1096321861";
const seed = wish === "random" ? Math.floor(Math.random() * 2 ** 31) : Number(wish);
const runs = Number(process.env.FUZZ_RUNS ?? 25);

await loadApi();
const documents = { own: openApiDocument("own"), cal: openApiDocument("cal") };
// Addresses with letters of all scripts are as good as any, and no format has a name that programs know.
const wrongIn = { own: validator(documents.own, ["email"]), cal: validator(documents.cal, ["email"]) };
type Name = keyof typeof documents;

/** Every operation with the calls of it that work. */
const operations = (["own", "cal"] as const).flatMap((name) =>
  operationsOf(documents[name]).map((described) => {
    const { method, path } = described;
    const working = rows.filter(
      (row) => (row.document ?? "own") === name && row.method === method && row.path === path,
    );
    return [`${method} ${path} (${name})`, { name, described, working }] as const;
  }),
);

let shared: World;

beforeAll(async () => {
  shared = await makeWorld();
});

describe(`whatever is sent, with FUZZ_SEED=${seed}`, () => {
  it.each(operations.filter(([, { working }]) => working.length > 0))(
    "is answered as the document says: %s",
    { timeout: 60_000 },
    async (_, { name, described, working }) => {
      const caller = await makeCaller(described, working);
      await fc.assert(
        fc.asyncProperty(plansFor(described, documents[name]), async (plan) => {
          const { sent, answer } = await caller(plan);
          if (answer) expect(complaints(name, described, sent, answer)).toEqual([]);
        }),
        { seed, numRuns: runs, interruptAfterTimeLimit: 40_000 },
      );
    },
  );
});

type Answer = NonNullable<Awaited<ReturnType<typeof callAddress>>>;
type Base = { names: Record<string, string>; query: Record<string, string>; body: unknown };
type Sent = { query: Record<string, string>; body: unknown };

/** Calls one operation by plans, each of which begins with a call that works. */
async function makeCaller({ method, path }: Described, working: ContractRow[]) {
  // What is changed is nobody else's.
  const world = method === "GET" ? shared : await makeWorld();
  const tokens = new Map<string, string | undefined>();
  let base: Base | null = null;
  let turn = 0;
  return async (plan: Plan) => {
    base ??= await baseOf(working[turn++ % working.length]!, world);
    const { names, query, body } = base;
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => segment(plan.names[name] ?? names[name] ?? ""));
    const search = new URLSearchParams([...Object.entries(query), ...plan.query.map((pair) => pair.map(wellFormed))]);
    const given = plan.raw ?? changed(plan.body ?? body, plan.changes);
    const as = plan.as === "owner" ? (working[0]!.as ?? "owner") : plan.as;
    if (!tokens.has(as)) tokens.set(as, (await world.credentials(as))?.token);
    const token = plan.headers.Authorization ? undefined : tokens.get(as);
    const answer = await callAddress(method, `${address}?${search}`, {
      ...(token && { token }),
      ...(method !== "GET" && given !== undefined && { body: given }),
      // The version says whose shapes are asked for, which nonsense must not change.
      headers: { ...plan.headers, ...working[0]!.headers },
    });
    const hasChanged = method !== "GET" && answer && answer.status < 300;
    if (hasChanged) base = null;
    if (hasChanged) tokens.clear();
    return { sent: { query: Object.fromEntries(search), body: given }, answer };
  };
}

async function baseOf(row: ContractRow, world: World): Promise<Base> {
  const named = Object.entries(row.names).map(async ([name, value]) => [name, await value(world)] as const);
  return {
    names: Object.fromEntries(await Promise.all(named)),
    query: (await row.query?.(world)) ?? {},
    body: await row.body?.(world),
  };
}

/** A part of an address. Dots alone would lead to another one. */
function segment(text: string) {
  return /^\.{0,2}$/.test(text) ? "%20" : encodeURIComponent(wellFormed(text));
}

/** As an address can have it: without halves of characters. */
function wellFormed(text: string) {
  return Buffer.from(text).toString();
}

/** What is wrong with an answer. */
function complaints(name: Name, described: Described, sent: Sent, answer: Answer): string[] {
  const { status, headers, body, text } = answer;
  const { method, path, operation } = described;
  if (status >= 500) return [`${status}: ${text.slice(0, 500)}`];
  const broken = status < 300 ? brokenIn(name, described, sent) : [];
  if (broken.length > 0) return [`${status}, though ${broken.join("; ")}`];
  const said = operation.responses[status];
  if (!said) return [`${status} is not described: ${text.slice(0, 500)}`];
  if (!said.content) return [];
  const type = headers.get("Content-Type")?.split(";")[0] ?? "";
  if (!said.content[type]) return [`${status} is ${type}, which is not described`];
  const { status: claimed } = body as { status?: unknown };
  if (typeof claimed === "number" && claimed !== status) return [`${status} says that it is ${text.slice(0, 500)}`];
  return wrongIn[name](
    ["paths", path, method.toLowerCase(), "responses", String(status), "content", type, "schema"],
    body,
  );
}

/** Where a call does not keep to what the document says of its query and its body. */
function brokenIn(name: Name, { method, path, operation }: Described, { query, body }: Sent): string[] {
  const here = ["paths", path, method.toLowerCase()];
  const parameters = (operation.parameters ?? []) as { name: string; in: string }[];
  const inQuery = parameters.flatMap((parameter, index) => {
    if (parameter.in !== "query" || !Object.hasOwn(query, parameter.name)) return [];
    const text = query[parameter.name]!;
    const pointer = [...here, "parameters", String(index), "schema"];
    const wrong = wrongIn[name](pointer, text);
    const isNumber = wrong.length > 0 && wrongIn[name](pointer, typed(text)).length === 0;
    return isNumber ? [] : wrong.map((each) => `${parameter.name}${each}`);
  });
  if (!operation.requestBody) return inQuery;
  // An empty text is no body, which some operations do without.
  if (!operation.requestBody.required && (body === undefined || body === "")) return inQuery;
  const value = typeof body === "string" ? parsed(body) : body;
  return [...inQuery, ...wrongIn[name]([...here, "requestBody", "content", "application/json", "schema"], value)];
}

/** A number where it is written as one. */
function typed(text: string): unknown {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}
