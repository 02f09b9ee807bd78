const names = [
  ...[
    "calendars",
    "coach-a-client",
    "event-type-dates",
    "host",
    "links",
    "look-after-a-booking",
    "members",
    "quick-book",
    "schedules",
  ],
  ...["analytics", "one-time-link", "team-calendar", "teams", "templates", "troubleshoot"],
];

/** Stories of hosts' pages that no script of ours does anything to: one way, the harder one, is enough. */
export const hostForms = new RegExp(`/(${names.join("|")})\\.spec\\.ts$`);
