/**
 * Who it is where a name has no room: "IH", "ОШ". Only alphabets with capitals have initials of two letters; in others
 * the first character says more than two that would join or read as a word.
 */
export function initialsOf(name: string): string {
  const [first, second] = name.split(/\s+/).flatMap((word) => firstLetter(word) ?? []);
  if (first === undefined) return "?";
  return (second !== undefined && hasCase(first) && hasCase(second) ? first + second : first).toLocaleUpperCase("en");
}

/** The same for several people beside each other, who are told apart by a number where their initials are the same. */
export function distinctInitials(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const initials = initialsOf(name);
    const count = (seen.get(initials) ?? 0) + 1;
    seen.set(initials, count);
    return count === 1 ? initials : `${initials}${count}`;
  });
}

function firstLetter(word: string) {
  const letters = word.replace(/^[^\p{L}\p{N}]+/u, "");
  return letters ? [...graphemes.segment(letters)][0]?.segment : undefined;
}

function hasCase(letter: string) {
  return letter.toLowerCase() !== letter.toUpperCase();
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
