import { randomUUID } from "node:crypto";

/**
 * A UUID that begins with the time (version 7) and goes on at random. Rows that are made one after the other lie side by
 * side in an index by it: with ids of chance alone each would touch another page, and bring it whole into the log.
 */
export function timeOrderedId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
