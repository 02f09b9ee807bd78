import { countOf } from "~/domain/counts";
import { paths } from "~/paths";
import { Checkbox } from "./choice";
import { Select } from "./field";
import { Form, HiddenFields, Submit } from "./form";
import type { TeamCalendarPage } from "./team-calendar-words";

/** Whose week it is, and how long all of them should be free. Nobody checked means everybody. */
export function TeamCalendarFilter({ page }: { page: TeamCalendarPage }) {
  const { choices, kept, errors, isNarrowed, total } = page;
  const { teams, eventTypes, people } = choices;
  const chosen = isNarrowed ? kept.members!.split(",") : [];
  return (
    <Form
      method="get"
      action={paths.teamCalendar()}
      errors={errors}
      values={{ team: kept.team ?? "", event: kept.event ?? "", members: chosen }}
    >
      <HiddenFields values={{ week: kept.week ?? undefined, view: kept.view ?? undefined }} />
      <div className="grid items-start gap-3 sm:flex sm:flex-wrap">
        {teams.length > 0 ? (
          <div className="sm:w-56">
            <Select label="Team" name="team" required={false} options={[{ value: "", label: "All hosts" }, ...teams]} />
          </div>
        ) : null}
        <div className="sm:w-72">
          <Select
            label="Free long enough for"
            name="event"
            required={false}
            options={[{ value: "", label: "Any length" }, ...eventTypes]}
          />
        </div>
        <div className="sm:pt-7">
          <Submit kind="second" wide>
            Show
          </Submit>
        </div>
      </div>
      {people.length > 1 ? (
        <details className="mt-3" open={isNarrowed}>
          <summary className="inline-flex min-h-9 cursor-pointer items-center text-small font-semibold text-sea underline decoration-1 underline-offset-[3px]">
            {isNarrowed
              ? `${total} of ${people.length} people`
              : `Only some of ${countOf(people.length, "person", "people")}`}
          </summary>
          <fieldset className="mt-1">
            <legend className="hint">Check whom to show, nobody for all of them.</legend>
            <div className="mt-1 grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
              {people.map(({ value, label }) => (
                <Checkbox key={value} name="members" value={value} label={<bdi>{label}</bdi>} />
              ))}
            </div>
          </fieldset>
        </details>
      ) : null}
    </Form>
  );
}
