import { localDay } from "~/domain/availability/zones";
import type { Booking } from "~/domain/bookings/booking";
import { countOf } from "~/domain/counts";
import { formatTime, zoneCity } from "~/domain/time";
import { lengthOf, rangeWords, type Clock } from "./booking-words";
import { Ruler } from "./ruler";
import { minuteOf, rulerDay, spansOn, zoneOn } from "./ruler-day";

/** The host's day: what is booked, and where in it they are. */
export function TodayRuler({ bookings, clock }: { bookings: Booking[]; clock: Clock }) {
  const { zone, locale, now } = clock;
  const day = rulerDay(zone, localDay(zone, now));
  const booked = spansOn(day, bookings);
  const total = booked.reduce((sum, span) => sum + span.endMinute - span.startMinute, 0);
  const text =
    booked.length === 0 ? "No meetings" : `${countOf(booked.length, "meeting")}, ${lengthOf(total * 60_000)}`;
  const list = bookings.map((booking) => `${rangeWords(booking, clock)} ${booking.inviteeName}`).join("; ");
  return (
    <Ruler
      rows={[{ name: zoneCity(zone), text, booked, ...zoneOn(day, zone) }]}
      dayLengthMinutes={day.lengthMinutes}
      now={{ minute: minuteOf(day, now), label: `now ${formatTime(now, zone, locale)}` }}
      sentence={list ? `Today, ${text}: ${list}.` : "No meetings today."}
    />
  );
}
