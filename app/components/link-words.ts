import { pairs } from "~/domain/availability/schedule";
import { rangesText } from "~/domain/availability/schedule-notes";
import { countOf, lengthWords } from "~/domain/counts";
import { noticeParts } from "~/domain/event-types/typed";
import type { FormStep } from "~/domain/links/draft-fields";
import type { ReviewedRules } from "~/http/link-review.server";
import { weekdayNames, zoneCity } from "~/domain/time";
import { lengthWords as lengthsOnOffer, locationNames } from "./event-type-words";
import { dateWords } from "./listed-date";

type RuleFact = { label: string; value: string | string[] };

/** Everything that a link's rules say, in words, by the step that asks for it. */
export function ruleFacts(rules: ReviewedRules): Record<FormStep, RuleFact[]> {
  const { locationType, locationValue, maxPerDay, maxPerWeek, slotIntervalMinutes } = rules;
  return {
    basics: [
      { label: "Description", value: rules.description || "None" },
      { label: "Where", value: [locationNames[locationType], locationValue].filter(Boolean).join(": ") },
      { label: "Confirmation", value: rules.requiresConfirmation ? "You are asked first" : "At once" },
    ],
    availability: [
      { label: "Hours", value: hoursWords(rules) },
      { label: "Left out", value: datesWords(rules) },
    ],
    duration: [
      { label: "Length", value: lengthsOnOffer(rules) },
      { label: "Free before", value: bufferWords(rules.bufferBefore) },
      { label: "Free after", value: bufferWords(rules.bufferAfter) },
    ],
    limits: [
      { label: "At most", value: limitWords(maxPerDay, maxPerWeek) },
      { label: "Notice", value: noticeWords(rules.minimumNoticeMinutes) },
      { label: "Bookable for", value: `the next ${countOf(rules.bookingWindowDays, "day")}` },
      {
        label: "A start",
        value: slotIntervalMinutes ? `every ${lengthWords(slotIntervalMinutes)}` : "one after the other",
      },
    ],
    template: [
      { label: "Questions", value: rules.template ?? "None, only who comes" },
      { label: "Afterwards", value: rules.emailFollowupEnabled ? "A mail to the invitee" : "No mail" },
    ],
  };
}

/** "3.1 %" */
export function rateWords(rate: number): string {
  return `${new Intl.NumberFormat("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(rate * 100)} %`;
}

export function numberWords(count: number): string {
  return new Intl.NumberFormat("en-GB").format(count);
}

/** An address without what all of them begin with. */
export function shortAddress(url: string): string {
  return `…${new URL(url).pathname}`;
}

function hoursWords({ hours: { name, timezone, weekly }, isTeamEvent }: ReviewedRules): string | string[] {
  if (name === "") return isTeamEvent ? "Each host’s default hours" : `Default hours, ${zoneCity(timezone)}`;
  const zone = zoneCity(timezone);
  return name === null ? [`Its own, ${zone}`, ...weekWords(weekly)] : `${name}, ${zone}`;
}

/** "Monday to Friday 09:00 – 17:00" */
export function weekWords(weekly: number[][]): string[] {
  const names = weekdayNames("en");
  const groups: { from: number; to: number; hours: string }[] = [];
  weekly.forEach((intervals, day) => {
    const hours = rangesText(pairs(intervals));
    const last = groups.at(-1);
    if (last?.hours === hours) last.to = day;
    else groups.push({ from: day, to: day, hours });
  });
  const open = groups.filter(({ hours }) => hours !== "");
  if (open.length === 0) return ["Closed all week"];
  return open.map(({ from, to, hours }) => {
    const link = to === from + 1 ? "and" : "to";
    return `${names[from]}${to > from ? ` ${link} ${names[to]}` : ""} ${hours}`;
  });
}

const few = 5;

function datesWords({ excludedDates, excludedDateNotes }: ReviewedRules): string {
  if (excludedDates.length === 0) return "No dates";
  const named = (date: string) => [dateWords(date), excludedDateNotes[date]].filter(Boolean).join(", ");
  const rest = excludedDates.length - few;
  return [...excludedDates.slice(0, few).map(named), ...(rest > 0 ? [`${countOf(rest, "more date")}`] : [])].join("; ");
}

function bufferWords(minutes: number) {
  return minutes === 0 ? "Nothing" : lengthWords(minutes);
}

function limitWords(day: number | null, week: number | null) {
  const parts = [
    day !== null && `${countOf(day, "meeting")} a day`,
    week !== null && `${countOf(week, "meeting")} a week`,
  ];
  return parts.filter(Boolean).join(", ") || "No limit";
}

function noticeWords(minutes: number) {
  if (minutes === 0) return "None: up to the start";
  const { count, unit } = noticeParts(minutes);
  return `${countOf(count, unit.slice(0, -1))} before the start`;
}
