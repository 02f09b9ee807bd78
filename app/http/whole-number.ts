import { z } from "zod";

/** As an address has it: digits, and no other way to write a number. */
export function wholeNumber(message: string, [minimum, maximum]: [number, number]) {
  return z
    .string()
    .regex(/^-?\d{1,15}$/, message)
    .meta({ type: "integer", minimum, maximum })
    .transform(Number);
}
