import { z } from "zod";
import { minutesField } from "../bookings/booking";
import { dateField, isUuid, uuidField, zoneField, type Moment } from "../fields";
import { wallToInstant } from "./zones";

const mostDays = 62;

/** Ids parted by commas, as in `?members=`. */
export const idListField = z
  .string()
  .meta({ description: "Ids, parted by commas." })
  .transform((text) => text.split(",").map((id) => id.trim().toLowerCase()))
  .refine((ids) => ids.every(isUuid), "members takes ids, parted by commas.")
  .refine((ids) => ids.length <= 100, "Members: 100 at most.");

/** Epoch days, both inclusive, and dates in `timezone`. */
const dates = {
  from: dateField,
  to: dateField,
  timezone: zoneField.optional(),
};

type Dates = { from: number; to: number };

const inOrder = ({ from, to }: Dates) => from <= to;
const areOutOfOrder = { path: ["to"], message: "to is before from." };
const areFew = ({ from, to }: Dates) => to - from < mostDays;
const areMany = { path: ["to"], message: `${mostDays} days at most.` };

/** Which dates a caller asks for. */
export const DatesQuery = z.object(dates).refine(inOrder, areOutOfOrder).refine(areFew, areMany);

/** Which dates of the team calendar, and whose. */
export const TeamCalendarQuery = z
  .object({ ...dates, team_id: uuidField.optional(), event_type_id: uuidField.optional() })
  .refine(inOrder, areOutOfOrder)
  .refine(areFew, areMany);

/** Which slots a caller asks for. */
export const SlotsQuery = z
  .object({
    ...dates,
    duration: z
      .string()
      .regex(/^\d{1,4}$/, "The length is a number of minutes.")
      .meta({ description: "Minutes; one of the lengths on offer." })
      .meta({ type: "integer", minimum: 5, maximum: 1440 })
      .transform(Number)
      .pipe(minutesField)
      .optional(),
    team: z.string().max(100).optional().describe("A team's slug."),
    members: idListField.optional(),
  })
  .refine(inOrder, areOutOfOrder)
  .refine(areFew, areMany);

/** A date's first moment, or the first one after it; an instant is what it is. Epoch milliseconds. */
export function momentMs(moment: Moment, zone: string, edge: "start" | "end") {
  return "ms" in moment ? moment.ms : wallToInstant(zone, moment.day + (edge === "end" ? 1 : 0), 0);
}

/** From the first moment of one date to the last of another, in a zone: half-open, epoch milliseconds. */
export function daysRange(firstDay: number, lastDay: number, zone: string) {
  return { from: wallToInstant(zone, firstDay, 0), to: wallToInstant(zone, lastDay + 1, 0) };
}
