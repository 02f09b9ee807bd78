import type { Answer, Call } from "../../fakes/routes";
import type { World } from "../world";
import { GraphError } from "./errors";
import { parameter } from "./graph-route";

/** One page of a list, with the address of the next one. */
export function pageOf(world: World, call: Call, all: object[], usualSize: number, largest = 1000): Answer {
  const size = numberIn(call, "$top") ?? usualSize;
  if (size < 1 || size > largest) {
    throw new GraphError(400, "ErrorInvalidUrlQuery", `The value of $top must be between 1 and ${largest}.`);
  }
  const skipped = numberIn(call, "$skip") ?? 0;
  const value = all.slice(skipped, skipped + size);
  const next = skipped + size < all.length ? { "@odata.nextLink": nextLink(world, call, skipped + size) } : {};
  return { status: 200, body: { "@odata.context": contextOf(world, call.path), value, ...next } };
}

export function contextOf(world: World, path: string) {
  return `${world.url}/v1.0/$metadata#${path.replace(/^\/v1\.0\/me\//, "users('me')/")}`;
}

/** Only the fields that $select names, and what OData adds. */
export function selected<T extends object>(call: Call, item: T): Partial<T> {
  const names = parameter(call, "$select")
    ?.split(",")
    .map((name) => name.trim());
  if (!names) return item;
  const isKept = ([name]: [string, unknown]) => name.startsWith("@odata") || name === "id" || names.includes(name);
  return Object.fromEntries(Object.entries(item).filter(isKept)) as Partial<T>;
}

function nextLink(world: World, call: Call, skip: number) {
  const query = new URLSearchParams(call.query);
  query.set("$skip", String(skip));
  return `${world.url}${call.path}?${query}`;
}

function numberIn(call: Call, name: string) {
  const text = parameter(call, name);
  if (text === null) return null;
  if (!/^\d+$/.test(text)) throw new GraphError(400, "ErrorInvalidUrlQuery", `The value of ${name} is not a number.`);
  return Number(text);
}
