import { paths } from "~/paths";
import { HostNotFound } from "./host-error";

/** For ids of bookings that are unknown, or not this host's to see: both look the same. */
export function NoBooking() {
  return (
    <HostNotFound
      title="There is no such booking"
      message="The address may have a typing error, or the booking is not yours to see."
      back={{ href: paths.bookings(), label: "Bookings" }}
    />
  );
}
