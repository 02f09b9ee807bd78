import { createApiKey } from "~/domain/accounts/api-keys.server";
import type { Scope } from "~/domain/accounts/api-key";

/** A key of this account, with its secret. */
export async function makeKey(user: { id: string }, given: { name?: string; scope?: Scope } = {}) {
  const made = await createApiKey(user.id, { name: "Nightly export", scope: "write", ...given });
  if (!made.ok) throw new Error(made.reason);
  return { id: made.key.id, secret: made.secret };
}
