import { Field, Select } from "./field";
import { Pair } from "./form";

const units = ["minutes", "hours", "days"].map((value) => ({ value, label: value }));

export function LinkLimitsStep() {
  return (
    <div className="max-w-form space-y-5">
      <Pair>
        <Field
          label="At most in a day"
          name="max_per_day"
          optional
          inputMode="numeric"
          unit="meetings"
          hint="Leave empty for no limit."
        />
        <Field
          label="At most in a week"
          name="max_per_week"
          optional
          inputMode="numeric"
          unit="meetings"
          hint="Monday to Sunday. Leave empty for no limit."
        />
      </Pair>
      <Pair>
        <Field
          label="Notice needed"
          name="minimum_notice_minutes"
          inputMode="numeric"
          beside={<Select label="Unit of the notice" hideLabel name="notice_unit" options={units} />}
        />
        <Field label="Bookable for the next" name="booking_window_days" inputMode="numeric" unit="days, 1 to 730" />
      </Pair>
      <Field
        label="Offer a start every"
        name="slot_interval_minutes"
        optional
        inputMode="numeric"
        unit="minutes"
        hint="Empty: one start after the other."
      />
    </div>
  );
}
