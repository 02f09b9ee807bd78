import { data } from "@remix-run/node";
import { maySeeBooking } from "~/domain/bookings/booking-rights";
import { findBooking } from "~/domain/bookings/bookings.server";
import { isUuid } from "~/domain/fields";
import { requireHost } from "./auth.server";
import { visitorLocale } from "./visitor.server";

/** How times are written for the host: in their zone. The words around them are English, so the names of days are too. */
export function hostClock(request: Request, { timezone }: { timezone: string }) {
  const { language, locale } = visitorLocale(request);
  return { zone: timezone, locale: language === "en" ? locale : "en", now: Date.now() };
}

/** The booking in the address, if it is this host's to see and change. For all others there is no such page. */
export async function requireBookingPage(request: Request, id: string | undefined) {
  const host = await requireHost(request, "bookings.read");
  const booking = isUuid(id) ? await findBooking(host.workspace.id, id) : null;
  if (!booking || !maySeeBooking(booking, host.user.id, host.role)) throw data(null, { status: 404 });
  return {
    ...host,
    booking,
    clock: hostClock(request, host.user),
    actor: { kind: "user", userId: host.user.id } as const,
  };
}
