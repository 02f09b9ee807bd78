import { guestsOf } from "~/domain/bookings/guest-lines";
import type { ContactSearch } from "~/domain/calendars/contact";
import { carriedAnswers } from "~/domain/bookings/quick-book";
import { fieldOf, type Question } from "~/domain/templates/question";
import { paths, type Query } from "~/paths";
import type { Option } from "./field";
import type { FormError } from "./form-state";
import type { Typed } from "./offer-page";
import type { SlotChoice } from "./slot-picker";

export type EventTypeChoice = {
  id: string;
  name: string;
  durationMinutes: number;
  durationOptions: number[];
  hosts: string[];
  needsEverybody: boolean;
};

type Kept = Record<
  | "event"
  | "from"
  | "host"
  | "team"
  | "members"
  | "duration"
  | "name"
  | "email"
  | "timezone"
  | "locale"
  | "guests"
  | "notes",
  string | null
>;

/** Whoever the meeting is for, as far as that is known. */
export type Person = { name: string; email: string; timezone: string; locale: string };

/** What the steps of a quick book show. */
export type QuickBookPage = {
  kept: Kept;
  /** What is asked beside who it is for, and what the address answers. */
  questions: Question[];
  answers: Typed;
  person: Person;
  choices: EventTypeChoice[];
  offer: EventTypeChoice & {
    durations: number[];
    usualDuration: number;
    waitsForAll: boolean;
    asksOtherwise: boolean;
  };
  /** Of whom one may be asked for alone. */
  hosts: Option[];
  hostId: string | null;
  /** The address names them; they cannot be had for this event type. */
  areNamed: boolean;
  areRefused: boolean;
  durationMinutes: number;
  start: number | null;
  choice: SlotChoice | null;
  /** Of the person to book for. */
  search: ContactSearch | null;
  submissionKey: string;
};

/** This page's address with another choice; what was chosen and typed so far goes along. */
export function hrefsOf({ kept, answers }: Pick<QuickBookPage, "kept" | "answers">, values?: Typed) {
  const typed = values ? carriedAnswers(values) : answers;
  return ({ time, ...query }: Query) => paths.newBooking({ ...kept, ...typed, ...query, start: time });
}

type Refused = { values: Typed; errors: FormError[]; questions: readonly Question[] };

/** Errors under the names of the fields that the form has; what is wrong elsewhere stands on top of it alone. */
export function quickBookErrors({ values, errors, questions }: Refused): FormError[] {
  return errors.map(({ path, message }) => {
    const asked = questions.find((question) => `${path}.`.startsWith(`${fieldOf(question)}.`));
    if (asked) return { path: fieldOf(asked), label: asked.label, message };
    const [field, index] = path.split(".");
    if (field === "name" || field === "email" || field === "notes") return { path: field, message };
    if (field !== "guests") return { path: "", message };
    const guest = index === undefined ? undefined : guestsOf(values.guests?.[0] ?? "")[Number(index)];
    return { path: "guests", message: guest ? `${guest.slice(0, 80)}: ${message}` : message };
  });
}

/** "Ingrid, Tomás and You", where the address names them and there are few. */
export function namedHosts({ areNamed, offer }: Pick<QuickBookPage, "areNamed" | "offer">): string | null {
  const { hosts } = offer;
  return areNamed && hosts.length > 1 && hosts.length <= 8 ? list.format(hosts) : null;
}

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Whose time it takes: "You", "Everybody", "Any of 3 people". */
export function whoseTime({ offer, hosts, hostId }: Pick<QuickBookPage, "offer" | "hosts" | "hostId">): string {
  const chosen = hosts.find(({ value }) => value === hostId);
  return chosen?.label ?? hostsInBrief(offer);
}

export function hostsInBrief({ hosts, needsEverybody }: Pick<EventTypeChoice, "hosts" | "needsEverybody">): string {
  if (hosts.length === 1) return hosts[0]!;
  if (needsEverybody && hosts.length === 2) return "Both hosts";
  return needsEverybody ? `All ${hosts.length} hosts` : `Any of ${hosts.length} hosts`;
}
