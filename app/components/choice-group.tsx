import type { ReactNode } from "react";
import { FieldError } from "./field";
import { useField } from "./form-state";

type Props = {
  legend: ReactNode;
  name: string;
  options: { value: string; label: ReactNode }[];
  /** Several may be chosen, else one. */
  several?: boolean;
  defaultValues?: string[];
  hint?: ReactNode;
  optional?: boolean;
  optionalLabel?: string;
};

/** One of a few, or some of them, whatever their words are. The first carries the id that an error summary points to. */
export function ChoiceGroup(props: Props) {
  const { legend, name, options, several = false, defaultValues = [], hint, optional, optionalLabel } = props;
  const { error, kept, wasSent, isFirstError } = useField(name);
  const chosen = wasSent ? [kept].flat() : defaultValues;
  const describedBy = [error && `error-${name}`, hint && `hint-${name}`].filter(Boolean).join(" ");
  return (
    <fieldset
      role={several ? undefined : "radiogroup"}
      aria-required={several ? undefined : !optional}
      aria-invalid={error && !several ? true : undefined}
      aria-describedby={describedBy || undefined}
      className="min-w-0"
    >
      <legend className="label pb-1">
        {legend}
        {optional ? <span className="whitespace-nowrap font-normal text-muted"> {optionalLabel}</span> : null}
      </legend>
      {hint ? (
        <p id={`hint-${name}`} className="hint -mt-1 pb-1">
          {hint}
        </p>
      ) : null}
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
        {options.map(({ value, label }, index) => (
          <label key={value} className="radio">
            <input
              type={several ? "checkbox" : "radio"}
              id={index === 0 ? `field-${name}` : `field-${name}-${index}`}
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              autoFocus={isFirstError && index === 0}
              aria-invalid={error ? true : undefined}
            />
            <span className="min-w-0 [overflow-wrap:anywhere]">{label}</span>
          </label>
        ))}
      </div>
      <FieldError name={name}>{error}</FieldError>
    </fieldset>
  );
}
