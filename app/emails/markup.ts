/** HTML that is safe to put into HTML. Everything else is escaped on its way in. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = Markup | string | number | null | Value[];

/** HTML from a template: what stands in it is written as it is, what is filled in is escaped. */
export function markup(strings: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(String.raw({ raw: strings }, ...values.map(written)));
}

function written(value: Value): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.map(written).join("");
  return value instanceof Markup ? value.text : escaped(String(value));
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string) {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
