import type { Transaction } from "~db/client";
import { record } from "../audit/audit.server";
import type { Origin } from "./accounts.server";
import type { ProviderName } from "../providers";
import { startSession, type SessionKind } from "./sessions.server";

type Enter = { userId: string; kind: SessionKind; provider?: ProviderName } & Origin;

/** Signs in whoever has proven who they are. Returns the session's secret. */
export async function enter(tx: Transaction, { provider, ...start }: Enter) {
  const { userId, kind } = start;
  const token = await startSession(start, tx);
  await record(tx, {
    workspaceId: null,
    actor: { kind: "user", userId },
    action: "account.signed_in",
    subjectId: userId,
    details: { kind, ...(provider && { provider }) },
  });
  return token;
}
