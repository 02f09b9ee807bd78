import { commonSessionLengths, sessionLength, sortedUnique } from "~/domain/event-types/event-type";
import { DurationChoice } from "./duration-choice";
import { Field } from "./field";
import { Form, HiddenFields, Submit } from "./form";

type Props = {
  /** The page's own address without a length. */
  address: string;
  chosen: number;
  hrefFor: (minutes: number) => string;
  /** What was typed and is no length of a session. */
  wrong: string | null;
};

const { min, max } = sessionLength;

/** How long a session takes: a usual length by one click, any other typed. */
export function SessionLength({ address, chosen, hrefFor, wrong }: Props) {
  const [path = "", query = ""] = address.split("?");
  const kept = [...new URLSearchParams(query)];
  const durations = sortedUnique([...commonSessionLengths, chosen]);
  const errors = wrong === null ? [] : [{ path: "duration", message: `A session takes ${min} to ${max} minutes.` }];
  return (
    <>
      <DurationChoice durations={durations} chosen={chosen} hrefFor={hrefFor} />
      <details className="mt-2" open={wrong !== null}>
        <summary className="inline-block cursor-pointer py-1 text-small text-sea underline decoration-1 underline-offset-[3px] hover:text-sea-deep">
          Another length
        </summary>
        <Form
          method="get"
          action={path}
          errors={errors}
          values={wrong === null ? undefined : { duration: wrong }}
          className="mt-2 space-y-3"
        >
          {kept.map(([name, value]) => (
            <HiddenFields key={name + value} values={{ [name]: value }} />
          ))}
          <Field
            label="Length"
            name="duration"
            inputMode="numeric"
            unit={`minutes, ${min} to ${max}`}
            defaultValue={chosen}
          />
          <Submit kind="second" small>
            Show times
          </Submit>
        </Form>
      </details>
    </>
  );
}
