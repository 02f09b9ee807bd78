import { z } from "zod";
import { draftInput, tidy } from "../availability/schedule-draft";
import { SchedulePatch } from "../availability/schedule-input";
import { readDraft } from "../availability/typed-schedule";
import { emptyEventType, sortedUnique } from "../event-types/event-type";
import { EventTypePatchForm } from "../event-types/event-type-input";
import { sentDates } from "../event-types/excluded-dates";
import { mergeSettings, settingProblems, type FieldProblem } from "../event-types/settings";
import { typedLimit, typedList, typedMinutes, typedWhole } from "../event-types/typed";
import { uuidField } from "../fields";
import { formSteps, steps, toForm, type DraftValues, type FormStep, type Step, type StepValues } from "./draft-fields";
import { durationsField, titleField } from "./link-input";
import type { LinkChange } from "./link-rules";

/** What a step comes to: its part of a change, or what is wrong, by the names of its fields. */
type Read = { ok: true; change: LinkChange } | { ok: false; errors: FieldProblem[] };

const rules = EventTypePatchForm.shape;

/** A step by itself, by the rules of event types and schedules. */
export function readStep(step: FormStep, values: StepValues): Read {
  return readers[step](toForm(values));
}

/**
 * Where each step stands. For a new link one is done once it was sent and nothing is wrong with it; of a link that there is,
 * what was not touched stays as it is.
 */
export function stepStates(values: DraftValues, { isNew }: { isNew: boolean }) {
  return formSteps.map((step) => {
    const typed = values[step];
    return { step, isDone: typed ? readStep(step, typed).ok : !isNew };
  });
}

/** The furthest step that can be opened: the first that is not done. */
export function furthestStep(values: DraftValues, about: { isNew: boolean }): Step {
  return stepStates(values, about).find(({ isDone }) => !isDone)?.step ?? "review";
}

export function isBeyond(step: Step, furthest: Step) {
  return steps.indexOf(step) > steps.indexOf(furthest);
}

/** All that was typed as one change; or the first step that is not done. */
export function draftChange(
  values: DraftValues,
  about: { isNew: boolean },
): { ok: true; change: LinkChange } | { ok: false; step: Step } {
  const furthest = furthestStep(values, about);
  return furthest === "review" ? { ok: true, change: typedChange(values) } : { ok: false, step: furthest };
}

/** As far as it can be read. */
export function typedChange(values: DraftValues): LinkChange {
  const change: LinkChange = { rules: {} };
  for (const step of formSteps) {
    const read = values[step] && readStep(step, values[step]);
    if (!read?.ok) continue;
    Object.assign(change, { ...read.change, rules: { ...change.rules, ...read.change.rules } });
  }
  return change;
}

const readers: Record<FormStep, (form: URLSearchParams) => Read> = {
  basics(form) {
    const text = textOf(form);
    const typed = {
      title: text("title"),
      follows: text("follows") || null,
      description: text("description"),
      location: { type: text("location.type"), value: text("location.value") },
      requires_confirmation: form.has("requires_confirmation"),
    };
    return read(basics, typed, ({ title, follows, ...rest }) => {
      const settings = mergeSettings(emptyEventType, { location: rest.location });
      const errors = settingProblems(settings, [nobody]).filter(({ path }) => path.startsWith("location"));
      return errors.length > 0 ? errors : { title, follows: follows?.toLowerCase() ?? null, rules: rest };
    });
  },
  availability(form) {
    const dates = sentDates(form);
    const { timezone, availability } = draftInput(tidy(readDraft(form)));
    const hours = form.get("hours") ?? "";
    const typed = {
      hours: hours === "own" ? { kind: "own", timezone, availability } : hours,
      excluded_dates: dates.map(({ date }) => date),
      excluded_date_notes: Object.fromEntries(dates.map(({ date, name }) => [date, name])),
    };
    return read(availabilityStep, typed, ({ hours, ...rest }) => ({ hours, rules: rest }));
  },
  duration(form) {
    const text = textOf(form);
    const typed = {
      durations: [...form.getAll("durations").map(typedWhole), ...typedList(text("other_durations"))],
      buffer_before: typedWhole(text("buffer_before") || "0"),
      buffer_after: typedWhole(text("buffer_after") || "0"),
    };
    return read(duration, typed, ({ durations, ...rest }) => ({
      rules: { ...rest, durations: sortedUnique(durations) },
    }));
  },
  limits(form) {
    const text = textOf(form);
    const typed = {
      max_per_day: typedLimit(text("max_per_day")),
      max_per_week: typedLimit(text("max_per_week")),
      minimum_notice_minutes: typedMinutes(text("minimum_notice_minutes"), text("notice_unit")),
      booking_window_days: typedWhole(text("booking_window_days")),
      slot_interval_minutes: typedLimit(text("slot_interval_minutes")),
    };
    return read(limits, typed, (rules) => ({ rules }));
  },
  template(form) {
    const typed = {
      template_id: form.get("template_id") || null,
      email_followup_enabled: form.has("email_followup_enabled"),
    };
    return read(template, typed, (rules) => ({ rules }));
  },
};

const nobody = { userId: "", weight: 1, priority: 0 };

const basics = z.object({
  title: titleField,
  follows: uuidField.nullable(),
  description: rules.description.unwrap(),
  location: rules.location.unwrap(),
  requires_confirmation: rules.requires_confirmation.unwrap(),
});

const ownHours = z
  .object({ kind: z.literal("own"), timezone: SchedulePatch.shape.timezone.unwrap() })
  .extend({ availability: SchedulePatch.shape.availability.unwrap() })
  .transform(({ availability, ...rest }) => ({ ...rest, weekly: availability }));

const otherHours = z
  .string()
  .refine((hours) => hours === "default" || uuidField.safeParse(hours).success, "Choose when it can be booked.")
  .transform((hours) =>
    hours === "default" ? { kind: "default" as const } : { kind: "schedule" as const, id: hours.toLowerCase() },
  );

const availabilityStep = z.object({
  hours: z.unknown().transform((hours, context) => {
    const parsed = (typeof hours === "string" ? otherHours : ownHours).safeParse(hours);
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: "custom", path, message });
    return z.NEVER;
  }),
  excluded_dates: rules.excluded_dates.unwrap(),
  excluded_date_notes: rules.excluded_date_notes.unwrap(),
});

const duration = z.object({
  durations: durationsField,
  buffer_before: rules.buffer_before.unwrap(),
  buffer_after: rules.buffer_after.unwrap(),
});

const limits = z.object({
  max_per_day: rules.max_per_day.unwrap(),
  max_per_week: rules.max_per_week.unwrap(),
  minimum_notice_minutes: rules.minimum_notice_minutes.unwrap(),
  booking_window_days: rules.booking_window_days.unwrap(),
  slot_interval_minutes: rules.slot_interval_minutes.unwrap(),
});

const template = z.object({
  template_id: rules.template_id.unwrap(),
  email_followup_enabled: rules.email_followup_enabled.unwrap(),
});

function read<Schema extends z.ZodType>(
  schema: Schema,
  typed: unknown,
  part: (data: z.output<Schema>) => LinkChange | FieldProblem[],
): Read {
  const parsed = schema.safeParse(typed);
  if (!parsed.success) return { ok: false, errors: problemsIn(parsed.error) };
  const made = part(parsed.data);
  return Array.isArray(made) ? { ok: false, errors: made } : { ok: true, change: made };
}

/** Each at its field: the hours stand in rows of their own, and a list has one field. */
function problemsIn(error: z.ZodError): FieldProblem[] {
  const all = error.issues.map(({ path, message }) => ({ path: fieldOf(path.join(".")), message }));
  return all.filter(
    ({ path, message }, index) => all.findIndex((each) => each.path === path && each.message === message) === index,
  );
}

function fieldOf(path: string) {
  return path
    .replace(/^hours\.(timezone|availability)/, "$1")
    .replace(/^excluded_date.*$/, "fresh_date")
    .replace(/^durations.*$/, "other_durations");
}

function textOf(form: URLSearchParams) {
  return (name: string) => form.get(name) ?? "";
}
