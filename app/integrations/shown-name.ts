const longest = 200;

/** What somebody calls a thing at a provider, as one line that can be kept and shown. */
export function shownName(name: string): string {
  const line = name.replaceAll(/\p{Cc}+/gu, " ").trim();
  return line.length > longest ? `${line.slice(0, longest - 1).replace(/\p{Cs}$/u, "")}…` : line;
}
