import { calEventTypeById, calEventTypeVersions } from "~/http/v2/cal-event-types.server";
import { plainEventTypeById } from "~/http/v2/plain-event-types.server";
import { v2 } from "~/http/v2/v2.server";

export const { loader, action } = v2("/v2/event-types/{id}", {
  plain: plainEventTypeById,
  cal: { versions: calEventTypeVersions, operations: calEventTypeById },
});
