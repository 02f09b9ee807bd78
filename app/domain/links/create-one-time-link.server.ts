import { db } from "~db/client";
import { oneTimeLinks } from "~db/schema";
import type { User } from "../accounts/account";
import { record } from "../audit/audit.server";
import { holdEventType } from "../event-types/event-types.server";
import { isoInstant } from "../time";
import { hashToken, makeToken } from "../tokens.server";
import type { Role } from "../workspaces/roles";
import type { Workspace } from "../workspaces/workspaces.server";
import type { OneTimeLink } from "./link";
import { expiryProblem, type OneTimeInput } from "./one-time-input";
import { mailLink, readerOf } from "./one-time-mail.server";
import { toOneTimeLink } from "./one-time-row.server";
import { checkSlots } from "./one-time-slots.server";
import { findTarget, type TargetRefusal } from "./one-time-targets.server";

type Order = {
  workspace: Workspace;
  host: User;
  role: Role;
  wanted: { eventTypeId: string } | { linkId: string };
  input: OneTimeInput;
  /** Of mail to somebody who is not known yet. */
  locale: string;
  now: number;
};

type Invalid = { ok: false; reason: "invalid"; errors: { path: string; message: string }[] };
export type OneTimeRefusal = TargetRefusal | Invalid;

/** Makes a link for one person. Its address is in the answer, and nowhere else but in the mail. */
export async function createOneTimeLink(
  order: Order,
): Promise<{ ok: true; link: OneTimeLink; token: string } | OneTimeRefusal> {
  const { workspace, host, role, wanted, input, now } = order;
  const found = await findTarget(workspace.id, { userId: host.id, role }, wanted);
  if (!found.ok) return found;
  const { eventType, link: source } = found.target;
  const wrong = expiryProblem(input.expiresAt, now);
  const late = wrong === null ? [] : [{ path: "expires_at", message: wrong }];
  const picked = input.slots && (await checkSlots(eventType, input.slots, now));
  if (picked && !picked.ok) return { ...picked, errors: [...late, ...picked.errors] };
  if (late.length > 0) return { ok: false, reason: "invalid", errors: late };

  const { recipientEmail, recipientName, expiresAt, sendsMail } = input;
  const reader = sendsMail ? await readerOf(recipientEmail, host, workspace.id, order.locale) : null;
  const token = makeToken();
  const slots = picked && picked.slots.map(({ start, end }) => ({ start: isoInstant(start), end: isoInstant(end) }));
  return db.transaction(async (tx) => {
    const held = await holdEventType(tx, workspace.id, eventType.id);
    if (!held || held.archivedAt) return { ok: false, reason: "not_found" };
    const [row] = await tx
      .insert(oneTimeLinks)
      .values({
        workspaceId: workspace.id,
        ownerId: host.id,
        eventTypeId: eventType.id,
        linkId: source?.id ?? null,
        recipientEmail,
        recipientName,
        tokenHash: hashToken(token),
        expiresAt: expiresAt === null ? null : new Date(expiresAt),
        slots,
        createdAt: new Date(now),
      })
      .returning();
    const link = toOneTimeLink(row!, null);
    if (reader) await mailLink(tx, { workspace, host, eventType, link, token, reader });
    await record(tx, {
      workspaceId: workspace.id,
      actor: { kind: "user", userId: host.id },
      action: "one_time_link.created",
      subjectId: link.id,
      details: { eventType: eventType.id, link: source?.id ?? null, isMailed: sendsMail },
    });
    return { ok: true, link, token };
  });
}
