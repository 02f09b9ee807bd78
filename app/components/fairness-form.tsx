import { paths } from "~/paths";
import { Select } from "./field";
import { Form, Submit } from "./form";

type Props = {
  teamId: string;
  rotations: { id: string; name: string }[];
  eventTypeId: string;
  periods: number[];
  days: number;
};

export function FairnessForm({ teamId, rotations, eventTypeId, periods, days }: Props) {
  return (
    <Form method="get" action={paths.teamFairness(teamId)} className="mb-6 grid items-start gap-3 sm:flex sm:flex-wrap">
      <div className="sm:w-72">
        <Select
          label="Event type"
          name="event_type"
          required={false}
          options={rotations.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={eventTypeId}
        />
      </div>
      <div className="sm:w-40">
        <Select
          label="Period"
          name="days"
          required={false}
          options={periods.map((each) => ({ value: String(each), label: `Last ${each} days` }))}
          defaultValue={String(days)}
        />
      </div>
      <div className="sm:pt-7">
        <Submit kind="second" wide>
          Show
        </Submit>
      </div>
    </Form>
  );
}
