import { calBookingList, calBookingVersions } from "~/http/v2/cal-bookings.server";
import { plainBookingList } from "~/http/v2/plain-bookings.server";
import { v2 } from "~/http/v2/v2.server";

export const { loader, action } = v2("/v2/bookings", {
  plain: plainBookingList,
  cal: { versions: calBookingVersions, operations: calBookingList },
});
