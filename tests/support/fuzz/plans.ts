import fc from "fast-check";
import type { Described } from "../openapi";
import { oddHeaders, oddName, oddText, oddValue, rawBodies } from "./nonsense";
import { valueOf, type Schema } from "./values";

/** What becomes of a call that works as it stands. */
export type Plan = {
  as: "owner" | "member" | "client" | "stranger" | "nobody";
  /** Instead of what stands for them in the path. */
  names: Record<string, string>;
  /** Beside, or instead of, what stands in the query. */
  query: [name: string, value: string][];
  /** A body by the schema instead of the one that works. */
  body?: unknown;
  /** Made in the body one after the other. */
  changes: Change[];
  /** Sent as it is, instead of a body. */
  raw?: string;
  headers: Record<string, string>;
};

type Change = { at: number; kind: "replace" | "remove" | "add" | "wrap"; name: string; value: unknown };

type Root = { components?: { schemas?: Record<string, unknown> } };

export function plansFor({ path, operation }: Described, root: Root): fc.Arbitrary<Plan> {
  const find = (ref: string) => root.components!.schemas![ref.split("/").at(-1)!] as Schema;
  const parameters = (operation.parameters ?? []) as { name: string; in: string; schema: Schema }[];
  const inQuery = parameters.filter((each) => each.in === "query");
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const body = operation.requestBody?.content["application/json"]?.schema as Schema | undefined;
  const asText = (value: unknown) =>
    (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).slice(0, 25_000);
  const parameter = fc.oneof(
    ...inQuery.map(({ name, schema }) =>
      fc.tuple(
        fc.constant(name),
        fc.oneof({ weight: 2, arbitrary: valueOf(schema, find, 3).map(asText) }, { weight: 1, arbitrary: oddText }),
      ),
    ),
    fc.tuple(fc.oneof(oddName, fc.constantFrom("limit", "offset", "workspace", "limit[]")), oddText),
  );
  const name = inPath.length > 0 ? fc.dictionary(fc.constantFrom(...inPath), oddText, { maxKeys: 1 }) : fc.constant({});
  return fc
    .record({
      as: fc.oneof(
        { weight: 8, arbitrary: fc.constant("owner" as const) },
        { weight: 2, arbitrary: fc.constantFrom("member" as const, "client", "stranger", "nobody") },
      ),
      names: fc.oneof({ weight: 6, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: name }),
      query: fc.array(parameter, { maxLength: inQuery.length > 0 ? 3 : 1 }),
      body: body ? fc.option(valueOf(body, find), { nil: undefined, freq: 2 }) : fc.constant(undefined),
      changes: body ? fc.array(change, { maxLength: 3 }) : fc.constant([]),
      raw: body
        ? fc.oneof(
            { weight: 9, arbitrary: fc.constant(undefined) },
            { weight: 1, arbitrary: fc.constantFrom(...rawBodies) },
          )
        : fc.constant(undefined),
      headers: fc.oneof(
        { weight: 6, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: fc.constantFrom(...oddHeaders) },
      ),
    })
    .map((plan) => plan as Plan);
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(60),
  kind: fc.constantFrom("replace" as const, "replace", "remove", "add", "wrap"),
  name: oddName,
  value: oddValue,
});

/** A body with the changes of a plan made in it. */
export function changed(body: unknown, changes: readonly Change[]): unknown {
  let root = structuredClone(body);
  for (const { at, kind, name, value } of changes) {
    const places = placesIn(root);
    const place = places[at % places.length]!;
    const put = (next: unknown) => {
      if (!place.holder) root = next;
      else define(place.holder, place.key, next);
    };
    if (kind === "replace") put(value);
    else if (kind === "wrap") put([place.value]);
    else if (kind === "remove" && place.holder) delete place.holder[place.key];
    else if (kind === "add" && typeof place.value === "object" && place.value)
      define(place.value as Holder, name, value);
  }
  return root;
}

type Holder = Record<string, unknown>;
type Place = { value: unknown; holder: Holder | null; key: string };

/** The value and all that is within it, as far as anybody writes by hand. */
function placesIn(value: unknown, holder: Holder | null = null, key = "", depth = 0): Place[] {
  const here = { value, holder, key };
  if (typeof value !== "object" || value === null || depth > 5) return [here];
  const within = Object.entries(value).slice(0, 50);
  return [here, ...within.flatMap(([name, part]) => placesIn(part, value as Holder, name, depth + 1))];
}

/** Also where the name is `__proto__`. */
function define(holder: Holder, key: string, value: unknown) {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}
