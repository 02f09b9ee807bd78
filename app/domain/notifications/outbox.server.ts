import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "~db/client";
import { notifications } from "~db/schema";
import { hasMailService } from "~/environment";
import { env } from "~/env.server";
import { toMessage } from "~/integrations/smtp.server";
import { isUuid } from "../fields";

export type KeptMail = {
  id: string;
  to: string;
  toName: string;
  subject: string;
  html: string;
  text: string;
  ics: string | null;
  replyTo: { name: string; address: string } | null;
  createdAt: number;
  keptAt: number;
};

/** True as long as no mail service is set: then mail stays in the outbox, where whoever reaches the instance reads it. */
export function isMailKept(): boolean {
  return !hasMailService(env);
}

/** Newest first. `to` is an address, or, without an @, the beginning of one. */
export async function listKeptMail({ to, limit, offset }: { to?: string; limit: number; offset: number }) {
  const where = and(isKept, to ? sentTo(to) : undefined);
  const [rows, total] = await Promise.all([
    db
      .select()
      .from(notifications)
      .where(where)
      .orderBy(desc(notifications.createdAt), desc(notifications.id))
      .limit(limit)
      .offset(offset),
    db.$count(notifications, where),
  ]);
  return { items: rows.map(toMail), total };
}

export async function findKeptMail(id: string | undefined): Promise<KeptMail | null> {
  if (!isUuid(id)) return null;
  const [row] = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.id, id), isKept));
  return row ? toMail(row) : null;
}

const isKept = eq(notifications.state, "kept");

function sentTo(given: string) {
  const to = given.replaceAll("\u0000", "");
  const address = sql`lower(${notifications.recipient})`;
  return to.includes("@") ? sql`${address} = lower(${to})` : sql`starts_with(${address}, lower(${to}))`;
}

function toMail(row: typeof notifications.$inferSelect): KeptMail {
  return {
    id: row.id,
    to: row.recipient,
    toName: row.recipientName,
    subject: row.subject ?? "",
    html: row.html ?? "",
    text: row.text ?? "",
    ics: row.ics,
    replyTo: row.replyTo,
    createdAt: row.createdAt.getTime(),
    keptAt: (row.finishedAt ?? row.createdAt).getTime(),
  };
}

/** Its headers as a mail server would get them, were one set. */
export async function headersOf({ id, to, toName, subject, html, text, ics, replyTo, keptAt }: KeptMail) {
  const mail = { key: id, to: { name: toName, address: to }, replyTo, subject, html, text, ics };
  const message = await toMessage(mail, { from: env.MAIL_FROM, date: new Date(keptAt) });
  return message.slice(0, message.indexOf("\n\n"));
}
