import type { Contact, Event, OnlineMeetingProviderType, Person } from "@microsoft/microsoft-graph-types";
import type { Ids } from "./ids";

/** Fields as they were written, and what makes one of a series different from the others. */
export type StoredEvent = Ids & {
  fields: Event;
  iCalUId: string;
  transactionId: string | null;
  extended: { id: string; value: string }[];
  /** Of a series, by the start that the pattern gives. */
  exceptions: Map<number, Partial<Event>>;
  cancelled: Set<number>;
  changeKey: string;
  createdAt: number;
  modifiedAt: number;
  /** The calendar's version at the last change. */
  version: number;
  /** How many more answers will lack the link of the online meeting; null where none is awaited. */
  linkAfter: number | null;
};

export type Tombstone = Ids & { version: number };

/** What tells clients that their tokens are worth nothing any more. */
export type Expiry = { code: string; midRound: boolean; before: number };

export type CalendarState = {
  id: string;
  name: string;
  isDefault: boolean;
  canEdit: boolean;
  providers: OnlineMeetingProviderType[];
  events: StoredEvent[];
  tombstones: Tombstone[];
  version: number;
  expiry: Expiry | null;
};

export type Account = {
  id: string;
  email: string;
  name: string;
  /** By Outlook's own name; null where nobody chose one, and answers are in UTC. */
  timeZone: string | null;
  isPersonal: boolean;
  calendars: CalendarState[];
  contacts: Contact[];
  people: Person[];
  traffic: { current: number; most: number; calls: number[] };
  /** Which kinds of ids were asked for. */
  idTypes: Set<"immutable" | "movable">;
};

/** One event as it stands in a calendar: a single one, a series, or one of a series. */
export type Instance = Ids & {
  event: StoredEvent;
  fields: Event;
  type: NonNullable<Event["type"]>;
  start: number;
  end: number;
  originalStart: number | null;
};
