import fc from "fast-check";
import { inOslo } from "../orders";
import { unique } from "../unique";
import { oddValue } from "./nonsense";

/** As much of JSON Schema as the documents use. */
export type Schema = {
  $ref?: string;
  type?: string | readonly string[];
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  minItems?: number;
  properties?: Record<string, Schema>;
  required?: readonly string[];
  additionalProperties?: boolean | Schema;
  examples?: readonly unknown[];
};

type Find = (ref: string) => Schema;

/** Values that a schema allows, and now and then, somewhere within, one that it does not. */
export function valueOf(schema: Schema, find: Find, oddity = 20): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: oddity, arbitrary: allowed(schema, find, oddity) }, { weight: 1, arbitrary: oddValue });
}

function allowed(schema: Schema, find: Find, oddity: number): fc.Arbitrary<unknown> {
  const within = (part: Schema) => valueOf(part, find, oddity);
  if (schema.$ref) return allowed(find(schema.$ref), find, oddity);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(within));
  if (schema.allOf) return allowed(Object.assign({}, schema, { allOf: undefined }, ...schema.allOf), find, oddity);
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
  if (types.length === 0) return fc.jsonValue({ maxDepth: 2 });
  return fc.oneof(...types.map((type) => ofType(type, schema, within)));
}

function ofType(type: string, schema: Schema, within: (part: Schema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
    case "number": {
      const { minimum = -1000, maximum = 10_000 } = schema;
      const [min, max] = [Math.max(minimum, -1e6), Math.min(maximum, 1e6)];
      return fc.oneof(fc.integer({ min, max: Math.min(max, min + 90) }), fc.integer({ min, max }));
    }
    case "array":
      return fc.array(within(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: 4 });
    case "object":
      return objectOf(schema, within);
    default:
      return textOf(schema);
  }
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: Schema,
  within: (part: Schema) => fc.Arbitrary<unknown>,
) {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, within(part)]));
  const own = fc.record(fields, { requiredKeys: required as string[] });
  if (typeof additionalProperties !== "object") return own;
  const more = fc.dictionary(fc.string({ maxLength: 12 }), within(additionalProperties), { maxKeys: 3 });
  return fc.tuple(own, more).map(([some, others]) => ({ ...some, ...others }));
}

/** Within the two weeks in which the tests book, and at the ends of time. */
const instants = fc.oneof(
  fc.integer({ min: 0, max: 14 * 96 }).map((quarters) => new Date(inOslo(6) + quarters * 900_000).toISOString()),
  fc.constantFrom("1970-01-01T00:00:00Z", "8999-12-31T23:59:59Z", "9999-12-31T23:59:59Z", "2026-11-23T10:00:00+14:00"),
);
const dates = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((days) => new Date(inOslo(6) + days * 86_400_000).toISOString().slice(0, 10)),
  fc.constantFrom("1970-01-01", "2024-02-29", "8999-12-31", "9999-12-31", "2026-02-30"),
);
const words = [
  "Ada",
  "Europe/Oslo",
  "Asia/Tokyo",
  "09:00",
  "17:00",
  "monday",
  "ada@example.com",
  "https://example.com/",
];

const byFormat: Record<string, fc.Arbitrary<unknown>> = {
  "date-time": instants,
  date: dates,
  uuid: fc.uuid(),
  email: fc.oneof(fc.constantFrom("ada@example.com", "ünï@exämple.com"), fc.emailAddress()),
  uri: fc.oneof(fc.constantFrom("https://example.com/hook", "http://127.0.0.1/", "ftp://example.com"), fc.webUrl()),
};

function textOf({ format, pattern, minLength = 0, maxLength = 60, examples = [] }: Schema): fc.Arbitrary<unknown> {
  const ofFormat = format && byFormat[format];
  if (ofFormat) return ofFormat;
  const bounds = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, 200)) };
  return fc.oneof(
    fc.constantFrom<unknown>(...words, ...examples),
    fc.nat(1e6).map((number) => `x${number}-${unique()}`.slice(0, bounds.maxLength)),
    pattern ? fc.stringMatching(new RegExp(pattern, "u")) : fc.string({ unit: "grapheme", ...bounds }),
  );
}
