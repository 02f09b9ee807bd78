import { randomUUID } from "node:crypto";

/** Short, and never the same twice: for slugs and addresses. */
export function unique() {
  return randomUUID().slice(0, 8);
}
