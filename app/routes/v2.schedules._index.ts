import { calScheduleList, calScheduleVersions } from "~/http/v2/cal-schedules.server";
import { plainScheduleList } from "~/http/v2/plain-schedules.server";
import { v2 } from "~/http/v2/v2.server";

export const { loader, action } = v2("/v2/schedules", {
  plain: plainScheduleList,
  cal: { versions: calScheduleVersions, operations: calScheduleList },
});
