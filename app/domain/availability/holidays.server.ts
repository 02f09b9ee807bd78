import { formatDate } from "./calendar-days";
import { holidaysBetween, type Place, type PublicHoliday, type Spell } from "./holidays";
import { presentZone } from "./zone-names";

type Asked = { country: string; region: string | null; from: number; to: number };
type Found =
  | { ok: true; holidays: PublicHoliday[] }
  | { ok: false; reason: "unknown_country" }
  | { ok: false; reason: "unknown_region" };

/** Every country whose public holidays are known, by its English name. */
export async function countries(): Promise<Place[]> {
  const { all } = await library();
  return all;
}

/** Where holidays differ within a country: its states, and parts of them as "BY.A". None for an unknown country. */
export async function regions(country: string): Promise<Place[]> {
  const { all, calendar } = await library();
  if (!all.some(({ code }) => code === country)) return [];
  const states = named(calendar.getStates(country, "en"));
  const parts = states.flatMap((state) =>
    named(calendar.getRegions(country, state.code, "en")).map(({ code, name }) => ({
      code: `${state.code}.${code}`,
      name: `${state.name}: ${name}`,
    })),
  );
  return sorted([...states, ...parts]);
}

/** The days off from epoch day `from` to `to`, both included, each date once and in order, whatever zone the process is in. */
export async function publicHolidays({ country, region, from, to }: Asked): Promise<Found> {
  const { all } = await library();
  if (!all.some(({ code }) => code === country)) return { ok: false, reason: "unknown_country" };
  if (region !== null && !(await regions(country)).some(({ code }) => code === region)) {
    return { ok: false, reason: "unknown_region" };
  }
  const spells = await spellsOf(country, region, yearOf(from), yearOf(to));
  return { ok: true, holidays: holidaysBetween(spells, from, to) };
}

/** The country that a zone is in: NO for Europe/Oslo. Null for zones of no country, and for countries not known here. */
export async function guessCountry(timezone: string): Promise<string | null> {
  const { byZone } = await library();
  return byZone.get(presentZone(timezone)) ?? null;
}

async function spellsOf(country: string, region: string | null, firstYear: number, lastYear: number) {
  const { Holidays } = await library();
  const place = [country, region].filter(Boolean).join(".");
  const own = new Holidays(place).getLanguages().filter((language) => language.startsWith("en"));
  const calendar = new Holidays(place, { types: ["public"], languages: [...own, "en"] });
  const spells: Spell[] = [];
  // One that lasts may have begun in the year before.
  for (let year = firstYear - 1; year <= lastYear; year++) {
    for (const { date, name, start, end } of calendar.getHolidays(year)) {
      spells.push({ date, name, lengthMs: end.getTime() - start.getTime() });
    }
  }
  return spells;
}

let loading: ReturnType<typeof load> | undefined;

/** It carries the rules of every country, hence read when first asked for; again where that failed. */
function library() {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load() {
  const { default: Holidays } = await import("date-holidays");
  const calendar = new Holidays();
  const all = sorted(named(calendar.getCountries("en")));
  const byZone = new Map(all.flatMap(({ code }) => zonesOf(code).map((zone) => [presentZone(zone), code] as const)));
  return { Holidays, calendar, all, byZone };
}

// The library lists shared zones under each of their countries. Intl knows one country for each zone.
function zonesOf(country: string): string[] {
  const locale: Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] } = new Intl.Locale("und", {
    region: country,
  });
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

function named(names: Record<string, string> | undefined): Place[] {
  return Object.entries(names ?? {}).map(([code, name]) => ({ code, name }));
}

function sorted(places: Place[]): Place[] {
  const { compare } = new Intl.Collator("en", { numeric: true });
  return places.sort((a, b) => compare(a.name, b.name));
}

function yearOf(epochDay: number) {
  return Number(formatDate(epochDay).slice(0, 4));
}
