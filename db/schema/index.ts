/**
 * The words, in the tables' own names:
 * workspace: the tenant. member: a user in it, with a role. host: a member who takes meetings. invitee: who books, without an account.
 * event type: a kind of meeting on offer; scheduling rules live only there. schedule: weekly hours and date overrides in one zone.
 * booking: one appointment. attendee: one person on it. claim: the stretch of a host's time that a booking holds, buffers included.
 * calendar account: where somebody's calendars are, and what lets us in there. connection: one calendar of one host at a provider. busy block: a row of
 * calendar_events, a stretch that it says is taken.
 * link: a shareable token for an event type, evergreen or one-time. template: the questions that a booking form asks, in versions.
 * notification: one mail to one person about one change. "event" alone is never used.
 *
 * Every tenant table has workspace_id first in its primary key, so that the schema can be spread over machines by workspace.
 */
export * from "./accounts";
export * from "./analytics";
export * from "./audit";
export * from "./availability";
export * from "./bookings";
export * from "./bulk-cancellations";
export * from "./calendar-writes";
export * from "./calendars";
export * from "./event-types";
export * from "./leases";
export * from "./links";
export * from "./notifications";
export * from "./picks";
export * from "./requests";
export * from "./rsvps";
export * from "./templates";
export * from "./webhooks";
export * from "./workspaces";
