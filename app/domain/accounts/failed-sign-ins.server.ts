import type { LimitName, Verdict } from "../requests/limits";
import { limited } from "../requests/limits.server";
import { networkOf } from "../requests/network";

type Tried = { email: string; address: string | null };

/** The limit that failed tries for this account, or from this address, have reached; else null. */
export async function findTooManyFailures(tried: Tried): Promise<Verdict | null> {
  const known = await Promise.all(limitsOf(tried).map(([name, who]) => limited.look(name, who)));
  return known.find((verdict) => verdict?.isOver) ?? null;
}

export async function countFailure(tried: Tried): Promise<void> {
  await Promise.all(limitsOf(tried).map(([name, who]) => limited.count(name, who)));
}

/** An attacker with many addresses must not get far, nor one with many accounts, and neither keeps the owner out for long. */
function limitsOf({ email, address }: Tried): [LimitName, string][] {
  const network = networkOf(address ?? "unknown");
  return [
    ["sign-in.here", `${email} ${network}`],
    ["sign-in.account", email],
    ["sign-in.address", network],
  ];
}
