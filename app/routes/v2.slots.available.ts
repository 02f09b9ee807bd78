import { calSlotsAvailable } from "~/http/v2/cal-slots.server";
import { plainSlots } from "~/http/v2/plain-slots.server";
import { v2 } from "~/http/v2/v2.server";

export const { loader, action } = v2("/v2/slots/available", {
  plain: { GET: plainSlots },
  cal: {
    versions: ["2024-08-13", "2024-06-14", "2024-06-11", "2024-04-15"],
    operations: { GET: calSlotsAvailable },
  },
});
