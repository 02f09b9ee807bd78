import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "~db/client";
import { bookingLinks } from "~db/schema";
import { record } from "../audit/audit.server";
import type { Member } from "../event-types/event-type-rights";
import type { FieldProblem } from "../event-types/settings";
import { randomBytes } from "node:crypto";
import type { Link } from "./link";
import { mayChangeLink } from "./link-rights";

/** What the deeds on links share. */

export type Refusal = { ok: false; reason: "invalid"; errors: FieldProblem[] } | { ok: false; reason: "not_found" };

/** Undoes what its transaction has done so far. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.reason);
  }
}

/** What the work answers, or why it was given up. */
export async function unlessRefused<Done>(work: Promise<Done>): Promise<Done | Refusal> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** The link, if this member may change it: locked until the transaction ends, so that bookings through it wait. */
export async function lockLink(tx: Transaction, workspaceId: string, id: string, member: Member): Promise<Link> {
  const [found] = await tx
    .select()
    .from(bookingLinks)
    .where(and(linkIs(workspaceId, id), isNull(bookingLinks.archivedAt)))
    .for("no key update");
  if (!found || !mayChangeLink(member, found)) throw new Refused({ ok: false, reason: "not_found" });
  return found;
}

export function linkIs(workspaceId: string, id: string) {
  return and(eq(bookingLinks.workspaceId, workspaceId), eq(bookingLinks.id, id));
}

/** Stands in a link's address, which its owner can always read again: 128 random bits. */
export function linkToken() {
  return randomBytes(16).toString("base64url");
}

type Note = { workspaceId: string; member: Member; id: string; details: Record<string, unknown> };
type Action = "link.created" | "link.changed" | "link.toggled" | "link.duplicated" | "link.deleted";

export async function note(tx: Transaction, action: Action, { workspaceId, member, id, details }: Note) {
  await record(tx, { workspaceId, actor: { kind: "user", userId: member.userId }, action, subjectId: id, details });
}
