import { createHash } from "node:crypto";

/** What names a booking's event in a Google calendar, the same however often it is made. Hexadecimal is what Google takes. */
export function eventKey(bookingId: string, generation: number): string {
  return createHash("sha256").update(`${bookingId}/${generation}`).digest("hex");
}
