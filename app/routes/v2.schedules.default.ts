import { calDefaultSchedule, calScheduleVersions } from "~/http/v2/cal-schedules.server";
import { v2 } from "~/http/v2/v2.server";

export const { loader, action } = v2("/v2/schedules/default", {
  cal: { versions: calScheduleVersions, operations: calDefaultSchedule },
});
