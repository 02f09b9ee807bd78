import { calBookingVersions, calCancel } from "~/http/v2/cal-bookings.server";
import { v2 } from "~/http/v2/v2.server";

export const { loader, action } = v2("/v2/bookings/{uid}/cancel", {
  cal: { versions: calBookingVersions, operations: calCancel },
});
