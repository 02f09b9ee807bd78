import { formatDate, parseDate } from "~/domain/availability/calendar-days";
import type { HolidayOffer, HolidayYears, PublicHoliday } from "~/domain/availability/holidays";
import { countries, guessCountry, publicHolidays, regions } from "~/domain/availability/holidays.server";
import { localDay } from "~/domain/availability/zones";
import type { FieldError } from "./form.server";

type Chosen = { ok: true; place: string; holidays: PublicHoliday[] } | { ok: false; errors: FieldError[] };

/** What the choice shows: as it was sent, or, on a page that was just opened, with the country that the zone is in. */
export async function holidayOffer(form: URLSearchParams | null, timezone: string, now: number): Promise<HolidayOffer> {
  const country = form?.get("holiday_country") ?? (await guessCountry(timezone)) ?? "";
  return {
    countries: await countries(),
    regions: await regions(country),
    country,
    region: regionIn(country, form) ?? "",
    years: yearsOf(form),
    today: formatDate(localDay(timezone, now)),
  };
}

/** The public holidays that were asked for, from today in the given zone to the end of the last year. */
export async function chosenHolidays(form: URLSearchParams, timezone: string, now: number): Promise<Chosen> {
  const country = form.get("holiday_country") ?? "";
  const today = localDay(timezone, now);
  const lastYear = Number(formatDate(today).slice(0, 4)) + Number(yearsOf(form)) - 1;
  const region = regionIn(country, form);
  const found = await publicHolidays({ country, region, from: today, to: parseDate(`${lastYear}-12-31`)! });
  if (!found.ok) return { ok: false, errors: [refusals[found.reason]] };
  return { ok: true, place: await placeName(country, region), holidays: found.holidays };
}

const refusals = {
  unknown_country: { path: "holiday_country", message: "Choose a country." },
  unknown_region: { path: "holiday_region", message: "Choose one of the regions in the list." },
};

/** "DE.BY" is sent. After a change of country it belongs to the one before and says nothing. */
function regionIn(country: string, form: URLSearchParams | null): string | null {
  const sent = form?.get("holiday_region") ?? "";
  return country && sent.startsWith(`${country}.`) ? sent.slice(country.length + 1) : null;
}

async function placeName(country: string, region: string | null): Promise<string> {
  const places = region ? await regions(country) : await countries();
  return places.find(({ code }) => code === (region ?? country))?.name ?? country;
}

function yearsOf(form: URLSearchParams | null): HolidayYears {
  return form?.get("holiday_years") === "1" ? "1" : "2";
}
