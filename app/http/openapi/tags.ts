import type { DocumentName } from "./registry.server";

type Tag = { name: string; description: string; begins: readonly string[] };

/** The chapters of the document: an operation is in the first one that its address begins like. */
const own: readonly Tag[] = [
  {
    name: "Accounts",
    description: "Signing in, who one is, and API keys.",
    begins: ["/api/v1/auth", "/api/v1/me", "/api/v1/api-keys"],
  },
  { name: "Public pages", description: "What invitees need: no sign-in.", begins: ["/api/v1/public"] },
  { name: "Answers of hosts", description: "Of meetings of all hands.", begins: ["/api/v1/booking/rsvp"] },
  {
    name: "Calendars",
    description: "Google and Microsoft.",
    begins: ["/api/v1/booking/calendars", "/api/v1/workspaces/{ws}/booking/calendars", "/api/v1/calendar"],
  },
  {
    name: "Event types and hours",
    description: "What is on offer, and when.",
    begins: [
      "/api/v1/workspaces/{ws}/booking/event-types",
      "/api/v1/workspaces/{ws}/booking/schedules",
      "/api/v1/workspaces/{ws}/booking/availability",
    ],
  },
  { name: "Bookings", description: "Of a workspace.", begins: ["/api/v1/workspaces/{ws}/booking/bookings"] },
  { name: "Workspaces", description: "People and teams.", begins: ["/api/v1/workspaces", "/api/v1/invitations"] },
  { name: "Links", description: "Links, one-time links, templates and contacts.", begins: ["/api/v1/bookings"] },
  { name: "Coaches and clients", description: "Sessions.", begins: ["/api/v1/coaches", "/api/v1/booking"] },
  { name: "Instance", description: "This server.", begins: ["/api/v1/dev"] },
  { name: "Version 2", description: "Integer ids, and an envelope around every answer.", begins: ["/v2"] },
];

export function tags(document: DocumentName) {
  if (document === "cal") return [];
  return own.map(({ name, description }) => ({ name, description }));
}

export function tagOf(path: string): string {
  return own.find(({ begins }) => begins.some((start) => path.startsWith(start)))?.name ?? "Instance";
}
