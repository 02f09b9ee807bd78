/** Every address that we build. */
export const paths = {
  home: () => "/",
  login: (to?: string) => withQuery("/login", { to }),
  signup: (to?: string) => withQuery("/signup", { to }),
  /** `link`: to the account that is signed in. */
  signInWith: (provider: string, query: { to?: string; link?: "yes" } = {}) => withQuery(`/auth/${provider}`, query),
  providerCallback: (provider: string) => `/auth/${provider}/callback`,
  linkSignIn: () => "/auth/link",
  forgot: () => "/forgot",
  reset: (token: string) => `/reset/${token}`,
  verify: (token: string) => `/verify/${token}`,
  invite: (token: string) => `/invite/${token}`,
  rsvp: (token: string) => `/rsvp/${token}`,
  outbox: (query: Query = {}) => withQuery("/dev/mail", query),
  keptHtml: (id: string) => `/dev/mail/${id}/html`,
  keptFile: (id: string) => `/dev/mail/${id}/ics`,

  dashboard: () => "/booking",
  newWorkspace: () => "/booking/workspaces/new",
  settings: () => "/booking/settings",
  members: () => "/booking/settings/members",
  member: (id: string) => `/booking/settings/members/${id}`,
  removeMember: (id: string) => `/booking/settings/members/${id}/remove`,
  deactivateMember: (id: string) => `/booking/settings/members/${id}/deactivate`,
  reactivateMember: (id: string) => `/booking/settings/members/${id}/reactivate`,
  password: () => "/booking/settings/password",
  unlinkSignIn: () => "/booking/settings/unlink",
  sendVerification: () => "/booking/settings/verification",
  workspaceSettings: () => "/booking/settings/workspace",
  workspaces: () => "/booking/workspaces",
  sessions: () => "/booking/settings/sessions",
  appearance: () => "/booking/settings/appearance",
  apiKeys: () => "/booking/settings/api",
  revokeApiKey: (id: string) => `/booking/settings/api/${id}/revoke`,
  coaching: () => "/booking/settings/coaching",
  eventTypes: () => "/booking/event-types",
  newEventType: (query: Query = {}) => withQuery("/booking/event-types/new", query),
  eventType: (id: string) => `/booking/event-types/${id}`,
  deleteEventType: (id: string) => `/booking/event-types/${id}/delete`,
  bookings: (query: Query = {}) => withQuery("/booking/bookings", query),
  newBooking: (query: Query = {}) => withQuery("/booking/bookings/new", query),
  exportBookings: (query: Query = {}) => withQuery("/booking/bookings/export.csv", query),
  cancelDay: (query: Query = {}) => withQuery("/booking/bookings/cancel-day", query),
  bulkCancellation: (id: string, query: Query = {}) => withQuery(`/booking/bookings/cancel-day/${id}`, query),
  booking: (id: string) => `/booking/bookings/${id}`,
  cancelBooking: (id: string) => `/booking/bookings/${id}/cancel`,
  confirmBooking: (id: string) => `/booking/bookings/${id}/confirm`,
  declineBooking: (id: string) => `/booking/bookings/${id}/decline`,
  rescheduleBooking: (id: string, query: Query = {}) => withQuery(`/booking/bookings/${id}/reschedule`, query),
  reassignBooking: (id: string) => `/booking/bookings/${id}/reassign`,
  noShows: (id: string) => `/booking/bookings/${id}/no-shows`,
  bookingNotes: (id: string) => `/booking/bookings/${id}/notes`,
  writeCalendarEvent: (id: string, eventId: string) => `/booking/bookings/${id}/calendar-events/${eventId}/write`,
  putBackCalendarEvent: (id: string, eventId: string) => `/booking/bookings/${id}/calendar-events/${eventId}/put-back`,
  sendAgain: (id: string, mailId: string) => `/booking/bookings/${id}/mails/${mailId}/send-again`,
  availability: () => "/booking/availability",
  schedule: (id: string, query: Query = {}) => withQuery(`/booking/availability/${id}`, query),
  newSchedule: (query: Query = {}) => withQuery("/booking/availability/new", query),
  deleteSchedule: (id: string) => `/booking/availability/${id}/delete`,
  troubleshoot: (query: Query = {}) => withQuery("/booking/troubleshoot", query),
  calendars: () => "/booking/calendars",
  calendar: (id: string) => `/booking/calendars/${id}`,
  syncCalendar: (id: string) => `/booking/calendars/${id}/sync`,
  disconnectCalendar: (id: string) => `/booking/calendars/${id}/disconnect`,
  disconnectCalendarAccount: (id: string) => `/booking/calendars/accounts/${id}/disconnect`,
  connectCalendar: (provider: string, query: Query = {}) => withQuery(`/booking/calendars/connect/${provider}`, query),
  chooseCalendars: (accountId: string) => withQuery("/booking/calendars/callback", { account: accountId }),
  calendarSetup: () => "/booking/calendars/setup",
  /** Where a provider sends whoever said yes to connecting: registered there, character by character. */
  calendarCallback: (provider: string) => `/api/v1/booking/calendars/callback/${provider}`,
  calendarContacts: (accountId: string) => `/booking/calendars/accounts/${accountId}/contacts`,
  /** Answers JSON. */
  contacts: () => "/api/v1/bookings/contacts",
  links: () => "/booking/links",
  newLink: (query: Query = {}) => withQuery("/booking/links/new", query),
  /** The first step of the wizard for a link that there is already. */
  editLink: (id: string) => `/booking/links/${id}/edit`,
  linkDraft: (id: string, step: string) => `/booking/links/drafts/${id}/${step}`,
  discardLinkDraft: (id: string) => `/booking/links/drafts/${id}/discard`,
  link: (id: string) => `/booking/links/${id}`,
  toggleLink: (id: string) => `/booking/links/${id}/toggle`,
  duplicateLink: (id: string) => `/booking/links/${id}/duplicate`,
  deleteLink: (id: string) => `/booking/links/${id}/delete`,
  newOneTimeLink: (query: Query = {}) => withQuery("/booking/links/one-time/new", query),
  oneTimeLink: (id: string) => `/booking/links/one-time/${id}`,
  renewOneTimeLink: (id: string) => `/booking/links/one-time/${id}/renew`,
  revokeOneTimeLink: (id: string) => `/booking/links/one-time/${id}/revoke`,
  templates: () => "/booking/templates",
  newTemplate: (query: Query = {}) => withQuery("/booking/templates/new", query),
  template: (id: string) => `/booking/templates/${id}`,
  deleteTemplate: (id: string) => `/booking/templates/${id}/delete`,
  analytics: (query: Query = {}) => withQuery("/booking/analytics", query),
  exportAnalytics: (query: Query = {}) => withQuery("/booking/analytics/export.csv", query),
  /** Which document: Cal.com's shapes by `api`. */
  docs: (query: Query = {}) => withQuery("/docs", query),
  redoc: (query: Query = {}) => withQuery("/redoc", query),
  help: (query: Query = {}) => withQuery("/help", query),
  helpTopic: (topic: string, section?: string) => `/help/${topic}${section ? `#${section}` : ""}`,
  teams: () => "/booking/teams",
  newTeam: () => "/booking/teams/new",
  team: (id: string) => `/booking/teams/${id}`,
  deleteTeam: (id: string) => `/booking/teams/${id}/delete`,
  teamFairness: (id: string) => `/booking/teams/${id}/fairness`,
  teamCalendar: (query: Query = {}) => withQuery("/booking/team-calendar", query),

  coaches: () => "/coaches",
  coach: (userId: string, query: Query = {}) => withQuery(`/coaches/${userId}`, query),
  /** A client's own. */
  ownSessions: (query: Query = {}) => withQuery("/sessions", query),
  joinAsClient: (workspace: string) => `/join/${workspace}`,

  book: (workspace: string) => `/book/${workspace}`,
  bookEventType: (workspace: string, slug: string, query: Query = {}) => withQuery(`/book/${workspace}/${slug}`, query),
  askForTime: (workspace: string, slug: string, query: Query = {}) =>
    withQuery(`/book/${workspace}/${slug}/ask`, query),
  /** By the team's page where there is one. */
  bookOffer: (workspace: string, event: string, team: { slug: string } | null, query: Query = {}) =>
    team ? paths.bookTeam(workspace, event, team.slug, query) : paths.bookEventType(workspace, event, query),
  bookTeam: (workspace: string, event: string, team: string, query: Query = {}) =>
    withQuery(`/book/${workspace}/${event}/team/${team}`, query),
  bookByLink: (token: string, query: Query = {}) => withQuery(`/public/bookings/${token}`, query),
  askByLink: (token: string, query: Query = {}) => withQuery(`/public/bookings/${token}/ask`, query),
  /** Where a booking came from, to make another: null where that has no address any more. */
  bookAgain: ({ workspace, eventType, hostId, team, link }: Booked, query: Query = {}) => {
    if (eventType.isSession) return paths.coach(hostId, query);
    if (link?.isActive) return paths.bookByLink(link.token, query);
    return eventType.isLinkOnly ? null : paths.bookOffer(workspace.slug, eventType.slug, team, query);
  },
  meeting: (uid: string) => `/meeting/${uid}`,
  cancelMeeting: (uid: string) => `/meeting/${uid}/cancel`,
  rescheduleMeeting: (uid: string, query: Query = {}) => withQuery(`/meeting/${uid}/reschedule`, query),
  writeTo: (email: string) => `mailto:${email.split("@").map(encodeURIComponent).join("@")}`,
  meetingFile: (uid: string) => `/meeting/${uid}/calendar.ics`,
};

type Booked = {
  workspace: { slug: string };
  eventType: { slug: string; isLinkOnly: boolean; isSession: boolean };
  hostId: string;
  team: { slug: string } | null;
  link: { token: string; isActive: boolean } | null;
};

export type Query = Record<string, string | number | string[] | null | undefined>;

/** Appends what is set; `null`, `undefined` and "" are left out. */
export function withQuery(path: string, query: Query) {
  const each = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  const given = each.filter(([, value]) => value !== undefined && value !== null && value !== "");
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text ? `${path}?${text}` : path;
}

/** A place to go that came from outside: only a path of ours, written so that a header can carry it, else the fallback. */
export function safeRedirect(to: string | null | undefined, fallback: string) {
  if (!to || !/^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(to)) return fallback;
  const { pathname, search, hash } = new URL(to, "http://here.invalid");
  return pathname.startsWith("//") ? fallback : pathname + search + hash;
}
