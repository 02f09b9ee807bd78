import { z } from "zod";
import { ScheduleAnswer } from "../schedule-answer";

/** As the rest of the API writes it, but for its id. */
export const PlainSchedule = ScheduleAnswer.extend({ id: z.int() }).meta({ id: "V2Schedule" });
