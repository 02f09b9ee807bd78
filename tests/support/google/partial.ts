/** The part of an answer that `fields` asks for, as in `nextPageToken,items(id,start/dateTime)`. */
export function partOf(value: unknown, mask: string): unknown {
  return pick(value, parse(mask));
}

type Mask = Map<string, Mask | null>;

function parse(text: string): Mask {
  const mask: Mask = new Map();
  for (const part of split(text)) {
    const [, name = "", slash, inner] = /^([^/(]+)(?:\/(.+)|\((.+)\))?$/.exec(part) ?? [];
    const below = slash ?? inner;
    mask.set(name, below === undefined ? null : parse(below));
  }
  return mask;
}

/** At the commas outside of brackets. */
function split(text: string) {
  let depth = 0;
  const parts = [""];
  for (const sign of text) {
    if (sign === "(") depth++;
    if (sign === ")") depth--;
    if (sign === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

function pick(value: unknown, mask: Mask): unknown {
  if (Array.isArray(value)) return value.map((each) => pick(each, mask));
  if (value === null || typeof value !== "object") return value;
  const all = mask.get("*");
  const kept = Object.entries(value).filter(([name]) => mask.has(name) || all !== undefined);
  return Object.fromEntries(
    kept.map(([name, each]) => {
      const below = mask.get(name) ?? all;
      return [name, below ? pick(each, below) : each];
    }),
  );
}
