import { readFile, writeFile } from "node:fs/promises";
import { iconNames } from "./names.mjs";

const symbols = await Promise.all(iconNames.map(symbol));
await writeFile(
  new URL("../../../public/icons.svg", import.meta.url),
  `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`,
);

/** Only the shapes: stroke and size come from the svg that uses the symbol. */
async function symbol(name) {
  const file = new URL(import.meta.resolve(`lucide-static/icons/${name}.svg`));
  const svg = await readFile(file, "utf8");
  const shapes = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/\s*\n\s*/g, "")}</symbol>`;
}
