import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportBookings } from "~/http/bookings-export.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  return exportBookings({ request, context });
}
