const longest = 60;

/** Words of our own stand in an event type's place: `/public/book/{workspace}/team/...`. */
export const reservedSlugs: ReadonlySet<string> = new Set(["team", "teams"]);

/** "Møte & kaffe, 30 min" becomes "mote-kaffe-30-min". A name without any Latin letter or digit becomes the other word. */
export function slugFrom(name: string, otherwise = "meeting"): string {
  const plain = name
    .toLowerCase()
    .replace(/[ßæøœłđðþ]/g, (letter) => written[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .replace(/['’]/g, "");
  return trimmed(plain.replace(/[^a-z0-9]+/g, "-"), longest) || otherwise;
}

/** The slug itself, or the first of slug-2, slug-3 and so on that nobody has. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number++) {
    const next = withSuffix(slug, String(number));
    if (!taken.has(next)) return next;
  }
}

export function withSuffix(slug: string, suffix: string): string {
  return `${trimmed(slug, longest - suffix.length - 1)}-${suffix}`;
}

function trimmed(slug: string, length: number) {
  return slug.replace(/^-+/, "").slice(0, length).replace(/-+$/, "");
}

const written: Record<string, string> = { ß: "ss", æ: "ae", ø: "o", œ: "oe", ł: "l", đ: "d", ð: "d", þ: "th" };
