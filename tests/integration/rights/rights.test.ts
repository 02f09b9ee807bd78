import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { callApi, get, postForm } from "../../support/requests";
import { calls } from "./calls";
import { pages } from "./pages";
import { guards, people, type Answer, type Person } from "./people";
import { open } from "./public";
import type { Row } from "./row";
import { makeWorld, type World } from "./world";

type Module = Parameters<typeof callApi>[0];

const folder = path.resolve(import.meta.dirname, "../../../app/routes");
// Some stand in folders, since their addresses cannot be names of files.
const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
const files = names.map((name) => name.replace(/\.tsx?$/, ""));
const rows = [...open, ...pages, ...calls];
const changes = ["POST", "PATCH", "DELETE"] as const;

const modules = new Map<string, Module>();
let world: World;

beforeAll(async () => {
  for (const name of names) {
    modules.set(name.replace(/\.tsx?$/, ""), (await import(path.join(folder, name))) as Module);
  }
  world = await makeWorld();
});

describe("who may do what", () => {
  it("is written down for every route and every method of it", async () => {
    const said = new Set(rows.map(({ file, method }) => `${method} ${file}`));
    const there = new Set<string>();
    for (const file of files) for (const method of await methodsOf(file)) there.add(`${method} ${file}`);
    expect([...there].filter((each) => !said.has(each))).toEqual([]);
    expect([...said].filter((each) => !there.has(each))).toEqual([]);
  });

  it.each(rows.map((row) => [`${row.method} ${row.file}, ${row.guard}`, row] as const))("%s", async (_, row) => {
    const answers: Record<string, unknown> = {};
    for (const person of people) answers[person] = await answerTo(person, row);
    const expected = people.map((person) => {
      const answer = guards[row.guard][person];
      return [person, answer === "ok" ? row.ok : answer];
    });
    expect(answers).toEqual(Object.fromEntries(expected));
  });

  it("holds for no other method: a call that a route does not know is a 405", async () => {
    const { token } = (await world.credentials("owner"))!;
    for (const file of files.filter(isCall)) {
      const known = await methodsOf(file);
      for (const method of ["GET", ...changes].filter((each) => !known.includes(each))) {
        const answer = await callApi(modules.get(file)!, method, "/", { token, params: { ws: world.workspace.slug } });
        expect([file, method, answer.status]).toEqual([file, method, 405]);
      }
    }
  });
});

/** Where whoever is not let in is sent. */
const redirects: [Answer, RegExp][] = [
  ["login", /^\/login\?/],
  ["no workspace", /^\/booking\/workspaces\/new$/],
  ["dashboard", /^\/booking$/],
  ["bookings", /^\/booking\/bookings$/],
  ["sessions", /^\/sessions$/],
  ["front page", /^\/$/],
];

/** What a page answers to is what it exports; a call says it itself. */
async function methodsOf(file: string): Promise<string[]> {
  const module = modules.get(file)!;
  if (isCall(file)) {
    const { headers } = await callApi(module, "OPTIONS", "/");
    return headers.get("Allow")!.split(", ");
  }
  return [module.loader && "GET", module.action && "POST"].filter((method) => typeof method === "string");
}

/** All of the API but what answers where no route does. */
function isCall(file: string) {
  return /^(api\.(v1|openapi)|v2\.(?!\$))/.test(file);
}

/** As a browser with a cookie asks a page, and a program with a token the API. */
async function answerTo(person: Person, row: Row) {
  const { file, method } = row;
  const module = modules.get(file)!;
  const credentials = await world.credentials(person);
  const params = (await row.at?.(world, person)) ?? {};
  const query = new URLSearchParams((await row.query?.(world)) ?? {});
  const url = `${addressOf(file, params)}?${query}`;
  const { status, headers } = isCall(file)
    ? await callApi(module, method, url, { params, token: credentials?.token, body: bodyOf(row) })
    : await (method === "GET"
        ? get(module, url, { params, cookie: credentials?.cookie })
        : postForm(module, url, (bodyOf(row) ?? {}) as Record<string, string>, {
            params,
            cookie: credentials?.cookie,
          }));
  const to = headers.get("Location") ?? "";
  return (status === 302 && redirects.find(([, begin]) => begin.test(to))?.[0]) || status;
}

function bodyOf({ method, body }: Row) {
  return method === "POST" || method === "PATCH" ? (body?.(world) ?? {}) : undefined;
}

function addressOf(file: string, params: Record<string, string>) {
  const parts = file
    .replace(/\[\.\]/g, "\0")
    .split(".")
    .filter((part) => part !== "_index");
  const named = parts.map((part) => (part.startsWith("$") ? (params[part.slice(1)] ?? "x") : part.replace(/_$/, "")));
  return `/${named.join("/").replaceAll("\0", ".")}`;
}
