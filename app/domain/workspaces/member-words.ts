import type { Role } from "./roles";

/** Why a membership cannot be changed or ended, in the words of the pages and of the API. */
export const memberWords = {
  not_allowed: "Your role in this workspace does not allow that.",
  not_an_owner: "Only owners make owners, and only owners take that away.",
  not_yourself: "Nobody deactivates themselves. Leave the workspace instead.",
  last_owner: "A workspace keeps at least one owner. Make somebody else an owner first.",
  hosts_event_types: "This member hosts active event types. Give those another host, or switch them off, first.",
  has_bookings: "This member has meetings to come. Hand those over or cancel them first.",
} as const;

/** Why nobody is invited. */
export const inviteWords = {
  already_member: "That person is a member already.",
  deactivated_member: "That person is a member who was deactivated. Reactivate them in the list of members.",
  not_an_owner: "Only owners make owners.",
} as const;

/** Why an invitation cannot be answered. */
export const invitationWords = {
  expired: "This invitation has expired. Ask for a new one.",
  answered: "This invitation has been answered already.",
  revoked: "This invitation was withdrawn or replaced by a newer one.",
} as const;

/** What each role is called, what it may do, and how an invitation says it. */
export const roleWords: Record<Role, { name: string; hint: string; invited: string }> = {
  owner: { name: "Owner", hint: "Everything, owners included.", invited: "You would be an owner of the workspace." },
  admin: {
    name: "Admin",
    hint: "Members, settings, everybody’s event types and bookings.",
    invited: "You would be an admin: members, settings, everybody’s event types and bookings.",
  },
  member: {
    name: "Member",
    hint: "Takes meetings: own hours, event types and bookings.",
    invited: "You would take meetings there, in hours that you set yourself.",
  },
  client: {
    name: "Client",
    hint: "Books sessions with the coaches of the workspace.",
    invited: "As a client you book sessions with its coaches.",
  },
};
