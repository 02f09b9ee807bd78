import { DAY_MS } from "~/domain/availability/calendar-days";
import type { BookingSearch, BookingTab } from "~/domain/bookings/booking-list";
import { formatDayShort } from "~/domain/time";
import { paths } from "~/paths";
import type { Clock } from "./booking-words";
import { Field, Select, type Option } from "./field";
import { Form, HiddenFields, Submit } from "./form";
import type { FormError } from "./form-state";

export type BookingsFilterValues = { q: string; event: string; host: string; team: string; from: string; to: string };

type Choices = { eventTypes: Option[]; hosts: Option[]; teams: Option[] };

type Props = Choices & { tab: BookingTab; values: BookingsFilterValues; errors: FormError[]; seesAll: boolean };

/** Folded on phones, where it would fill the screen. */
export function BookingsFilter({ tab, values, errors, eventTypes, hosts, teams, seesAll }: Props) {
  return (
    <Form method="get" action={paths.bookings()} values={values} errors={errors} className="mb-5">
      <HiddenFields values={{ tab }} />
      <details className="fold" open={errors.length > 0}>
        <summary className="btn btn-second">Search and filter</summary>
        <div className="grid grid-cols-2 items-start gap-3 pt-4 sm:flex sm:flex-wrap sm:pt-0">
          <div className="col-span-2 sm:grow sm:basis-40">
            <Field label="Name, email or note" name="q" type="search" required={false} autoComplete="off" />
          </div>
          <Choice label="Event type" name="event" options={eventTypes} />
          {seesAll ? <Choice label="Host" name="host" options={hosts} /> : null}
          {teams.length > 0 ? <Choice label="Team" name="team" options={teams} /> : null}
          <div className="sm:w-[9.25rem]">
            <Field label="From" name="from" type="date" required={false} />
          </div>
          <div className="sm:w-[9.25rem]">
            <Field label="To" name="to" type="date" required={false} />
          </div>
          <div className="self-end lg:self-start lg:pt-7">
            <Submit kind="second" wide>
              Filter
            </Submit>
          </div>
        </div>
      </details>
    </Form>
  );
}

function Choice({ label, name, options }: { label: string; name: string; options: Option[] }) {
  return (
    <div className="sm:grow sm:basis-28">
      <Select label={label} name={name} required={false} options={[{ value: "", label: "All" }, ...options]} />
    </div>
  );
}

type Narrowed = Choices & { values: BookingsFilterValues; search: BookingSearch; clock: Clock };

/** What the list is narrowed to, a phrase for each thing; none where it shows everything. */
export function narrowedTo({ values, search, eventTypes, hosts, teams, clock }: Narrowed): string[] {
  const day = (epochDay: number) => formatDayShort(epochDay * DAY_MS, "UTC", clock.locale, clock.now);
  return [
    search.q ? `“${search.q}”` : "",
    values.event ? labelOf(values.event, eventTypes, "an event type that is not in the list") : "",
    values.host
      ? `hosted by ${labelOf(values.host, hosts, "somebody who is not in the list").replace(/^You$/, "you")}`
      : "",
    values.team ? `hosted by the team ${labelOf(values.team, teams, "that is not in the list")}` : "",
    search.from === undefined ? "" : `from ${day(search.from)}`,
    search.to === undefined ? "" : `until ${day(search.to)}`,
  ].filter(Boolean);
}

function labelOf(value: string, options: Option[], otherwise: string) {
  return options.find((option) => option.value === value)?.label ?? otherwise;
}
