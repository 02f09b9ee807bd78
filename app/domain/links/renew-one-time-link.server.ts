import { db } from "~db/client";
import { oneTimeLinks } from "~db/schema";
import type { User } from "../accounts/account";
import { record } from "../audit/audit.server";
import { findEventType } from "../event-types/event-types.server";
import { hashToken, makeToken } from "../tokens.server";
import type { Role } from "../workspaces/roles";
import type { Workspace } from "../workspaces/workspaces.server";
import { oneTimeState, type OneTimeState } from "./link";
import { isIt, lockOneTimeLink } from "./lock-one-time-link.server";
import { mailLink, readerOf } from "./one-time-mail.server";

type Renewal = {
  workspace: Workspace;
  host: User;
  role: Role;
  id: string | undefined;
  sendsMail: boolean;
  /** Of mail to somebody who is not known yet. */
  locale: string;
  now: number;
};

type Renewed =
  | { ok: true; id: string; token: string }
  | { ok: false; reason: "not_found" | "not_bookable" }
  | { ok: false; reason: "not_active"; state: OneTimeState };

/** Gives a link that can still be booked a new address. The old one leads nowhere from then on, its mail included. */
export async function renewOneTimeLink(renewal: Renewal): Promise<Renewed> {
  const { workspace, host, role, id, sendsMail, locale, now } = renewal;
  const token = makeToken();
  return db.transaction(async (tx) => {
    const member = { userId: host.id, role };
    const link = await lockOneTimeLink(tx, { workspaceId: workspace.id, member, id });
    if (!link) return { ok: false, reason: "not_found" };
    const state = oneTimeState(link, now);
    if (state !== "active") return { ok: false, reason: "not_active", state };
    const eventType = await findEventType(workspace.id, link.eventTypeId, tx);
    if (!eventType?.isActive || eventType.archivedAt) return { ok: false, reason: "not_bookable" };
    await tx
      .update(oneTimeLinks)
      .set({ tokenHash: hashToken(token) })
      .where(isIt(workspace.id, link.id));
    if (sendsMail) {
      const reader = await readerOf(link.recipientEmail, host, workspace.id, locale, tx);
      await mailLink(tx, { workspace, host, eventType, link, token, reader });
    }
    const actor = { kind: "user", userId: host.id } as const;
    const details = { isMailed: sendsMail };
    await record(tx, {
      workspaceId: workspace.id,
      actor,
      action: "one_time_link.renewed",
      subjectId: link.id,
      details,
    });
    return { ok: true, id: link.id, token };
  });
}
