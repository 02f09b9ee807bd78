import { formatDate } from "../availability/calendar-days";
import { csvRows, type CsvColumns } from "../csv";
import { perHundred, type DayCounts } from "./figures";
import type { NamedWay } from "./ways";

const days: CsvColumns<DayCounts> = [
  ["Date", ({ day }) => formatDate(day)],
  ["Views", ({ views }) => views],
  ["Bookings", ({ bookings }) => bookings],
];

const ways: CsvColumns<NamedWay> = [
  ["Name", ({ name }) => name],
  ["Kind", ({ kind }) => kind],
  ["Views", ({ views }) => views],
  ["Bookings", ({ bookings }) => bookings],
  ["Booked per 100 views", (way) => perHundred(way)?.toFixed(1) ?? ""],
];

export function daysCsv(rows: readonly DayCounts[]): string {
  return csvRows(days, rows, { isFirst: true });
}

export function waysCsv(rows: readonly NamedWay[]): string {
  return csvRows(ways, rows, { isFirst: true });
}
