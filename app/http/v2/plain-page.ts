import { z } from "zod";

/** Where a list of /v2 goes on. */
export const PlainPage = z.strictObject({ total: z.int(), limit: z.int(), offset: z.int() });
