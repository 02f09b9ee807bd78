/**
 * Text as a calendar file may hold it: lines end in one way, without control characters and halves of characters,
 * which the format forbids and which some readers take for the end of a line.
 */
export function calendarText(text: string): string {
  return text
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, "\n")
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff]|\p{Surrogate}/gu, "");
}

/**
 * A name as a parameter may hold it. There are no escapes that every reader knows: a quotation mark, whatever its
 * spelling, ends the value, some split it at a semicolon, and some take a caret and its neighbour for one character.
 */
export function calendarName(name: string): string {
  return calendarText(name)
    .replace(/["\\]/g, "'")
    .replaceAll(";", ",")
    .replaceAll("^", "ˆ")
    .replace(/\s+/g, " ")
    .trim();
}

/** An address as the part of a `mailto:` behind the colon. */
export function calendarAddress(email: string): string {
  return encodeURI(calendarText(email)).replace(/[/?#;,]/g, encodeURIComponent);
}
