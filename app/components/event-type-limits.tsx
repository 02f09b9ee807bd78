import { Checkbox } from "./choice";
import type { FormEventType } from "./event-type-form";
import { Field } from "./field";
import { HiddenFields, Pair } from "./form";

export function LimitsFields({ eventType }: { eventType: Omit<FormEventType, "id"> }) {
  return (
    <>
      <Pair>
        <Field
          label="At most in a day"
          name="max_per_day"
          optional
          inputMode="numeric"
          unit="meetings"
          hint="Leave empty for no limit."
          defaultValue={eventType.maxPerDay ?? ""}
        />
        <Field
          label="At most in a week"
          name="max_per_week"
          optional
          inputMode="numeric"
          unit="meetings"
          hint="Monday to Sunday. Leave empty for no limit."
          defaultValue={eventType.maxPerWeek ?? ""}
        />
      </Pair>
      <div>
        <Checkbox
          name="requires_confirmation"
          label="Ask before confirming"
          hint="The time is held while the host decides."
          defaultChecked={eventType.requiresConfirmation}
        />
        {eventType.isSession ? (
          // Whether clients can book it at all is said with the rest of coaching.
          <HiddenFields values={{ is_session: "on" }} />
        ) : (
          <>
            <Checkbox
              name="is_listed"
              label="Show on the public page"
              hint="Off: only people with the address find it."
              defaultChecked={eventType.isListed}
            />
            <Checkbox
              name="is_active"
              label="Bookable"
              hint="Off: nobody can book it. What is booked stays."
              defaultChecked={eventType.isActive}
            />
          </>
        )}
      </div>
    </>
  );
}
