import { calDecline } from "~/http/v2/cal-host-deeds.server";
import { calBookingVersions } from "~/http/v2/cal-bookings.server";
import { v2 } from "~/http/v2/v2.server";

export const { loader, action } = v2("/v2/bookings/{uid}/decline", {
  cal: { versions: calBookingVersions, operations: calDecline },
});
