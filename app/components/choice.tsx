import type { ReactNode } from "react";
import { FieldError } from "./field";
import { useField } from "./form-state";

type BoxProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  defaultChecked?: boolean;
  error?: string;
};

/** A line with a box before it: yes or no. Several of one name need a value each. */
export function Checkbox(props: BoxProps) {
  return <Box {...props} className="check" />;
}

/** The same, as a bordered card: for choosing some of a few. */
export function CheckCard(props: BoxProps) {
  return <Box {...props} className="radio" />;
}

function Box({
  name,
  label,
  hint,
  value = "on",
  defaultChecked,
  error: given,
  className,
}: BoxProps & { className: string }) {
  const { error, kept, wasSent, isFirstError } = useField(name, { error: given });
  const id = value === "on" ? name : `${name}-${value}`;
  const describedBy = [error && `error-${id}`, hint && `hint-${id}`].filter(Boolean).join(" ");
  return (
    <div className={className === "radio" ? "flex flex-col" : undefined}>
      <label className={`${className} grow`}>
        <input
          type="checkbox"
          id={`field-${id}`}
          name={name}
          value={value}
          defaultChecked={wasSent ? [kept].flat().includes(value) : defaultChecked}
          autoFocus={isFirstError}
          aria-invalid={error ? true : undefined}
          aria-labelledby={`label-${id}`}
          aria-describedby={describedBy || undefined}
        />
        <span className="min-w-0">
          <span id={`label-${id}`} className={className === "radio" ? "font-semibold" : undefined}>
            {label}
          </span>
          {hint ? (
            <span id={`hint-${id}`} className="hint block">
              {hint}
            </span>
          ) : null}
        </span>
      </label>
      <FieldError name={id}>{error}</FieldError>
    </div>
  );
}

type RadioCardsProps = {
  legend: ReactNode;
  name: string;
  options: { value: string; label: ReactNode; hint?: ReactNode }[];
  defaultValue?: string;
  hint?: ReactNode;
  optional?: boolean;
  optionalLabel?: string;
  error?: string;
  hideLegend?: boolean;
};

/** One of a few. The first carries the id that an error summary points to. */
export function RadioCards(props: RadioCardsProps) {
  const { legend, name, options, defaultValue, hint, optional, optionalLabel = "(optional)", hideLegend } = props;
  const { error, value, isFirstError } = useField(name, { error: props.error, defaultValue });
  const describedBy = [error && `error-${name}`, hint && `hint-${name}`].filter(Boolean).join(" ");
  return (
    <fieldset
      role="radiogroup"
      aria-required={!optional}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy || undefined}
      className="min-w-0"
    >
      <legend className={hideLegend ? "sr-only" : "label pb-1"}>
        {legend}
        {optional ? <span className="whitespace-nowrap font-normal text-muted"> {optionalLabel}</span> : null}
      </legend>
      {hint ? (
        <p id={`hint-${name}`} className="hint -mt-1 pb-1">
          {hint}
        </p>
      ) : null}
      <div className="grid gap-3 sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
        {options.map((option, index) => (
          <label key={option.value} className="radio">
            <input
              type="radio"
              id={index === 0 ? `field-${name}` : `field-${name}-${option.value}`}
              aria-labelledby={`label-${name}-${option.value}`}
              aria-describedby={option.hint ? `hint-${name}-${option.value}` : undefined}
              name={name}
              value={option.value}
              defaultChecked={value === option.value}
              autoFocus={isFirstError && index === 0}
            />
            <span className="min-w-0">
              <span id={`label-${name}-${option.value}`} className={option.hint ? "font-semibold" : undefined}>
                {option.label}
              </span>
              {option.hint ? (
                <span id={`hint-${name}-${option.value}`} className="hint block">
                  {option.hint}
                </span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
      <FieldError name={name}>{error}</FieldError>
    </fieldset>
  );
}
