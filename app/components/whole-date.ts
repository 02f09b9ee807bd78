/** Keeps a day and its month on one line, whichever comes first: "24 November", "December 1". */
export function wholeDate(text: string): string {
  const isDayFirst = /\d\.? \p{L}/u.test(text);
  return isDayFirst ? text.replace(/(\d\.?) (?=\p{L})/u, "$1\u00a0") : text.replace(/(\p{L}) (?=\d)/u, "$1\u00a0");
}
