import type { Calendar, User } from "@microsoft/microsoft-graph-types";
import { z } from "zod";
import type { CalendarProvider, ProviderCalendar } from "./calendar-provider";
import type { Graph } from "./microsoft-graph.server";
import { shownName } from "./shown-name";

const user = z.object({
  id: z.string().min(1),
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().min(1),
} satisfies Partial<Record<keyof User, z.ZodType>>);

const calendar = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  isDefaultCalendar: z.boolean().nullish(),
  canEdit: z.boolean().nullish(),
  allowedOnlineMeetingProviders: z.array(z.string()).nullish(),
} satisfies Partial<Record<keyof Calendar, z.ZodType>>);

export function microsoftCalendars(graph: Graph): Pick<CalendarProvider, "identify" | "listCalendars"> {
  return {
    async identify(access) {
      const query = { $select: "id,displayName,mail,userPrincipalName" };
      const found = await graph.call(access, { path: "/me", query }, user);
      if (!found.ok) return found;
      const { id, displayName, mail, userPrincipalName } = found.value;
      return { ok: true, value: { subject: id, email: mail || userPrincipalName, name: displayName ?? "" } };
    },

    async listCalendars(access) {
      const found = await graph.list(access, { path: "/me/calendars" }, calendar);
      return found.ok ? { ok: true, value: found.value.map(toProviderCalendar) } : found;
    },
  };
}

function toProviderCalendar(found: z.infer<typeof calendar>): ProviderCalendar {
  return {
    id: found.id,
    name: shownName(found.name ?? "") || "Calendar",
    // The zone is in the mailbox's settings, which are not among the scopes.
    timezone: null,
    isPrimary: found.isDefaultCalendar ?? false,
    isWritable: found.canEdit ?? false,
    conferences: found.allowedOnlineMeetingProviders?.includes("teamsForBusiness") ? ["microsoft_teams"] : [],
  };
}
