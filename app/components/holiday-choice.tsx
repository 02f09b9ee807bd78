import type { HolidayOffer, HolidaysAdded, PublicHoliday } from "~/domain/availability/holidays";
import { Select } from "./field";
import { useFocus } from "./focus-place";
import { Submit } from "./form";
import { dateWords } from "./listed-date";
import { Notice } from "./notice";

type Props = {
  offer: HolidayOffer;
  /** Where its buttons send the form that stands around it: the page's address and the place on it. */
  action: string;
  /** What the last click brought. */
  added?: HolidaysAdded;
};

/** Public holidays of a country or region, put into the list beside it with one click. */
export function HolidayChoice({ offer, action, added }: Props) {
  const { countries, regions, country, region, years, today } = offer;
  const year = Number(today.slice(0, 4));
  const chosen = countries.find(({ code }) => code === country);
  const isChanged = useFocus("public-holidays");
  return (
    <fieldset className="space-y-3">
      <legend className="label">Public holidays</legend>
      {isChanged && (added || regions.length === 0) ? (
        <div tabIndex={-1} autoFocus>
          {added ? (
            <Outcome {...added} />
          ) : (
            <Notice title={chosen ? noRegions(chosen.name) : "Choose a country first."} />
          )}
        </div>
      ) : null}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(13rem,1fr))] items-start gap-3">
        <Select
          label="Country"
          name="holiday_country"
          options={[
            ...(chosen ? [] : [{ value: "", label: "Choose a country" }]),
            ...countries.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          defaultValue={chosen ? country : ""}
        />
        {regions.length > 0 ? (
          <Select
            label="Region"
            name="holiday_region"
            options={[
              { value: "", label: "The whole country" },
              ...regions.map(({ code, name }) => ({ value: `${country}.${code}`, label: name })),
            ]}
            defaultValue={region && `${country}.${region}`}
            autoFocus={isChanged && !added}
          />
        ) : null}
        <Select
          label="Years"
          name="holiday_years"
          options={[
            { value: "1", label: `Rest of ${year}` },
            { value: "2", label: `${year} and ${year + 1}` },
          ]}
          defaultValue={years}
        />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Submit kind="second" icon="calendar-plus" name="intent" value="add_holidays" formAction={action}>
          Add public holidays
        </Submit>
        <span className="-ms-2">
          <Submit kind="quiet" small name="intent" value="show_regions" formAction={action}>
            Show regions<span className="sr-only"> of this country</span>
          </Submit>
        </span>
      </div>
      <p className="hint">Whole days from today on. Remove those that you work on. Half days are left out.</p>
    </fieldset>
  );
}

function noRegions(country: string) {
  return `${country}: there are no regions to choose from.`;
}

function Outcome({ place, added, already }: HolidaysAdded) {
  if (added.length + already.length === 0) {
    return <Notice title={`${place}: no public holiday is left in these years.`} />;
  }
  if (added.length === 0) {
    return (
      <Notice title={`${place}: nothing to add.`}>All public holidays of these years are in the list already.</Notice>
    );
  }
  return (
    <Notice kind="ok" title={`${place}: ${counted(added.length)} added.`}>
      {already.length > 0 ? <Already holidays={already} /> : null}
    </Notice>
  );
}

/** A few are named at once, many when asked for. */
function Already({ holidays }: { holidays: PublicHoliday[] }) {
  const names = holidays.map(({ date, name }) => `${name}, ${dateWords(date)}`).join("; ");
  if (holidays.length <= 3) return <>Already in the list: {names}.</>;
  return (
    <details>
      <summary className="cursor-pointer">{holidays.length} were in the list already.</summary>
      {names}.
    </details>
  );
}

function counted(number: number) {
  return number === 1 ? "1 public holiday" : `${number} public holidays`;
}
