import { localDay } from "~/domain/availability/zones";
import type { Booking } from "~/domain/bookings/booking";
import { formatTime, zoneCity } from "~/domain/time";
import { rangeWords, theirTime, type Clock } from "./booking-words";
import { Ruler, type RulerRow } from "./ruler";
import { minuteOf, rulerDay, zoneOn } from "./ruler-day";

/** One moment in the host's day and in the invitee's; one row where their clocks agree. */
export function MeetingRuler({ booking, clock }: { booking: Booking; clock: Clock }) {
  const { zone, locale } = clock;
  const day = rulerDay(zone, localDay(zone, booking.start));
  const theirs = zoneOn(day, booking.timezone);
  const own: RulerRow = { name: `${zoneCity(zone)}, you`, text: rangeWords(booking, clock), ...zoneOn(day, zone) };
  const invitees: RulerRow = {
    name: `${zoneCity(booking.timezone)}, invitee`,
    text: rangeWords(booking, { ...clock, zone: booking.timezone }),
    ...theirs,
  };
  const isSame = theirs.offsetMinutes === 0 && theirs.clockChange?.atMinute === own.clockChange?.atMinute;
  return (
    <Ruler
      rows={isSame ? [{ ...own, name: `${zoneCity(zone)}, you and the invitee` }] : [own, invitees]}
      dayLengthMinutes={day.lengthMinutes}
      meeting={{
        startMinute: minuteOf(day, booking.start),
        endMinute: minuteOf(day, booking.end),
        label: formatTime(booking.start, zone, locale),
      }}
      sentence={`For the invitee: ${theirTime(booking, clock)}.`}
    />
  );
}
