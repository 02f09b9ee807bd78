import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from "react";
import { useField } from "./form-state";
import { Shape } from "./shape";

type Common = {
  label: ReactNode;
  name: string;
  hint?: ReactNode;
  optional?: boolean;
  optionalLabel?: string;
  /** Overrides what the surrounding Form knows. */
  error?: string;
  /** A small link at the end of the label's line. */
  aside?: ReactNode;
  /** Keeps the label for screen readers only: for fields in tables whose head says it. */
  hideLabel?: boolean;
};

type FieldProps = Common & {
  /** Stands after the box and makes it short: "minutes, 5 to 1440". */
  unit?: ReactNode;
  /** A second control on the same line; an error stands under both. */
  beside?: ReactNode;
  small?: boolean;
  defaultValue?: string | number;
} & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    | "type"
    | "autoComplete"
    | "inputMode"
    | "autoFocus"
    | "required"
    | "min"
    | "max"
    | "step"
    | "maxLength"
    | "pattern"
    | "spellCheck"
    | "autoCapitalize"
    | "list"
    | "dir"
    | "form"
  >;

export function Field({ unit, beside, small, type = "text", defaultValue, autoFocus, ...props }: FieldProps) {
  const { label, name, hint, optional, optionalLabel, error: given, aside, hideLabel, ...input } = props;
  const { error, value, isFirstError } = useField(name, { error: given, defaultValue });
  const box = (
    <input
      required={!optional}
      {...input}
      {...wiring(name, { error, hint, unit })}
      name={name}
      type={type}
      defaultValue={type === "password" ? undefined : value}
      autoFocus={isFirstError || autoFocus}
      className={`input ${small ? "input-sm" : ""} ${unit ? "w-24 shrink-0" : ""}`}
    />
  );
  return (
    <FieldFrame {...{ label, name, hint, optional, optionalLabel, error, aside, hideLabel }}>
      {unit ? (
        <div className="flex items-center gap-2">
          {box}
          <span id={`unit-${name}`} className="text-muted">
            {unit}
          </span>
        </div>
      ) : beside ? (
        <div className="grid grid-cols-[6rem_minmax(0,1fr)] gap-2">
          {box}
          {beside}
        </div>
      ) : (
        box
      )}
    </FieldFrame>
  );
}

type TextAreaProps = Common & { defaultValue?: string } & Pick<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    "rows" | "maxLength" | "required" | "autoFocus" | "spellCheck" | "dir"
  >;

export function TextArea({ defaultValue, rows = 3, autoFocus, ...props }: TextAreaProps) {
  const { label, name, hint, optional, optionalLabel, error: given, aside, hideLabel, ...input } = props;
  const { error, value, isFirstError } = useField(name, { error: given, defaultValue });
  return (
    <FieldFrame {...{ label, name, hint, optional, optionalLabel, error, aside, hideLabel }}>
      <textarea
        required={!optional}
        {...input}
        {...wiring(name, { error, hint })}
        name={name}
        rows={rows}
        defaultValue={value}
        autoFocus={isFirstError || autoFocus}
        className="input"
      />
    </FieldFrame>
  );
}

export type Option = { value: string; label: string; group?: string };

type SelectProps = Common & {
  options: Option[];
  defaultValue?: string;
  small?: boolean;
  required?: boolean;
  autoComplete?: string;
  autoFocus?: boolean;
};

export function Select({ options, defaultValue, small, autoFocus, ...props }: SelectProps) {
  const { label, name, hint, optional, optionalLabel, error: given, aside, hideLabel, ...input } = props;
  const { error, value, isFirstError } = useField(name, { error: given, defaultValue });
  return (
    <FieldFrame {...{ label, name, hint, optional, optionalLabel, error, aside, hideLabel }}>
      <select
        required={!optional}
        {...input}
        {...wiring(name, { error, hint })}
        name={name}
        defaultValue={value}
        autoFocus={isFirstError || autoFocus}
        className={`input ${small ? "input-sm" : ""}`}
      >
        {grouped(options).map(({ group, options }) =>
          group ? (
            <optgroup key={group} label={group}>
              {options.map(asOption)}
            </optgroup>
          ) : (
            options.map(asOption)
          ),
        )}
      </select>
    </FieldFrame>
  );
}

function FieldFrame(props: Omit<Common, "error"> & { error?: string; children: ReactNode }) {
  const { label, name, hint, optional, optionalLabel = "(optional)", error, aside, hideLabel, children } = props;
  return (
    <div className="min-w-0">
      <div className={hideLabel ? "sr-only" : "flex flex-wrap items-baseline justify-between gap-x-4 pb-1"}>
        <label htmlFor={`field-${name}`} className="label">
          {label}
          {optional ? <span className="whitespace-nowrap font-normal text-muted"> {optionalLabel}</span> : null}
        </label>
        {aside ? <span className="text-small">{aside}</span> : null}
      </div>
      {hint ? (
        <p id={`hint-${name}`} className="hint -mt-1 pb-1">
          {hint}
        </p>
      ) : null}
      {children}
      <FieldError name={name}>{error}</FieldError>
    </div>
  );
}

export function FieldError({ name, children }: { name: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <p id={`error-${name}`} className="error">
      <Shape name="octagon-bar" className="mt-0.5" />
      <span>{children}</span>
    </p>
  );
}

/** The id, and what a screen reader says with the control. */
function wiring(name: string, { error, hint, unit }: { error?: string; hint?: ReactNode; unit?: ReactNode }) {
  const describedBy = [error && `error-${name}`, hint && `hint-${name}`, unit && `unit-${name}`].filter(Boolean);
  return {
    id: `field-${name}`,
    "aria-invalid": error ? (true as const) : undefined,
    "aria-describedby": describedBy.join(" ") || undefined,
  };
}

function grouped(options: Option[]) {
  const groups: { group?: string; options: Option[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.group === option.group) last.options.push(option);
    else groups.push({ group: option.group, options: [option] });
  }
  return groups;
}

function asOption({ value, label }: Option) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
