import { calEventTypeList, calEventTypeVersions } from "~/http/v2/cal-event-types.server";
import { plainEventTypeList } from "~/http/v2/plain-event-types.server";
import { v2 } from "~/http/v2/v2.server";

export const { loader, action } = v2("/v2/event-types", {
  plain: plainEventTypeList,
  cal: { versions: calEventTypeVersions, operations: calEventTypeList },
});
