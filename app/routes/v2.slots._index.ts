import { calSlots } from "~/http/v2/cal-slots.server";
import { v2 } from "~/http/v2/v2.server";

export const { loader, action } = v2("/v2/slots", {
  cal: { versions: ["2024-09-04"], operations: { GET: calSlots } },
});
