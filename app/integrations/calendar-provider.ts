/** What Google and Microsoft do for us, told in one way. Instants are epoch milliseconds. */
export type ProviderName = "google" | "microsoft";

/** Why a call did not do what it was asked. `said` is for people to read, and holds no secret. */
export type Failure = { said: string } & (
  | { kind: "unauthorized" } // the access token is not taken any more: a fresh one may be
  | { kind: "reconnect" } // only a new consent of the account's owner helps
  | { kind: "operator" } // this instance's own registration is not taken, whoever asks
  | { kind: "later"; retryAfter?: number; mayHaveHappened: boolean } // `retryAfter`: milliseconds
  | { kind: "expired" } // the sync token is not taken any more: read anew
  | { kind: "gone" } // what was asked for is not there
  | { kind: "conflict" } // it is there already, or has changed since
  | { kind: "refused" } // for good
);

export type Outcome<Value> = { ok: true; value: Value } | { ok: false; failure: Failure };

/** What a consent or a refresh brought. `refreshToken`: null where the one that is known stays good. */
export type Grant = { accessToken: string; refreshToken: string | null; expiresAt: number; scopes: string[] };

export type Identity = { subject: string; email: string; name: string };

export type Person = { name: string; email: string };

export type Conference = "google_meet" | "microsoft_teams";

/** What a host lets us do beside reading busy times and writing bookings. */
export type Wishes = { searchContacts: boolean; saveContacts: boolean };

export type ProviderCalendar = {
  id: string;
  name: string;
  /** IANA. Null where the provider does not say. */
  timezone: string | null;
  isPrimary: boolean;
  isWritable: boolean;
  conferences: Conference[];
};

/** Days are dates such as "2026-11-23" in the calendar's zone, the last one exclusive. */
export type Stretch = { from: number; to: number } | { firstDay: string; endDay: string };

export type ProviderEvent = {
  id: string;
  /** Of an occurrence of a recurring event: the key of the whole. */
  seriesId: string | null;
  icalUid: string | null;
  etag: string | null;
  when: Stretch;
  isCancelled: boolean;
  /** What the owner of the calendar answered to whoever invited them. */
  answer: "none" | "accepted" | "tentative" | "declined";
  /** `busy` also where the provider does not say. Working elsewhere, a birthday and a place of work are `free`. */
  showAs: "busy" | "tentative" | "out_of_office" | "free";
  /** The booking that we wrote it for. */
  bookingId: string | null;
};

/**
 * `isFull`: these are all events of the window, and what is not among them is not there. `removed` has the keys of events
 * and of whole series: what they had is gone, but for what is among the events.
 */
export type Changes = { isFull: boolean; events: ProviderEvent[]; removed: string[]; token: string };

export type WantedEvent = {
  bookingId: string;
  /** With the booking it makes the key by which a second creation is told. */
  generation: number;
  title: string;
  description: string;
  location: string;
  start: number;
  end: number;
  /** IANA: in which the host reads it. */
  timezone: string;
  isTentative: boolean;
  /** Listed with the event where the provider mails nobody because of it. */
  attendees: Person[];
  conference: Conference | null;
  /** The booking's page for its host. */
  url: string;
};

export type WrittenEvent = {
  id: string;
  icalUid: string | null;
  etag: string | null;
  start: number;
  end: number;
  isCancelled: boolean;
  meetingUrl: string | null;
  conference: "none" | "pending" | "ready" | "failed";
};

export type Channel = { channelId: string; resourceId: string | null; expiresAt: number };

/** `access`: an access token. Nothing here throws for what a provider does, and nothing waits for ever. */
export type CalendarProvider = {
  name: ProviderName;
  authorizeUrl(ask: { redirectUri: string; state: string; challenge: string; wishes: Wishes; email?: string }): string;
  exchange(answer: { code: string; verifier: string; redirectUri: string }): Promise<Outcome<Grant>>;
  refresh(refreshToken: string): Promise<Outcome<Grant>>;
  /** Ends what was granted, where the provider can. Done is also what was dead before. */
  revoke(token: string): Promise<Outcome<null>>;
  /** What is needed for the wishes, and was not granted, in words for the host such as "see your calendars". */
  missing(scopes: string[], wishes: Wishes): string[];
  /** Which wishes these scopes allow. */
  allowed(scopes: string[]): Wishes;
  identify(access: string): Promise<Outcome<Identity>>;
  listCalendars(access: string): Promise<Outcome<ProviderCalendar[]>>;
  /** Of a window from the start, or what has changed since the token. Failure `expired`: read from the start. */
  listChanges(
    access: string,
    ask: { calendarId: string; window: { from: number; to: number }; token: string | null },
  ): Promise<Outcome<Changes>>;
  /** `secret` comes back with each notice. */
  watch(
    access: string,
    ask: { calendarId: string; channelId: string; secret: string; until: number },
  ): Promise<Outcome<Channel>>;
  /** Null where the provider knows no prolonging: a new channel takes over. */
  renew(access: string, channel: Channel, until: number): Promise<Outcome<Channel> | null>;
  stop(access: string, channel: Channel): Promise<Outcome<null>>;
  /** Once for each booking and generation, however often it is called. `gone`: that generation was made and deleted. */
  createEvent(access: string, calendarId: string, event: WantedEvent): Promise<Outcome<WrittenEvent>>;
  getEvent(access: string, calendarId: string, id: string): Promise<Outcome<WrittenEvent>>;
  /** Conflict: it has changed since the etag was read. */
  changeEvent(
    access: string,
    calendarId: string,
    known: { id: string; etag: string | null },
    event: WantedEvent,
  ): Promise<Outcome<WrittenEvent>>;
  /** What is gone already is a success. */
  removeEvent(access: string, calendarId: string, id: string): Promise<Outcome<null>>;
  searchContacts(access: string, query: string): Promise<Outcome<Person[]>>;
  saveContact(access: string, person: Person): Promise<Outcome<null>>;
};
