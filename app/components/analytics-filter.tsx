import { usualPeriods, type Period } from "~/domain/analytics/period";
import { paths } from "~/paths";
import { periodWords } from "./analytics-words";
import type { Clock } from "./booking-words";
import { Field, Select, type Option } from "./field";
import { Form, HiddenFields, Submit } from "./form";
import type { FormError } from "./form-state";

type Props = {
  choices: Option[];
  values: { of: string; period: string };
  /** As they were typed. */
  dates: { from: string; to: string };
  errors: FormError[];
  period: Period;
  clock: Clock;
};

/** What is counted, and over which days: usual periods in one form, any dates in another. */
export function AnalyticsFilter({ choices, values, dates, errors, period, clock }: Props) {
  const usual: Option[] = usualPeriods.map(({ value, label }) => ({ value, label }));
  const isUsual = usual.some(({ value }) => value === values.period);
  const own = { value: values.period, label: periodWords(period, clock) };
  return (
    <div className="mb-6 space-y-3">
      <Form method="get" action={paths.analytics()} className="grid items-start gap-3 sm:flex sm:flex-wrap">
        <div className="min-w-0 sm:w-64">
          <Select label="Event type or link" name="of" required={false} options={choices} defaultValue={values.of} />
        </div>
        <div className={isUsual ? "sm:w-48" : "sm:w-64"}>
          <Select
            label="Period"
            name="period"
            required={false}
            options={isUsual ? usual : [own, ...usual]}
            defaultValue={values.period}
          />
        </div>
        <div className="sm:pt-7">
          <Submit kind="second" wide>
            Show
          </Submit>
        </div>
      </Form>
      <details open={errors.length > 0 || !isUsual}>
        <summary className="w-fit cursor-pointer py-1 text-small text-sea underline underline-offset-[3px]">
          Other dates
        </summary>
        <Form
          method="get"
          action={paths.analytics()}
          values={dates}
          errors={errors}
          className="grid grid-cols-2 items-start gap-3 pt-2 sm:flex sm:flex-wrap"
        >
          <HiddenFields values={{ of: values.of || undefined }} />
          <div className="sm:w-[9.25rem]">
            <Field label="From" name="from" type="date" required={false} />
          </div>
          <div className="sm:w-[9.25rem]">
            <Field label="To" name="to" type="date" required={false} />
          </div>
          <div className="col-span-2 sm:pt-7">
            <Submit kind="second" wide>
              Show these dates
            </Submit>
          </div>
        </Form>
      </details>
    </div>
  );
}
