import { json } from "@remix-run/node";
import { z } from "zod";
import { isMailKept, listKeptMail } from "~/domain/notifications/outbox.server";
import { isoInstant } from "~/domain/time";
import { api, operation } from "~/http/api.server";
import { notFound } from "~/http/problem.server";

const Query = z.object({ to: z.string().max(254, "to is too long: 254 characters at most.").optional() });

const read = operation({
  auth: "none",
  query: Query,
  async handle({ query: { to } }) {
    if (!isMailKept()) return notFound();
    const { items } = await listKeptMail({ to, limit: 100, offset: 0 });
    return json({
      items: items.map((mail) => ({
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        ics: mail.ics,
        created_at: isoInstant(mail.createdAt),
      })),
    });
  },
});

export const { loader, action } = api("/api/v1/dev/outbox", { GET: read });
