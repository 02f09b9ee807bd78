import { calScheduleById, calScheduleVersions } from "~/http/v2/cal-schedules.server";
import { plainScheduleById } from "~/http/v2/plain-schedules.server";
import { v2 } from "~/http/v2/v2.server";

export const { loader, action } = v2("/v2/schedules/{id}", {
  plain: plainScheduleById,
  cal: { versions: calScheduleVersions, operations: calScheduleById },
});
