const workspace = "/api/v1/workspaces/{ws}";
const own = `${workspace}/booking`;
const book = "/api/v1/public/book/{ws}";
const links = "/api/v1/bookings";

/** What programs were promised: `METHOD[,METHOD] path`, whatever the path calls its parts. */
const lines = [
  "POST /api/v1/auth/register",
  "POST /api/v1/auth/login",
  "POST /api/v1/auth/logout",
  "GET,PATCH /api/v1/me",
  "GET /api/v1/dev/outbox",
  "GET,POST /api/v1/api-keys",
  "DELETE /api/v1/api-keys/{id}",
  "POST,GET /api/v1/workspaces",
  `GET,PATCH ${workspace}`,
  `GET,POST ${workspace}/members`,
  `PATCH,DELETE ${workspace}/members/{id}`,
  "GET /api/v1/invitations/{token}",
  "POST /api/v1/invitations/{token}/accept",
  "POST /api/v1/invitations/{token}/decline",
  `GET,POST ${workspace}/teams`,
  `GET,PATCH,DELETE ${workspace}/teams/{team}`,

  `GET,POST ${own}/schedules`,
  `GET,PATCH,DELETE ${own}/schedules/{id}`,
  `GET,POST ${own}/event-types`,
  `GET,PATCH,DELETE ${own}/event-types/{id}`,
  `GET ${own}/bookings`,
  `GET,PATCH,DELETE ${own}/bookings/{id}`,
  `GET ${own}/calendars`,
  `GET,POST ${own}/calendars/connect/{provider}`,
  `GET,PATCH,DELETE ${own}/calendars/{id}`,
  `POST ${own}/calendars/{id}/sync`,
  "GET /api/v1/booking/calendars/callback/{provider}",
  `GET ${own}/availability/team/{id}`,
  `GET ${own}/availability/team-calendar`,
  "GET /api/v1/booking/rsvp/{token}",
  "POST /api/v1/booking/rsvp/{token}/respond",
  `GET ${book}`,
  `GET ${book}/{event}/slots`,
  `POST ${book}/{event}/book`,
  `GET ${book}/teams`,
  `GET ${book}/team/{team}`,

  "POST,GET /v2/bookings",
  "GET,PATCH,DELETE /v2/bookings/{uid}",
  "GET /v2/slots/available",
  "GET,POST /v2/event-types",
  "GET,PATCH,DELETE /v2/event-types/{id}",
  "GET,POST /v2/webhooks",
  "GET,PATCH,DELETE /v2/webhooks/{id}",
  "GET /v2/webhooks/{id}/deliveries",
  "POST /v2/webhooks/{id}/deliveries/{delivery}/redeliver",
  "POST /v2/webhooks/{id}/ping",
  "GET,POST /v2/schedules",
  "GET,PATCH,DELETE /v2/schedules/{id}",

  "GET /api/v1/coaches",
  "POST /api/v1/booking",
  "GET,DELETE /api/v1/booking/{id}",
  "PATCH /api/v1/booking/{id}/status",
  "GET /api/v1/booking/client/{id}",
  "GET /api/v1/booking/coach/{id}",
  "GET /api/v1/booking/coach/{id}/availability",
  "GET /api/v1/calendar/{provider}/auth-url",
  "POST /api/v1/calendar/{provider}/exchange-token",
  "POST /api/v1/calendar/sync-booking",

  `GET ${links}/health`,
  `GET,POST ${links}/links`,
  `GET,PATCH,DELETE ${links}/links/{id}`,
  `POST ${links}/links/{id}:duplicate`,
  `POST ${links}/links/{id}:toggle`,
  `POST,GET ${links}/links/{id}/one-time`,
  `DELETE ${links}/one-time/{id}`,
  `GET,POST ${links}/templates`,
  `GET,PATCH,DELETE ${links}/templates/{id}`,
  `GET ${links}/public/{token}`,
  `GET ${links}/public/{token}/availability`,
  `POST ${links}/public/{token}/book`,
  `GET ${links}/links/{id}/analytics`,
  `GET ${links}/contacts`,
];

export const promised = lines.flatMap((line) => {
  const [methods = "", path = ""] = line.split(" ");
  return methods.split(",").map((method) => `${method} ${withoutNames(path)}`);
});

/** `{id}` and `{event_type_id}` are the same promise. */
export function withoutNames(path: string) {
  return path.replace(/\{\w+\}/g, "{}");
}
