import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";

const file = path.join(import.meta.dirname, "README.md");

/** Puts what was measured of one part between its two marks; the words around them are written by hand. */
export async function writeReadme(part: string, text: string) {
  const [begin, end] = [`<!-- ${part} -->`, `<!-- end of ${part} -->`];
  const readme = readFileSync(file, "utf8");
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no place for ${part}, between ${begin} and ${end}.`);
  const whole = `${readme.slice(0, from)}${begin}\n\n${text}\n\n${readme.slice(to)}`;
  writeFileSync(file, await format(whole, { ...(await resolveConfig(file)), parser: "markdown" }));
}
