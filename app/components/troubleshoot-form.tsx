import { paths } from "~/paths";
import { Field, Select, type Option } from "./field";
import { Form, Submit } from "./form";
import type { FormError, FormValues } from "./form-state";
import { Notice } from "./notice";

export type TroubleshootChoices = { eventTypes: Option[]; hosts: Option[]; teams: Option[]; durations: number[] };

type Props = { choices: TroubleshootChoices; values: FormValues; errors: FormError[] };

/** What to explain. A list with one entry is no question. */
export function TroubleshootForm({ choices, values, errors }: Props) {
  const { eventTypes, hosts, teams, durations } = choices;
  const asksHost = hosts.length > 1 || teams.length > 0;
  const asksLength = durations.length > 1;
  // What is wrong with a question that is not asked here still has to be said.
  const elsewhere = errors.filter(({ path }) => (path === "host" && !asksHost) || (path === "duration" && !asksLength));
  const all = { value: "", label: hosts.length === 2 ? "Both hosts" : `All ${hosts.length} hosts` };
  return (
    <Form method="get" action={paths.troubleshoot()} values={values} errors={errors} className="mb-6">
      {elsewhere.map(({ path, message }) => (
        <Notice key={path} kind="wait" className="mb-4" title={message} />
      ))}
      <div className="grid grid-cols-2 items-start gap-3 sm:flex sm:flex-wrap">
        <div className="col-span-2 sm:min-w-48 sm:max-w-72 sm:grow sm:basis-48">
          <Select label="Event type" name="event" required={false} options={eventTypes} />
        </div>
        {asksHost ? (
          <div className="col-span-2 sm:min-w-40 sm:max-w-60 sm:grow sm:basis-40">
            <Select label="Host or team" name="host" required={false} options={[all, ...hosts, ...grouped(teams)]} />
          </div>
        ) : null}
        {asksLength ? (
          <div className="col-span-2 sm:w-32">
            <Select label="Length" name="duration" required={false} options={durations.map(asOption)} />
          </div>
        ) : null}
        <div className="sm:w-44">
          <Field label="Day" name="date" type="date" required={false} />
        </div>
        <div className="sm:w-32">
          <Field label="Time" name="time" optional inputMode="numeric" autoComplete="off" maxLength={5} />
        </div>
        <div className="col-span-2 sm:pt-7">
          <Submit kind="second" wide>
            Explain
          </Submit>
        </div>
      </div>
    </Form>
  );
}

function grouped(teams: Option[]): Option[] {
  return teams.map((team) => ({ ...team, group: "Teams" }));
}

function asOption(minutes: number): Option {
  return { value: String(minutes), label: `${minutes} min` };
}
