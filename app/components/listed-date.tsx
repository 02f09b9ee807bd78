import type { ReactNode } from "react";
import { DAY_MS, parseDate } from "~/domain/availability/calendar-days";
import { formatDayShort } from "~/domain/time";
import { FieldError } from "./field";
import { useFocus } from "./focus-place";
import { useField } from "./form-state";
import { Submit } from "./form";

type Props = {
  date: string;
  /** What the date is, such as a public holiday's name. */
  name?: string;
  /** The hidden field that carries the date while it is in the list. What is wrong with the date goes by the place. */
  field: { name: string; value: string; place?: number };
  /** What its Remove button sends, and where to. */
  remove: { intent: string; action: string };
  children?: ReactNode;
};

/** One date of a form's list. Its button sends the whole form: the page comes back without it, and nothing is saved. */
export function ListedDate({ date, name, field, remove, children }: Props) {
  const isChanged = useFocus(`date-${date}`);
  const path = `${field.name}.${field.place}`;
  const { error, isFirstError } = useField(path);
  return (
    <li
      id={error ? `field-${path}` : undefined}
      tabIndex={error || isChanged ? -1 : undefined}
      autoFocus={isFirstError || isChanged}
      className="rowline flex items-start justify-between gap-3 py-0.5 text-small"
    >
      <div className="min-w-0 py-2 [overflow-wrap:anywhere]">
        <p className="flex flex-wrap gap-x-3">
          <span className="min-w-32 whitespace-nowrap font-semibold">{dateWords(date)}</span>
          {name ? <span>{name}</span> : null}
        </p>
        {children}
        <FieldError name={path}>{error}</FieldError>
      </div>
      <input type="hidden" name={field.name} value={field.value} />
      <Submit kind="quiet" small name="intent" value={remove.intent} formAction={remove.action}>
        Remove<span className="sr-only"> {dateWords(date)}</span>
      </Submit>
    </li>
  );
}

/** "Thu 24 Dec 2026"; what is no date stays as it is. */
export function dateWords(date: string) {
  const day = parseDate(date);
  return day === null ? date : formatDayShort(day * DAY_MS, "UTC", "en", 0);
}
