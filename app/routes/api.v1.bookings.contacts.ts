import { json } from "@remix-run/node";
import { z } from "zod";
import { searchField } from "~/domain/calendars/contact";
import { searchContacts } from "~/domain/calendars/contacts.server";
import { api, operation } from "~/http/api.server";
import { requireOwnWorkspace } from "~/http/own-workspace.server";

const search = operation({
  auth: "user",
  query: z.object({ q: searchField("q") }),
  async handle({ request, user, query, now }) {
    const { workspace } = await requireOwnWorkspace(request, user, "bookings.read");
    const asked = { workspaceId: workspace.id, userId: user.id, query: query.q, now };
    const { people, unavailable } = await searchContacts(asked);
    return json({ items: people, ...(unavailable.length > 0 && { unavailable }) });
  },
});

export const { loader, action } = api("/api/v1/bookings/contacts", { GET: search });
