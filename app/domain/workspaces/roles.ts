export const roles = ["owner", "admin", "member", "client"] as const;
export type Role = (typeof roles)[number];

/** Who may do what in a workspace. A deed that isn't named here is nobody's. */
const rights = {
  "workspace.read": ["owner", "admin", "member", "client"],
  "workspace.change": ["owner", "admin"],
  "members.read": ["owner", "admin", "member"],
  "members.change": ["owner", "admin"],
  /** Making owners, and taking that away. */
  "members.change-owners": ["owner"],
  "teams.read": ["owner", "admin", "member"],
  "teams.change": ["owner", "admin"],
  "schedules.own": ["owner", "admin", "member"],
  /** One's own calendars: a client has their sessions written to them. */
  "calendars.own": ["owner", "admin", "member", "client"],
  "event-types.read": ["owner", "admin", "member"],
  "event-types.create": ["owner", "admin", "member"],
  /** Any event type of the workspace; a member may always change those that they own. */
  "event-types.change-any": ["owner", "admin"],
  "bookings.read": ["owner", "admin", "member"],
  /** Any booking of the workspace; a member may always see and change those that they host. */
  "bookings.change-any": ["owner", "admin"],
  /** Who takes sessions, and when. */
  "coaches.read": ["owner", "admin", "member", "client"],
  "sessions.book": ["client"],
  /** Those that one takes part in; of the others owners and admins may see all, as of bookings. */
  "sessions.own": ["owner", "admin", "member", "client"],
  "links.own": ["owner", "admin", "member"],
  /** Any link of the workspace; a member may always see and change their own. */
  "links.change-any": ["owner", "admin"],
  "webhooks.own": ["owner", "admin", "member"],
  /** Any webhook of the workspace, and to hear of any booking; a member hears of those that they host. */
  "webhooks.change-any": ["owner", "admin"],
  "templates.read": ["owner", "admin", "member"],
  "templates.create": ["owner", "admin", "member"],
  /** Any template of the workspace; a member may always change their own. */
  "templates.change-any": ["owner", "admin"],
  "analytics.read": ["owner", "admin", "member"],
  /** Everybody's numbers, by host. */
  "analytics.hosts": ["owner", "admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof rights;

export function may(role: Role, right: Right) {
  return rolesWith(right).includes(role);
}

export function rolesWith(right: Right): readonly Role[] {
  return rights[right];
}
