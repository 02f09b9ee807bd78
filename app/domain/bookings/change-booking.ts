import { z } from "zod";
import { instantField } from "../fields";
import { notesField, reasonField } from "./booking";

/** What a host may change by PATCH. A new time and a new status at once would be two moves, so that is refused. */
export const ChangeBookingInput = z
  .strictObject({
    start_time: instantField.optional(),
    status: z
      .enum(["pending", "confirmed", "cancelled", "completed"], { error: "There is no such status." })
      .optional(),
    notes: notesField.optional(),
    reason: reasonField.optional(),
  })
  .refine((input) => input.start_time === undefined || input.status === undefined, {
    path: ["status"],
    message: "Change the time or the status, not both at once.",
  });
