import type { calendar_v3 } from "@googleapis/calendar";
import type { people_v1 } from "@googleapis/people";
import type { VirtualClock } from "../fakes/virtual-clock";
import type { Channel } from "./calendar/channels";
import type { PageToken, SyncToken } from "./calendar/sync-tokens";
import type { Code, Token } from "./oauth/grants";

export type GoogleEvent = calendar_v3.Schema$Event;
export type Person = people_v1.Schema$Person;
export type AccessRole = "freeBusyReader" | "reader" | "writerWithoutPrivateAccess" | "writer" | "owner";

/** An event as a calendar keeps it, and the number of its last change in the calendar's change log. */
export type Stored = { event: GoogleEvent & { id: string }; change: number };

export type Calendar = {
  id: string;
  summary: string;
  timeZone: string;
  /** The account's address. */
  owner: string;
  events: Map<string, Stored>;
  changes: number;
  /** Instances that a series had before a change, so that its end can be told to who asks for single events. */
  former: { change: number; instances: GoogleEvent[] }[];
};

/** A calendar on an account's list. */
export type Entry = {
  calendar: Calendar;
  accessRole: AccessRole;
  isPrimary: boolean;
  allowedConferenceSolutionTypes: string[];
  isDeleted: boolean;
  change: number;
};

export type Contacts = {
  people: Person[];
  /** What a search sees: the state of the last warm-up. */ warm: Person[] | null;
};

export type Account = {
  email: string;
  sub: string;
  name: string;
  timeZone: string;
  entries: Map<string, Entry>;
  listChanges: number;
  contacts: Contacts;
  otherContacts: Contacts;
};

export type Client = { id: string; secret: string; redirectUris: string[] };

export type Invitation = {
  kind: "invitation" | "update" | "cancellation" | "response";
  to: string;
  calendarId: string;
  eventId: string;
  iCalUID: string;
  sendUpdates: string;
  at: number;
};

export type Consent = { email: string; scopes?: string[]; deny?: true };

export type Options = {
  port?: number;
  clients?: Client[];
  /** Take push addresses that are plain http on this machine; Google itself wants https. */
  allowHttpPush?: boolean;
  /** Refuse what Google would let pass unnoticed: parameters and fields that it does not know. */
  strict?: boolean;
};

const defaultClient = {
  id: "meridian.apps.googleusercontent.com",
  secret: "GOCSPX-a-secret-of-the-tests",
  redirectUris: [],
};

/** All that the fake knows; `reset` puts a fresh one in its place. */
export function createWorld(clock: VirtualClock, options: Options) {
  return {
    clock,
    url: "",
    isStrict: options.strict ?? true,
    allowsHttpPush: options.allowHttpPush ?? false,
    clients: options.clients ?? [defaultClient],
    accounts: new Map<string, Account>(),
    calendars: new Map<string, Calendar>(),
    grants: new Map<string, Set<string>>(),
    tokens: new Map<string, Token>(),
    codes: new Map<string, Code>(),
    consents: [] as Consent[],
    syncTokens: new Map<string, SyncToken>(),
    pageTokens: new Map<string, PageToken>(),
    channels: new Map<string, Channel>(),
    calls: new Map<string, number[]>(),
    invitations: [] as Invitation[],
    complaints: [] as string[],
    pushes: { sent: 0, dropped: 0, failed: 0 },
    flying: new Set<Promise<void>>(),
    counter: 0,
    /** How a conference that was asked for comes about. */
    meet: { mode: "pending_then_success" as "pending_then_success" | "immediate" | "failure" | "pending_forever" },
    /** Pages may be shorter than asked for, and even empty, while more follow. */
    pages: { atMost: null as number | null, firstIsEmpty: false },
    quota: { perUserAndMinute: 600 },
    /** A search of contacts sees nothing before a request with an empty query. */
    people: { needsWarmUp: true },
    dropRate: 0,
  };
}

export type World = ReturnType<typeof createWorld>;

export function accountOf(world: World, email: string): Account {
  const account = world.accounts.get(email.toLowerCase());
  if (!account) throw new Error(`The fake Google has no account ${email}`);
  return account;
}
