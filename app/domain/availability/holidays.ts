import { DAY_MS, formatDate } from "./calendar-days";

/** A country or a region of one. */
export type Place = { code: string; name: string };
export type PublicHoliday = { date: string; name: string };

/** What the form offers: `regions` are those of the country that is chosen, or guessed. */
export type HolidayOffer = {
  countries: Place[];
  regions: Place[];
  country: string;
  region: string;
  years: HolidayYears;
  today: string;
};
/** The rest of this year, or with the next. */
export type HolidayYears = "1" | "2";
/** What became of a click on "Add public holidays". */
export type HolidaysAdded = { place: string; added: PublicHoliday[]; already: PublicHoliday[] };

/** A holiday as the library tells it: "2026-03-20 00:00:00 -0600", and how long it lasts. */
export type Spell = { date: string; name: string; lengthMs: number };

// A clock change within the days makes them an hour shorter or longer.
const slackMs = 2 * 3_600_000;

/** Every whole day from `from` to `to`, both included, once. A day that is a holiday only in part is left out. */
export function holidaysBetween(spells: Spell[], from: number, to: number): PublicHoliday[] {
  const names = new Map<number, string[]>();
  for (const spell of spells) {
    for (const day of wholeDays(spell)) {
      if (day < from || day > to) continue;
      const known = names.get(day) ?? [];
      if (!known.includes(spell.name)) names.set(day, [...known, spell.name]);
    }
  }
  return [...names.entries()]
    .sort(([a], [b]) => a - b)
    .map(([day, names]) => ({ date: formatDate(day), name: names.join(", ") }));
}

/** Which of them a list of dates lacks. One that is in the list stays as it is there. */
export function missingFrom(dates: Iterable<string>, place: string, holidays: PublicHoliday[]): HolidaysAdded {
  const listed = new Set(dates);
  const added = holidays.filter(({ date }) => !listed.has(date));
  return { place, added, already: holidays.filter(({ date }) => listed.has(date)) };
}

// Of a spell of 3 ¾ days the quarter is the afternoon before the first date: it ends with the third.
function wholeDays({ date, lengthMs }: Spell): number[] {
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_MS;
  const isFromMidnight = date.slice(11, 16) === "00:00";
  const count = isFromMidnight ? Math.floor((lengthMs + slackMs) / DAY_MS) : 0;
  return Array.from({ length: count }, (_, index) => first + index);
}
