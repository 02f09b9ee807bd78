import { calBookingByUid, calBookingVersions } from "~/http/v2/cal-bookings.server";
import { plainBookingByUid } from "~/http/v2/plain-bookings.server";
import { v2 } from "~/http/v2/v2.server";

export const { loader, action } = v2("/v2/bookings/{uid}", {
  plain: plainBookingByUid,
  cal: { versions: calBookingVersions, operations: calBookingByUid },
});
