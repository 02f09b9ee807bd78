import { pairs, formatMinutes, weekdays } from "../availability/schedule";
import { emptyEventType, offeredDurations, type EventType } from "../event-types/event-type";
import { excludedDatesOf, writeExcluded } from "../event-types/excluded-dates";
import { noticeParts } from "../event-types/typed";

/** The six steps of the wizard, in their order. The last one shows what the others have asked. */
export const formSteps = ["basics", "availability", "duration", "limits", "template"] as const;
export const steps = [...formSteps, "review"] as const;
export type FormStep = (typeof formSteps)[number];
export type Step = (typeof steps)[number];

export const stepNames: Record<Step, string> = {
  basics: "Basics",
  availability: "Availability",
  duration: "Duration and buffers",
  limits: "Limits",
  template: "Template",
  review: "Review",
};

/** The fields of a step as they were typed. A box that is not ticked is not there. */
export type StepValues = Record<string, string[]>;
export type DraftValues = Partial<Record<FormStep, StepValues>>;

/** What the fields say until somebody types into them: the rules of an event type, or those of a new one. */
export type DraftBase = {
  title: string;
  /** The event type that is followed; "" for rules of its own. */
  follows: string;
  rules: Rules;
  /** "default", "own", or the id of a schedule. */
  hours: string;
  timezone: string;
  weekly: number[][];
};
type Rules = Pick<
  EventType,
  | "description"
  | "locationType"
  | "locationValue"
  | "requiresConfirmation"
  | "excludedDates"
  | "excludedDateNotes"
  | "durationMinutes"
  | "durationOptions"
  | "bufferBefore"
  | "bufferAfter"
  | "maxPerDay"
  | "maxPerWeek"
  | "minimumNoticeMinutes"
  | "bookingWindowDays"
  | "slotIntervalMinutes"
  | "templateId"
  | "emailFollowupEnabled"
>;

export const noRules: Rules = emptyEventType;

export function isStep(text: string | undefined): text is Step {
  return (steps as readonly (string | undefined)[]).includes(text);
}

export function baseValues(step: FormStep, base: DraftBase): StepValues {
  const { rules } = base;
  switch (step) {
    case "basics":
      return {
        title: [base.title],
        follows: [base.follows],
        shown: [base.follows],
        description: [rules.description],
        "location.type": [rules.locationType],
        "location.value": [rules.locationValue],
        ...ticked("requires_confirmation", rules.requiresConfirmation),
      };
    case "availability":
      return {
        hours: [base.hours],
        timezone: [base.timezone],
        ...rowValues(base.weekly),
        excluded_dates: excludedDatesOf(rules).map(writeExcluded),
      };
    case "duration":
      return {
        durations: offeredDurations(rules).map(String),
        other_durations: [""],
        buffer_before: [String(rules.bufferBefore)],
        buffer_after: [String(rules.bufferAfter)],
      };
    case "limits": {
      const notice = noticeParts(rules.minimumNoticeMinutes);
      return {
        max_per_day: [limitText(rules.maxPerDay)],
        max_per_week: [limitText(rules.maxPerWeek)],
        minimum_notice_minutes: [String(notice.count)],
        notice_unit: [notice.unit],
        booking_window_days: [String(rules.bookingWindowDays)],
        slot_interval_minutes: [limitText(rules.slotIntervalMinutes)],
      };
    }
    case "template":
      return {
        template_id: [rules.templateId ?? ""],
        ...ticked("email_followup_enabled", rules.emailFollowupEnabled),
      };
  }
}

const row = /^availability\.\d{1,3}\.(weekday|start|end)$/;
const rowsAndChoices = ["copy_from", "copy_to", "fresh_date", "fresh_name", "excluded_dates"];
const holidays = ["holiday_country", "holiday_region", "holiday_years"];

/** What a form has sent of a step's own fields. Postgres keeps no zero bytes. */
export function sentValues(step: FormStep, form: URLSearchParams): StepValues {
  const known = new Set([...ownFields[step], ...(step === "availability" ? [...rowsAndChoices, ...holidays] : [])]);
  const values: StepValues = {};
  for (const [name, value] of form) {
    if (!known.has(name) && !(step === "availability" && row.test(name))) continue;
    (values[name] ??= []).push(value.replaceAll("\0", ""));
  }
  return values;
}

const ownFields: Record<FormStep, string[]> = {
  basics: ["title", "follows", "shown", "description", "location.type", "location.value", "requires_confirmation"],
  availability: ["hours", "timezone"],
  duration: ["durations", "other_durations", "buffer_before", "buffer_after"],
  limits: [
    ...["max_per_day", "max_per_week", "minimum_notice_minutes", "notice_unit"],
    ...["booking_window_days", "slot_interval_minutes"],
  ],
  template: ["template_id", "email_followup_enabled"],
};

/** What follows the event type: not its name, and no rows, which say nothing one by one. */
const following: Record<FormStep, string[]> = {
  ...ownFields,
  basics: ["description", "location.type", "location.value", "requires_confirmation"],
  availability: ["hours", "timezone", "excluded_dates"],
};

/** Another event type is followed: every field that said what the one before says now says what the next one does. */
export function rebased(values: DraftValues, before: DraftBase, after: DraftBase): DraftValues {
  const next: DraftValues = {};
  for (const step of formSteps) {
    const typed = values[step];
    if (!typed) continue;
    const [old, fresh] = [baseValues(step, before), baseValues(step, after)];
    const followed = following[step].filter((name) => isSame(typed[name], old[name]));
    const kept = Object.entries(typed).filter(([name]) => !followed.includes(name));
    const taken = followed.flatMap((name) => (fresh[name] ? [[name, fresh[name]] as const] : []));
    next[step] = Object.fromEntries([...kept, ...taken]);
  }
  if (next.basics) next.basics.shown = [after.follows];
  return next;
}

export function toForm(values: StepValues): URLSearchParams {
  const pairs = Object.entries(values).flatMap(([name, each]) => each.map((value) => [name, value]));
  return new URLSearchParams(pairs);
}

function rowValues(weekly: number[][]): StepValues {
  const rows = weekly.flatMap((intervals, day) =>
    pairs(intervals).map((range) => ({ weekday: weekdays[day]!, ...range })),
  );
  return Object.fromEntries(
    rows.flatMap(({ weekday, start, end }, place) => [
      [`availability.${place}.weekday`, [weekday]],
      [`availability.${place}.start`, [formatMinutes(start)]],
      [`availability.${place}.end`, [formatMinutes(end)]],
    ]),
  );
}

function ticked(name: string, isOn: boolean): StepValues {
  return isOn ? { [name]: ["on"] } : {};
}

function limitText(limit: number | null) {
  return limit === null ? "" : String(limit);
}

function isSame(a: string[] = [], b: string[] = []) {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
