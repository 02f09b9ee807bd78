import { and, desc, eq, isNull, sql, type SQL } from "drizzle-orm";
import { db, type Database, type Transaction } from "~db/client";
import { bookingTemplates, bookingTemplateVersions, users } from "~db/schema";
import { isUuid } from "../fields";
import type { Question } from "./question";
import type { Template } from "./template";

/** Newest first. */
export async function listTemplates(workspaceId: string, page: { limit: number; offset: number }): Promise<Template[]> {
  const rows = await select(keptIn(workspaceId)).limit(page.limit).offset(page.offset);
  return rows.map(toTemplate);
}

export function countTemplates(workspaceId: string): Promise<number> {
  return db.$count(bookingTemplates, keptIn(workspaceId));
}

export async function findTemplate(
  workspaceId: string,
  id: string | undefined,
  on: Database | Transaction = db,
): Promise<Template | null> {
  if (!isUuid(id)) return null;
  const [found] = await select(isIt(workspaceId, id), on);
  return found ? toTemplate(found) : null;
}

/** For deeds, which read and then change: the row stays locked until their transaction ends. */
export async function lockTemplate(tx: Transaction, workspaceId: string, id: string): Promise<Template | null> {
  const [locked] = await tx.select().from(bookingTemplates).where(isIt(workspaceId, id)).for("update");
  return locked ? findTemplate(workspaceId, id, tx) : null;
}

/** Whether there is such a template; and then there is until the transaction ends. */
export async function holdTemplate(tx: Transaction, workspaceId: string, id: string): Promise<boolean> {
  const found = await tx
    .select({ id: bookingTemplates.id })
    .from(bookingTemplates)
    .where(isIt(workspaceId, id))
    .for("share");
  return found.length > 0;
}

function select(where: SQL | undefined, on: Database | Transaction = db) {
  return on
    .select({
      row: bookingTemplates,
      ownerName: users.name,
      questions: bookingTemplateVersions.questions,
      eventTypes,
    })
    .from(bookingTemplates)
    .innerJoin(users, eq(users.id, bookingTemplates.ownerId))
    .innerJoin(
      bookingTemplateVersions,
      and(
        eq(bookingTemplateVersions.workspaceId, bookingTemplates.workspaceId),
        eq(bookingTemplateVersions.templateId, bookingTemplates.id),
        eq(bookingTemplateVersions.version, bookingTemplates.version),
      ),
    )
    .where(where)
    .orderBy(desc(bookingTemplates.createdAt), bookingTemplates.id)
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof select>>[number];

function toTemplate({ row, questions, ...rest }: Row): Template {
  const { archivedAt: _, ...columns } = row;
  return { ...columns, ...rest, questions: questions as Question[] };
}

// Names are written out: inside a subquery a bare column would mean the inner table's.
const eventTypes = sql<Template["eventTypes"]>`(
  select coalesce(json_agg(json_build_object('id', event_type.id, 'name', event_type.name)
    order by event_type.name, event_type.id), '[]')
  from booking_event_types event_type
  where event_type.workspace_id = booking_templates.workspace_id and event_type.template_id = booking_templates.id
    and event_type.archived_at is null
)`;

function keptIn(workspaceId: string) {
  return and(eq(bookingTemplates.workspaceId, workspaceId), isNull(bookingTemplates.archivedAt));
}

function isIt(workspaceId: string, id: string) {
  return and(keptIn(workspaceId), eq(bookingTemplates.id, id));
}
