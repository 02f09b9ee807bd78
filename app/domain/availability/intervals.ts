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

/** Whether none in this part of a list is empty or begins before the one it follows; they may overlap. */
export function startInOrder(list: Intervals, first: number, end: number): boolean {
  let last = -Infinity;
  for (let i = first; i < end; i += 2) {
    if (list[i]! < last || list[i + 1]! <= list[i]!) return false;
    last = list[i]!;
  }
  return true;
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
  const firsts: number[] = [];
  for (let i = 0; i < list.length; i += 2) firsts.push(i);
  firsts.sort((a, b) => list[a]! - list[b]!);
  const sorted: number[] = [];
  for (const i of firsts) sorted.push(list[i]!, list[i + 1]!);
  return sorted;
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
