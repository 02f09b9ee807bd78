import { json } from "@remix-run/node";
import { z } from "zod";
import { searchField } from "~/domain/calendars/contact";
import { searchContacts } from "~/domain/calendars/contacts.server";
import { providers } from "~/domain/providers";
import { api, operation } from "~/http/api.server";
import { inWorkspace, requireOwnWorkspace } from "~/http/own-workspace.server";

const ContactsAnswer = z
  .strictObject({
    items: z.array(
      z.strictObject({
        name: z.string().describe("Empty where it is not known."),
        email: z.string(),
        source: z.enum([...providers, "bookings"]),
      }),
    ),
    unavailable: z.array(z.enum(providers)).optional().describe("Whose part is left out: they did not answer in time."),
  })
  .meta({ id: "Contacts" });

const search = operation({
  auth: "user",
  summary: "Find people",
  description:
    "Ten at most: out of the contacts of the caller's connected accounts that may be searched, and of those who booked them.",
  query: z.object({ q: searchField("q").describe("Three characters or more."), ...inWorkspace }),
  answers: { 200: ContactsAnswer },
  async handle({ request, user, query, now }) {
    const { workspace } = await requireOwnWorkspace(request, user, "bookings.read");
    const asked = { workspaceId: workspace.id, userId: user.id, query: query.q, now };
    const { people, unavailable } = await searchContacts(asked);
    return json({ items: people, ...(unavailable.length > 0 && { unavailable }) });
  },
});

export const { loader, action } = api("/api/v1/bookings/contacts", { GET: search });
