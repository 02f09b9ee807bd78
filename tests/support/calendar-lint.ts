import { expect } from "vitest";

/** What mail programs trip over, read without a parser: octets, line ends, folding, bare properties, doubled ones. */
export function lintCalendar(file: string) {
  expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(file).toMatch(/\r\nEND:VCALENDAR\r\n$/);
  expect(file.replaceAll("\r\n", ""), "a line end that is not CRLF, or a control character").not.toMatch(
    /[\u0000-\u0008\u000a-\u001f\u007f\u0085\u2028\u2029]/,
  );
  for (const line of file.split("\r\n")) {
    expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    expect(line, "folded inside a character").not.toMatch(/\p{Surrogate}/u);
  }
  const lines = linesOf(file);
  for (const line of lines) expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=("[^"]*"|[^";:,]*))*:/);
  lintProperties(lines);
}

function lintProperties(lines: string[]) {
  const names = lines.map((line) => /^[A-Z-]+/.exec(line)![0]);
  const ofName = (name: string) => lines.filter((_, at) => names[at] === name);
  for (const name of ["VERSION", "PRODID", "METHOD", "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "ORGANIZER"]) {
    expect(ofName(name), name).toHaveLength(1);
  }
  expect(lines.indexOf("BEGIN:VEVENT"), "METHOD belongs to the calendar").toBeGreaterThan(names.indexOf("METHOD"));
  // Parsers forgive a bare comma or semicolon; calendars that part lists at them do not.
  for (const line of ["SUMMARY", "DESCRIPTION", "LOCATION"].flatMap(ofName)) {
    expect(line).toMatch(/^[A-Z]+:(\\[\\;,n]|[^\\;,])*$/);
  }
  for (const name of ["DTSTAMP", "DTSTART", "DTEND", "CREATED", "LAST-MODIFIED"]) {
    expect(ofName(name)[0]).toMatch(/^[A-Z-]+:\d{8}T\d{6}Z$/);
  }
  const attendees = ofName("ATTENDEE").map((line) => line.slice(line.toLowerCase().lastIndexOf(":mailto:")));
  expect(new Set(attendees.map((address) => address.toLowerCase())).size, "somebody is in it twice").toBe(
    attendees.length,
  );
  const method = ofName("METHOD")[0]!;
  if (method === "METHOD:PUBLISH") expect(attendees).toEqual([]);
  else expect(attendees.length).toBeGreaterThan(0);
}

/** The files of one booking, in the order in which they were made: each must change the entry of the one before. */
export function lintLife(files: string[]) {
  const values = files.map((file) => {
    const valueOf = (name: string) => linesOf(file).find((line) => line.startsWith(`${name}:`))!;
    return { uid: valueOf("UID"), sequence: Number(valueOf("SEQUENCE").split(":")[1]), stamp: valueOf("DTSTAMP") };
  });
  values.slice(1).forEach((value, at) => {
    const before = values[at]!;
    expect(value.uid).toBe(before.uid);
    expect(value.sequence).toBeGreaterThan(before.sequence);
    expect(value.stamp > before.stamp, `${value.stamp} after ${before.stamp}`).toBe(true);
  });
}

function linesOf(file: string) {
  return file.replaceAll("\r\n ", "").split("\r\n").filter(Boolean);
}
