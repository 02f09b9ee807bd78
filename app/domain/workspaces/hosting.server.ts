import { and, inArray, isNull } from "drizzle-orm";
import { workspaceMembers } from "~db/schema";
import { rolesWith } from "./roles";

/** Of the members of a workspace those who take meetings in it at present. */
export const isHosting = and(
  inArray(workspaceMembers.role, rolesWith("schedules.own")),
  isNull(workspaceMembers.deactivatedAt),
);
