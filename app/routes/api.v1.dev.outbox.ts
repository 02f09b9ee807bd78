import { json } from "@remix-run/node";
import { z } from "zod";
import { isMailKept, listKeptMail } from "~/domain/notifications/outbox.server";
import { isoInstant } from "~/domain/time";
import { api, operation } from "~/http/api.server";
import { instantAnswer } from "~/http/booking-answer";
import { notFound } from "~/http/problem.server";

const Query = z.object({
  to: z
    .string()
    .max(254, "to is too long: 254 characters at most.")
    .optional()
    .describe("A mail address: what went to it."),
});

const Mail = z
  .strictObject({
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    ics: z.string().nullable().describe("The invitation that came with it."),
    created_at: instantAnswer,
  })
  .meta({ id: "KeptMail" });

const read = operation({
  auth: "none",
  summary: "Read the mail that was kept",
  description: "The newest first, 100 at most. Only while mail is kept on the server instead of being sent.",
  query: Query,
  answers: { 200: z.strictObject({ items: z.array(Mail) }) },
  refusals: [404],
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
