/** A call as one types it in a shell, and what of its answer the next ones need. */
export type ExampleStep = {
  does: string;
  curl: string;
  /** By shell variable: where it stands in the answer. */
  keep?: Record<string, string>;
};

export type ApiExample = { id: string; title: string; sentence: string; steps: ExampleStep[] };

/** What the examples begin with. */
export const exampleVariables: Record<string, string> = {
  BASE: "the address of this server",
  EMAIL: "your email address",
  PASSWORD: "your password",
  WORKSPACE: "your workspace, by its address",
  EVENT: "an event type of it, by its address",
  FROM: "the first day to look at, such as 2026-11-23",
  TO: "the last one, at most 62 days on",
  INVITEE: "an email address of somebody who books",
};

const asYou = `-H "Authorization: Bearer $TOKEN"`;
const json = `-H "Content-Type: application/json"`;

/** One after the other: each may use what an earlier one kept. They run as they stand here. */
export const apiExamples: ApiExample[] = [
  {
    id: "sign-in",
    title: "Sign in, and make a key",
    sentence: "An access token ends after a day, a key when you revoke it. Both go into the same header.",
    steps: [
      {
        does: "Sign in",
        curl: `curl "$BASE/api/v1/auth/login" ${json} \\
  -d '{"email": "'$EMAIL'", "password": "'$PASSWORD'"}'`,
        keep: { TOKEN: "access_token" },
      },
      { does: "Who am I?", curl: `curl "$BASE/api/v1/me" ${asYou}`, keep: { ME: "id" } },
      {
        does: "Make a key that may read",
        curl: `curl "$BASE/api/v1/api-keys" ${asYou} ${json} \\
  -d '{"name": "Nightly export", "scope": "read"}'`,
        keep: { KEY: "key", KEY_ID: "id" },
      },
      {
        does: "Use it",
        curl: `curl "$BASE/api/v1/workspaces/$WORKSPACE/booking/bookings?limit=5" \\
  -H "Authorization: Bearer $KEY"`,
      },
      { does: "Revoke it", curl: `curl -X DELETE "$BASE/api/v1/api-keys/$KEY_ID" ${asYou}` },
    ],
  },
  {
    id: "book",
    title: "Book a slot",
    sentence: "What a booking page of your own needs. No sign-in, and open to other sites.",
    steps: [
      { does: "What is on offer", curl: `curl "$BASE/api/v1/public/book/$WORKSPACE"` },
      {
        does: "Free slots",
        curl: `curl "$BASE/api/v1/public/book/$WORKSPACE/$EVENT/slots?from=$FROM&to=$TO&timezone=Europe/Oslo"`,
        keep: { START: "slots.0.start" },
      },
      {
        does: "Book one; sent again with the same key, it is booked once",
        curl: `curl "$BASE/api/v1/public/book/$WORKSPACE/$EVENT/book" ${json} \\
  -H "Idempotency-Key: $INVITEE-$START" \\
  -d '{"start": "'$START'", "timezone": "Europe/Oslo", "name": "Mei Tanaka", "email": "'$INVITEE'"}'`,
        keep: { UID_OF_BOOKING: "uid" },
      },
    ],
  },
  {
    id: "host",
    title: "Look after bookings",
    sentence: "As a host of the workspace.",
    steps: [
      {
        does: "Find it",
        curl: `curl "$BASE/api/v1/workspaces/$WORKSPACE/booking/bookings?q=$INVITEE" ${asYou}`,
        keep: { BOOKING: "items.0.id" },
      },
      {
        does: "Note something",
        curl: `curl -X PATCH "$BASE/api/v1/workspaces/$WORKSPACE/booking/bookings/$BOOKING" \\
  ${asYou} ${json} \\
  -d '{"notes": "Bring the plans."}'`,
      },
      {
        does: "Cancel it",
        curl: `curl -X DELETE "$BASE/api/v1/workspaces/$WORKSPACE/booking/bookings/$BOOKING" ${asYou}`,
      },
    ],
  },
  {
    id: "links",
    title: "Make links",
    sentence: "One for everybody, and from it one for one person.",
    steps: [
      {
        does: "Make a link",
        curl: `curl "$BASE/api/v1/bookings/links" ${asYou} ${json} \\
  -d '{"title": "Coffee chat", "settings": {"durations": [15, 30], "timezone": "Europe/Oslo"}}'`,
        keep: { LINK: "id", LINK_TOKEN: "token" },
      },
      {
        does: "Its free times",
        curl: `curl "$BASE/api/v1/bookings/public/$LINK_TOKEN/availability?from=$FROM&to=$TO&timezone=Europe/Oslo"`,
      },
      {
        does: "One for one person; the address is shown this once",
        curl: `curl "$BASE/api/v1/bookings/links/$LINK/one-time" ${asYou} ${json} \\
  -d '{"recipient_email": "'$INVITEE'", "recipient_name": "Mei Tanaka"}'`,
        keep: { ONE_TIME: "id" },
      },
      { does: "Revoke that one", curl: `curl -X DELETE "$BASE/api/v1/bookings/one-time/$ONE_TIME" ${asYou}` },
      { does: "Switch the link off", curl: `curl -X POST "$BASE/api/v1/bookings/links/$LINK:toggle" ${asYou}` },
    ],
  },
  {
    id: "v2",
    title: "Version 2",
    sentence: "Integer ids and an envelope, for programs that were written for those.",
    steps: [
      {
        does: "What is on offer",
        curl: `curl "$BASE/v2/event-types?workspace=$WORKSPACE"`,
        keep: { EVENT_NUMBER: "data.0.id" },
      },
      {
        does: "Free slots, by day",
        curl: `curl "$BASE/v2/slots/available?event_type_id=$EVENT_NUMBER&start_time=$FROM&end_time=$TO&timezone=UTC"`,
      },
      { does: "Your bookings", curl: `curl "$BASE/v2/bookings?limit=5" ${asYou}` },
    ],
  },
  {
    id: "sessions",
    title: "Sessions with a coach",
    sentence: "Clients book them, so the token here is a client’s. An invitation comes by mail.",
    steps: [
      {
        does: "Invite a client",
        curl: `curl "$BASE/api/v1/workspaces/$WORKSPACE/members" ${asYou} ${json} \\
  -d '{"email": "'$INVITEE'", "role": "client"}'`,
      },
      {
        does: "The client makes an account",
        curl: `curl "$BASE/api/v1/auth/register" ${json} \\
  -d '{"name": "Mei Tanaka", "email": "'$INVITEE'", "password": "'$PASSWORD'", "timezone": "Asia/Tokyo"}'`,
        keep: { CLIENT_TOKEN: "access_token" },
      },
      {
        does: "… and accepts, with INVITATION from the address in the mail",
        curl: `curl -X POST "$BASE/api/v1/invitations/$INVITATION/accept" \\
  -H "Authorization: Bearer $CLIENT_TOKEN"`,
      },
      {
        does: "Who is there",
        curl: `curl "$BASE/api/v1/coaches" -H "Authorization: Bearer $CLIENT_TOKEN"`,
        keep: { COACH: "coaches.0.user_id" },
      },
      {
        does: "Their free times for an hour",
        curl: `curl "$BASE/api/v1/booking/coach/$COACH/availability?start_date=$FROM&end_date=$TO&duration_minutes=60"`,
        keep: { SESSION_START: "available_slots.0.start" },
      },
      {
        does: "Book one",
        curl: `curl "$BASE/api/v1/booking" -H "Authorization: Bearer $CLIENT_TOKEN" ${json} \\
  -d '{"coach_id": "'$COACH'", "session_datetime": "'$SESSION_START'", "duration_minutes": 60}'`,
        keep: { SESSION: "id" },
      },
      {
        does: "Cancel it",
        curl: `curl -X DELETE "$BASE/api/v1/booking/$SESSION" -H "Authorization: Bearer $CLIENT_TOKEN"`,
      },
    ],
  },
];
