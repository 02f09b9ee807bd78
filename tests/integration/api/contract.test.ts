import "./contract/providers";
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { openApiDocument } from "~/http/openapi/document.server";
import { registered } from "~/http/openapi/registry.server";
import { callAddress, fileAt, loadApi } from "../../support/api-routes";
import { operationsOf, validator } from "../../support/openapi";
import { makeWorld, type World } from "../rights/world";
import { promised, withoutNames } from "./contract/promised";
import type { ContractRow } from "./contract/row";
import { rows } from "./contract/rows";

const documents = ["own", "cal"] as const;
type Name = (typeof documents)[number];

let files: Awaited<ReturnType<typeof loadApi>>;
let world: World;
let made: Record<Name, ReturnType<typeof openApiDocument>>;
let wrong: Record<Name, ReturnType<typeof validator>>;

beforeAll(async () => {
  files = await loadApi();
  world = await makeWorld();
  made = { own: openApiDocument("own"), cal: openApiDocument("cal") };
  wrong = { own: validator(made.own), cal: validator(made.cal) };
});

describe("the OpenAPI documents", () => {
  it("have every route, but those for the notices of other systems", () => {
    const silent = [...files].filter(([, { describes }]) => describes.length === 0).map(([file]) => file);
    expect(silent.filter((file) => !file.includes("api.v1.calendar-notices."))).toEqual([]);
  });

  it("have no address that another route answers, or none", () => {
    for (const [file, { describes }] of files) {
      for (const key of describes) {
        const path = key.split(" ")[1]!;
        expect([path, fileAt(path.replace("{provider}", "google").replace(/\{\w+\}/g, "x"))]).toEqual([path, file]);
      }
    }
  });

  it("have all that programs were promised", () => {
    const there = new Set(operationsOf(made.own).map(({ method, path }) => `${method} ${withoutNames(path)}`));
    expect(promised.filter((each) => !there.has(each))).toEqual([]);
  });

  it.each(documents)("say of every operation what it is for and what it answers: %s", (name) => {
    const silent = registered(name).flatMap(({ path, operations }) =>
      Object.entries(operations)
        .filter(([, { summary, answers }]) => !/[^.]$/.test(summary) || Object.keys(answers).length === 0)
        .map(([method]) => `${method} ${path}`),
    );
    expect(silent).toEqual([]);
  });

  it.each(documents)("name each operation once: %s", (name) => {
    const ids = operationsOf(made[name]).map(({ operation }) => operation.operationId);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each(documents)("give examples that are what they say a body is: %s", (name) => {
    for (const { method, path, operation } of operationsOf(made[name])) {
      const content = operation.requestBody?.content["application/json"];
      if (content?.example === undefined) continue;
      const pointer = ["paths", path, method.toLowerCase(), "requestBody", "content", "application/json", "schema"];
      expect([method, path, wrong[name](pointer, content.example)]).toEqual([method, path, []]);
    }
  });
});

describe("what the documents say of an answer", () => {
  it.each(named(rows))("is true: %s", async (_, row) => {
    const made = await makeCall(row);
    const answer = await send(row, made);
    expect([answer.status, answer.text]).toEqual([row.status, expect.anything()]);
    expect(wrongWith(row, answer)).toEqual([]);

    const location = answer.headers.get("Location");
    if (row.status === 201) expect([location, location && leadsSomewhere(location)]).toEqual([location, true]);

    const etag = answer.headers.get("ETag");
    expect(etag !== null).toBe(304 in described(row).responses);
    if (etag) expect((await send(row, made, { "If-None-Match": etag })).status).toBe(304);
  });

  it.each(named(rows.filter(({ as }) => as !== "nobody")))("is true without credentials: %s", async (_, row) => {
    const { credentials: __, ...made } = await makeCall(row);
    const answer = await send(row, made);
    if (!described(row).security.some((way) => Object.keys(way).length === 0)) expect(answer.status).toBe(401);
    expect(wrongWith(row, answer)).toEqual([]);
  });

  it.each(documents)("is held against an answer for every operation: %s", (name) => {
    const called = new Set(
      rows.filter(({ document = "own" }) => document === name).map(({ method, path }) => `${method} ${path}`),
    );
    const all = operationsOf(made[name]).map(({ method, path }) => `${method} ${path}`);
    expect(all.filter((each) => !called.has(each))).toEqual([]);
  });
});

describe("an Idempotency-Key", () => {
  const creating = rows.filter(({ status }) => status === 201);

  it.each(documents)("is taken by all that creates: %s", (name) => {
    const deaf = operationsOf(made[name]).filter(({ operation }) => 201 in operation.responses && !takesKey(operation));
    expect(deaf.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it.each(named(creating))("lets it happen once: %s", async (_, row) => {
    const made = await makeCall(row);
    const key = { "Idempotency-Key": randomUUID() };
    const [first, second] = [await send(row, made, key), await send(row, made, key)];
    expect(first.status).toBe(201);
    expect([second.status, second.text, second.headers.get("Location")]).toEqual([
      201,
      first.text,
      first.headers.get("Location"),
    ]);
  });
});

function named(some: ContractRow[]) {
  return some.map((row) => [`${row.method} ${row.path} (${row.document ?? "own"})`, row] as const);
}

function described({ document = "own", method, path }: ContractRow) {
  const found = operationsOf(made[document]).find((each) => each.method === method && each.path === path);
  if (!found) throw new Error(`${method} ${path} is not in the document.`);
  return found.operation;
}

function takesKey({ parameters = [] }: ReturnType<typeof described>) {
  return parameters.some(({ name }) => name === "Idempotency-Key");
}

type Called = Awaited<ReturnType<typeof makeCall>>;

/** What is sent, made once, so that it can be sent again. */
async function makeCall(row: ContractRow) {
  let address = row.path;
  for (const [name, value] of Object.entries(row.names)) {
    address = address.replace(`{${name}}`, encodeURIComponent(await value(world)));
  }
  const query = new URLSearchParams((await row.query?.(world)) ?? {});
  const body = row.body && (await row.body(world));
  return { address: `${address}?${query}`, body, credentials: await world.credentials(row.as ?? "owner") };
}

async function send(row: ContractRow, made: Omit<Called, "credentials"> & Partial<Called>, headers: object = {}) {
  const { address, body, credentials } = made;
  const answer = await callAddress(row.method, address, {
    ...(credentials && { token: credentials.token }),
    ...(body !== undefined && { body }),
    headers: { ...row.headers, ...headers },
  });
  if (!answer) throw new Error(`Nothing answers ${address}.`);
  return answer;
}

/** In which way an answer is not what the document says that it is. */
function wrongWith(row: ContractRow, { status, headers, text, body }: Awaited<ReturnType<typeof send>>): string[] {
  const said = described(row).responses[status];
  if (!said) return [`${status} is not described.`];
  if (!said.content) return text ? [`${status} has no body, says the document: ${text}`] : [];
  const type = headers.get("Content-Type")?.split(";")[0] ?? "none";
  if (!said.content[type]) return [`It is ${type}, not ${Object.keys(said.content).join()}.`];
  const place = ["paths", row.path, row.method.toLowerCase(), "responses", String(status), "content", type, "schema"];
  return wrong[row.document ?? "own"](place, body);
}

/** To something of the API that can be read, or to a meeting's page. */
function leadsSomewhere(location: string) {
  const { pathname } = new URL(location, "http://localhost:3000");
  return /^\/meeting\/[^/]+$/.test(pathname) || fileAt(pathname) !== null;
}
