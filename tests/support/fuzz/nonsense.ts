import fc from "fast-check";

/** What no field means, or what is just beyond it. */
export const oddTexts = [
  "",
  " ",
  "\0",
  "a\0b",
  "😀👩‍👩‍👧",
  "مرحبا بالعالم",
  "\u202egnp.exe",
  "\u200b",
  "e\u0301",
  "null",
  "undefined",
  "NaN",
  "-1",
  "0x10",
  "1e999",
  "99999999999999999999",
  "true",
  "[]",
  "{}",
  "__proto__",
  "constructor",
  "toString",
  "2026-02-30",
  "2026-13-01",
  "0000-00-00",
  "9999-12-31",
  "1969-12-31",
  "2026-02-30T10:00:00Z",
  "2026-11-23T25:00:00Z",
  "2026-11-23T10:00:00",
  "9999-12-31T23:59:59.999999999-23:59",
  "0000-01-01T00:00:00+23:59",
  "+275760-09-13T00:00:00Z",
  "24:00",
  "25:61",
  "Europe/Nowhere",
  "Etc/GMT+99",
  "00000000-0000-0000-0000-000000000000",
  "FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF",
  "javascript:alert(1)",
  "http://[::1]:0/",
  "http://user:pass@127.0.0.1:99999/",
  "'; drop table users; --",
  "%",
  "%00",
  "%E0%A4%A",
  "\\u0000",
  "a@b",
  '"a b"@example.com',
  "a".repeat(300),
  "a".repeat(20_000),
  "𝕬".repeat(200),
];

/** Texts that JSON can bring and an address cannot. */
const brokenTexts = ["\ud800", "a\udfff"];

const oddNumbers = [0, -1, 1.5, -0.1, 5e-324, 1e308, -1e308, 2 ** 31, 2 ** 53, -(2 ** 63), 1e21];

const deep = () => {
  let value: unknown = [];
  for (let depth = 0; depth < 2000; depth++) value = [value];
  return value;
};

const oddValues: unknown[] = [
  null,
  true,
  false,
  [],
  {},
  [null],
  [[]],
  { a: {} },
  JSON.parse('{"__proto__": {"isAdmin": true}}'),
  Array.from({ length: 2000 }, () => "x"),
  deep(),
];

export const oddText = fc.oneof(fc.constantFrom(...oddTexts), fc.string({ unit: "binary", maxLength: 40 }));

export const oddValue = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...oddTexts, ...brokenTexts) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...oddNumbers) },
  { weight: 3, arbitrary: fc.constantFrom(...oddValues) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);

/** Names that no body has, of which some are on every object. */
export const oddName = fc.constantFrom(
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "", "\0", "unknown", "Name", "id", "😀"],
);

/** Bodies that are no JSON object, or no JSON at all. */
export const rawBodies = [
  "",
  "null",
  "[]",
  '"text"',
  "12",
  "{",
  "{}",
  "\ufeff{}",
  "{'a': 1}",
  '{"a": 1e999}',
  '{"a": NaN}',
  '{"__proto__": 1}',
  "[".repeat(50_000),
  `{"a": ${"[".repeat(50_000)}${"]".repeat(50_000)}}`,
  `{"${"k".repeat(100_000)}": 1}`,
];

export const oddHeaders: Record<string, string>[] = [
  { "Idempotency-Key": "" },
  { "Idempotency-Key": "x".repeat(5000) },
  { "Idempotency-Key": "one and the same" },
  { "Idempotency-Key": "one-and-the-same" },
  { "Content-Type": "text/plain" },
  { "Content-Type": "application/json; charset=utf-16" },
  { "Content-Type": "multipart/form-data" },
  { "Accept-Language": "x".repeat(3000) },
  { "Accept-Language": "zz-ZZ-u-ca-nonsense;q=NaN" },
  { "If-None-Match": '"' },
  { "cal-api-version": "1066-10-14" },
  { "cal-api-version": "__proto__" },
  { Authorization: "Bearer" },
  { Authorization: `Bearer ${"x".repeat(5000)}` },
  { Authorization: "Basic YTpi" },
  { Cookie: "meridian=%00; meridian=x" },
];
