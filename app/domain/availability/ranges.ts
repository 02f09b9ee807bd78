import { formatMinutes } from "./schedule";

type Range = { start: number; end: number };
type Problem = { index: number; path: "start" | "end"; message: string };

const most = 12;

/** What is wrong with the hours of one day, each said at its row. Ranges may touch, and come in any order. */
export function rangeProblems(ranges: Range[]): Problem[] {
  const problems: Problem[] = [];
  if (ranges.length > most) {
    problems.push({ index: most, path: "start", message: `A day takes ${most} ranges at most.` });
  }
  ranges.forEach(({ start, end }, index) => {
    if (start >= end) problems.push({ index, path: "end", message: endWords(start) });
  });
  const usable = ranges.map((range, index) => ({ ...range, index })).filter(({ start, end }) => start < end);
  usable.sort((a, b) => a.start - b.start || a.index - b.index);
  let reach = usable[0];
  for (const range of usable.slice(1)) {
    if (reach && range.start < reach.end) {
      // Said at the row that stands lower, where the reader meets the clash.
      const [upper, lower] = reach.index < range.index ? [reach, range] : [range, reach];
      problems.push({ index: lower.index, path: "start", message: overlapWords(upper, lower) });
    }
    if (!reach || range.end > reach.end) reach = range;
  }
  return problems;
}

function endWords(start: number) {
  return `This ends before it begins. It begins at ${formatMinutes(start)}; the latest end is 24:00.`;
}

function overlapWords(upper: Range & { index: number }, lower: Range & { index: number }) {
  const isNext = lower.index === upper.index + 1;
  if (!isNext || lower.start < upper.start) {
    return `This overlaps ${formatMinutes(upper.start)} to ${formatMinutes(upper.end)}, further up on the same day.`;
  }
  const words = `This starts before ${formatMinutes(upper.end)}, where the row above ends.`;
  const later = lower.start + Math.ceil((upper.end - lower.start) / 60) * 60;
  return later < lower.end ? `${words} Did you mean ${formatMinutes(later)}?` : words;
}
