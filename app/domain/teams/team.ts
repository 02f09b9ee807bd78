import { z } from "zod";
import { peopleField, sharesField } from "../event-types/event-type-input";
import type { AssignmentType, EventTypeMember } from "../event-types/event-type";
import { isUuid, line, slugField } from "../fields";

/** What somebody counts for where a meeting is booked with the team, unless the event type names them as its own host. */
export type TeamMember = EventTypeMember;

/** An event type that belongs to a team, which makes it bookable at an address of the team. */
export type TeamEventType = {
  id: string;
  name: string;
  slug: string;
  isActive: boolean;
  assignmentType: AssignmentType | null;
};

export type Team = {
  id: string;
  name: string;
  slug: string;
  createdAt: Date;
  updatedAt: Date;
  /** Those of them who take meetings at present, by name. */
  members: TeamMember[];
  eventTypes: TeamEventType[];
};

/** A word of our own stands in a team's place: `/booking/teams/new`. */
export const reservedTeamSlugs: ReadonlySet<string> = new Set(["new"]);

const fields = {
  name: line("The name", 100),
  slug: slugField
    .refine((slug) => !reservedTeamSlugs.has(slug), "That address is kept for the product itself. Choose another.")
    // An id and an address can stand in the same place.
    .refine((slug): boolean => !isUuid(slug), "The address cannot look like an id. Choose another."),
  member_ids: peopleField("Members"),
};

/** A change: what is left out stays as it is. */
export const TeamPatch = z.strictObject(fields).partial();

/** A new team. Without a slug it gets one from its name. */
export const TeamInput = TeamPatch.extend({ name: fields.name, member_ids: fields.member_ids.default([]) });

export const TeamForm = TeamInput.extend({ shares: sharesField });
export const TeamPatchForm = TeamPatch.extend({ shares: sharesField });

export type TeamInput = z.output<typeof TeamForm>;
export type TeamPatch = z.output<typeof TeamPatchForm>;

/** What the form of a new one begins with. */
export const emptyTeam = { name: "", slug: "", members: [] } satisfies Partial<Team>;
