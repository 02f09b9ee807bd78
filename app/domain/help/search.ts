/** A part of the guide, as it is searched. */
export type GuideSection = {
  topic: { slug: string; title: string };
  id: string;
  title: string;
  text: string;
  /** Other words that people type for it; they are never shown. */
  also: string;
};

export type Excerpt = { text: string; isFound: boolean }[];
export type Found = GuideSection & { excerpt: Excerpt };

/** How much of what was typed is looked at. */
export const longestQuery = 100;
const most = 12;
/** Of no use for finding anything, unless it is all there is. */
const small = new Set(
  "a an and are at be but by can cannot do does dont for from get how i in is it me my not of on or our s t than that the their then there this to was we what when where which who why will with you your".split(
    " ",
  ),
);

const weights = { title: 12, also: 8, topic: 4, text: 1 };

/** The sections that say what was typed, the best first; none where nothing does. Words match from their beginning. */
export function searchGuide(sections: readonly GuideSection[], query: string): Found[] {
  const wanted = wantedWords(query);
  const rated = sections.map((section) => ({ section, ...rate(section, wanted) }));
  const fullest = Math.max(0, ...rated.map(({ matched }) => matched));
  return rated
    .filter(({ matched }) => matched > 0 && matched === fullest && matched * 2 >= wanted.length)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ section }) => ({ ...section, excerpt: excerptOf(section.text, wanted) }));
}

/** What was typed, without what no text holds and no address should carry on. */
export function cleanQuery(query: string): string {
  return query
    .replace(/[\p{Cc}\p{Cs}]/gu, " ")
    .trim()
    .slice(0, longestQuery)
    .trim();
}

type Word = { folded: string; start: number; end: number };

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function fold(word: string) {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function wantedWords(query: string): string[] {
  const typed = [...new Set(wordsOf(cleanQuery(query)).map(({ folded }) => folded))].filter(Boolean);
  const telling = typed.filter((word) => !small.has(word));
  return (telling.length > 0 ? telling : typed).map(singular);
}

/** "calendars" finds "calendar" too. */
function singular(word: string) {
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

/** A lone letter or digit would begin half of all words. */
function isMatch(word: string, wanted: string) {
  return wanted.length === 1 ? word === wanted : word.startsWith(wanted);
}

function rate({ topic, title, text, also }: GuideSection, wanted: readonly string[]) {
  const places = { title, also, topic: topic.title, text };
  const words = Object.entries(places).map(
    ([place, content]) => [place as keyof typeof weights, wordsOf(content)] as const,
  );
  let [score, matched] = [0, 0];
  for (const each of wanted) {
    const points = words.map(([place, those]) => pointsOf(those, each, weights[place]));
    const sum = points.reduce((total, point) => total + point, 0);
    score += sum;
    if (sum > 0) matched++;
  }
  return { score, matched };
}

/** The whole word counts half again as much as its beginning; often in a long text counts a little more than once. */
function pointsOf(words: readonly Word[], wanted: string, weight: number) {
  const hits = words.filter(({ folded }) => isMatch(folded, wanted));
  if (hits.length === 0) return 0;
  const isWhole = hits.some(({ folded }) => folded === wanted);
  return weight * (isWhole ? 1.5 : 1) + Math.min(hits.length - 1, 4) * 0.4;
}

const excerptLength = 180;

/** The stretch of the text with the most of the words, marked; its beginning where only the title has them. */
function excerptOf(text: string, wanted: readonly string[]): Excerpt {
  const words = wordsOf(text);
  const hits = words.filter(({ folded }) => wanted.some((each) => isMatch(folded, each)));
  const within = (from: Word) => hits.filter(({ start, end }) => start >= from.start && end <= from.start + 140);
  const best = hits.reduce<Word[]>((most, hit) => (within(hit).length > most.length ? within(hit) : most), []);
  const from = startOf(text, words, best[0]?.start ?? 0);
  const last = words.findLast(({ end }) => end <= from + excerptLength);
  const to = text.length <= from + excerptLength ? text.length : (last?.end ?? from + excerptLength);
  const shown = best.filter(({ start, end }) => start >= from && end <= to);
  return cut(text, shown, from, to);
}

/** The beginning of the sentence where that is near, else of a word a little before. */
function startOf(text: string, words: readonly Word[], hit: number) {
  const sentence = text.slice(0, hit).search(/[.:?!]\s+[^.:?!]*$/);
  const near = sentence === -1 ? 0 : sentence + (/^[.:?!]\s+/.exec(text.slice(sentence))?.[0].length ?? 0);
  if (hit - near <= 90) return near;
  return words.find(({ start }) => start >= hit - 50)?.start ?? hit;
}

function cut(text: string, hits: readonly Word[], from: number, to: number): Excerpt {
  const parts: Excerpt = [];
  let at = from;
  for (const { start, end } of hits) {
    parts.push({ text: text.slice(at, start), isFound: false }, { text: text.slice(start, end), isFound: true });
    at = end;
  }
  parts.push({ text: text.slice(at, to), isFound: false });
  const [before, after] = [from > 0 ? "… " : "", to < text.length ? " …" : ""];
  return [{ text: before, isFound: false }, ...parts, { text: after, isFound: false }].filter((part) => part.text);
}
