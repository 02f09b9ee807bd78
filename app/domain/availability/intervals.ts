/**
 * Flat half-open stretches: [start, end, start, end, …]. In order means sorted, none empty, none touching the next.
 * Every function but `merge` wants its lists in order and answers in order.
 */
export type Intervals = readonly number[];

/** Puts any list in order: sorts, drops empty stretches, joins what overlaps or touches. */
export function merge(list: Intervals): Intervals {
  if (inOrder(list)) return list;
  return joinSorted(isSorted(list) ? list : sortByStart(list));
}

export function union(a: Intervals, b: Intervals): Intervals {
  if (a.length === 0) return b;
  return b.length === 0 ? a : merge([...a, ...b]);
}

export function subtract(a: Intervals, b: Intervals): number[] {
  const rest: number[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i += 2) {
    let start = a[i]!;
    const end = a[i + 1]!;
    while (j < b.length && b[j + 1]! <= start) j += 2;
    for (let k = j; k < b.length && b[k]! < end; k += 2) {
      if (b[k]! > start) rest.push(start, b[k]!);
      start = b[k + 1]!;
    }
    if (start < end) rest.push(start, end);
  }
  return rest;
}

export function intersect(a: Intervals, b: Intervals): number[] {
  const both: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const start = Math.max(a[i]!, b[j]!);
    const end = Math.min(a[i + 1]!, b[j + 1]!);
    if (start < end) both.push(start, end);
    if (a[i + 1]! < b[j + 1]!) i += 2;
    else j += 2;
  }
  return both;
}

/** Whether [start, end) meets a stretch; meeting end to end is no overlap. */
export function overlaps(list: Intervals, start: number, end: number): boolean {
  return overlapsAt(list, firstEndingAfter(list, start), end);
}

/** Whether [start, end) lies wholly inside one stretch. */
export function contains(list: Intervals, start: number, end: number): boolean {
  return containsAt(list, firstEndingAfter(list, start), start, end);
}

/** `overlaps` for many questions: near the last answer it need not search. */
export function overlapsReader(list: Intervals): (start: number, end: number) => boolean {
  const seek = seeker(list);
  return (start, end) => overlapsAt(list, seek(start), end);
}

/** `contains` for many questions: near the last answer it need not search. */
export function containsReader(list: Intervals): (start: number, end: number) => boolean {
  const seek = seeker(list);
  return (start, end) => containsAt(list, seek(start), start, end);
}

function overlapsAt(list: Intervals, at: number, end: number): boolean {
  return at < list.length && list[at]! < end;
}

function containsAt(list: Intervals, at: number, start: number, end: number): boolean {
  return at < list.length && list[at]! <= start && list[at + 1]! >= end;
}

/** `firstEndingAfter` that tries the last index and the next before it searches. */
function seeker(list: Intervals): (ms: number) => number {
  let at = 0;
  const fits = (ms: number) => (at === 0 || list[at - 1]! <= ms) && (at >= list.length || list[at + 1]! > ms);
  return (ms) => {
    if (fits(ms)) return at;
    if (at < list.length) at += 2;
    if (!fits(ms)) at = firstEndingAfter(list, ms);
    return at;
  };
}

/** Index of the first stretch that ends after the instant; the list's length if there is none. */
function firstEndingAfter(list: Intervals, ms: number): number {
  let low = 0;
  let high = list.length / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[2 * middle + 1]! <= ms) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}

function inOrder(list: Intervals): boolean {
  let last = -Infinity;
  for (let i = 0; i < list.length; i += 2) {
    if (list[i]! <= last || list[i + 1]! <= list[i]!) return false;
    last = list[i + 1]!;
  }
  return true;
}

function isSorted(list: Intervals): boolean {
  for (let i = 2; i < list.length; i += 2) if (list[i]! < list[i - 2]!) return false;
  return true;
}

function sortByStart(list: Intervals): number[] {
  const firsts = Array.from({ length: list.length / 2 }, (_, i) => 2 * i);
  return firsts.sort((a, b) => list[a]! - list[b]!).flatMap((i) => [list[i]!, list[i + 1]!]);
}

function joinSorted(list: Intervals): number[] {
  const joined: number[] = [];
  let last = -1;
  for (let i = 0; i < list.length; i += 2) {
    const start = list[i]!;
    const end = list[i + 1]!;
    if (start >= end) continue;
    if (last > 0 && start <= joined[last]!) {
      if (end > joined[last]!) joined[last] = end;
    } else {
      joined.push(start, end);
      last += 2;
    }
  }
  return joined;
}
