import { and, count, desc, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "~db/client";
import { bookingLinkDrafts, bookingLinks } from "~db/schema";
import { lockHost } from "../availability/save-schedule.server";
import { isUuid } from "../fields";
import type { DraftValues, FormStep, StepValues } from "./draft-fields";

/** A wizard that was not finished. It is seen by whoever began it, and by nobody else. */
export type LinkDraft = {
  id: string;
  /** The link that it changes; null for a new one. */
  linkId: string | null;
  values: DraftValues;
  updatedAt: Date;
};

type Own = { workspaceId: string; userId: string };

const most = 50;

/** The draft's id; null where they have as many as they can have. */
export async function createDraft(
  { workspaceId, userId }: Own,
  { linkId, values }: { linkId: string | null; values: DraftValues },
): Promise<string | null> {
  return db.transaction(async (tx) => {
    await lockHost(tx, { workspaceId, userId });
    const [found] = await tx.select({ total: count() }).from(bookingLinkDrafts).where(isOf({ workspaceId, userId }));
    if ((found?.total ?? 0) >= most) return null;
    const [made] = await tx
      .insert(bookingLinkDrafts)
      .values({ workspaceId, ownerId: userId, linkId, values: values as Stored })
      .returning({ id: bookingLinkDrafts.id });
    return made!.id;
  });
}

/** Newest first, each by its link's name where it changes one. */
export async function listDrafts({ workspaceId, userId }: Own) {
  const rows = await db
    .select({ ...columns, linkTitle: bookingLinks.title })
    .from(bookingLinkDrafts)
    .leftJoin(
      bookingLinks,
      and(eq(bookingLinks.workspaceId, bookingLinkDrafts.workspaceId), eq(bookingLinks.id, bookingLinkDrafts.linkId)),
    )
    .where(isOf({ workspaceId, userId }))
    .orderBy(desc(bookingLinkDrafts.updatedAt), bookingLinkDrafts.id);
  return rows as (LinkDraft & { linkTitle: string | null })[];
}

export async function findDraft(own: Own, id: string | undefined): Promise<LinkDraft | null> {
  if (!isUuid(id)) return null;
  const [found] = await db.select(columns).from(bookingLinkDrafts).where(isIt(own, id));
  return (found as LinkDraft | undefined) ?? null;
}

/** For the deed that ends it: whoever comes second finds it gone. */
export async function takeDraft(tx: Transaction, own: Own, id: string): Promise<LinkDraft | null> {
  const [taken] = await tx.delete(bookingLinkDrafts).where(isIt(own, id)).returning(columns);
  return (taken as LinkDraft | undefined) ?? null;
}

/** Keeps what was sent of a step; the other steps stay as they are, whatever another tab does. */
export async function saveStep(own: Own, id: string, step: FormStep, values: StepValues): Promise<void> {
  await save(own, id, sql`${bookingLinkDrafts.values} || ${JSON.stringify({ [step]: values })}::jsonb`);
}

export async function saveValues(own: Own, id: string, values: DraftValues): Promise<void> {
  await save(own, id, sql`${JSON.stringify(values)}::jsonb`);
}

export async function discardDraft(own: Own, id: string | undefined): Promise<boolean> {
  if (!isUuid(id)) return false;
  const gone = await db.delete(bookingLinkDrafts).where(isIt(own, id)).returning({ id: bookingLinkDrafts.id });
  return gone.length > 0;
}

type Stored = (typeof bookingLinkDrafts.$inferInsert)["values"];

const columns = {
  id: bookingLinkDrafts.id,
  linkId: bookingLinkDrafts.linkId,
  values: bookingLinkDrafts.values,
  updatedAt: bookingLinkDrafts.updatedAt,
};

async function save(own: Own, id: string, values: ReturnType<typeof sql>) {
  await db.update(bookingLinkDrafts).set({ values, updatedAt: new Date() }).where(isIt(own, id));
}

function isOf({ workspaceId, userId }: Own) {
  return and(eq(bookingLinkDrafts.workspaceId, workspaceId), eq(bookingLinkDrafts.ownerId, userId));
}

function isIt(own: Own, id: string) {
  return and(isOf(own), eq(bookingLinkDrafts.id, id));
}
