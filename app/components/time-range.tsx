import type { ReactNode } from "react";
import { FieldError } from "./field";
import { useFocus } from "./focus-place";
import { useField } from "./form-state";

type Props = {
  /** The fields are called `<name>.start` and `<name>.end`. */
  name: string;
  /** Whose hours, for screen readers: "Monday". */
  whose: string;
  start: string;
  end: string;
  wide?: boolean;
  children?: ReactNode;
};

/** From and to as text, with the buttons that belong to them; what is wrong stands under the row. */
export function TimeRange({ name, whose, start, end, wide, children }: Props) {
  const first = useField(`${name}.start`);
  const second = useField(`${name}.end`);
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <TimeInput name={`${name}.start`} label={`${whose}, from`} value={start} wide={wide} />
        <span className="text-muted">to</span>
        <TimeInput name={`${name}.end`} label={`${whose}, to`} value={end} wide={wide} />
        {children}
      </div>
      <FieldError name={`${name}.start`}>{first.error}</FieldError>
      <FieldError name={`${name}.end`}>{second.error}</FieldError>
    </div>
  );
}

type InputProps = { name: string; label: string; value: string; wide?: boolean };

function TimeInput({ name, label, value, wide }: InputProps) {
  const { error, isFirstError } = useField(name);
  const isChanged = useFocus(name);
  return (
    <input
      id={`field-${name}`}
      name={name}
      aria-label={label}
      defaultValue={value}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      autoFocus={isFirstError || isChanged}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `error-${name}` : undefined}
      className={`input text-center ${wide ? "!w-24 grow" : "!w-[5.25rem]"}`}
    />
  );
}
