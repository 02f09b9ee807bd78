import type { Account } from "../mailbox/types";
import type { World } from "../world";
import { GraphError } from "./errors";

/** Counts a call until its answer is out, and refuses it where the mailbox has too many of them. */
export function meterMailbox(world: World, { traffic }: Account, ended: Promise<void>) {
  const { concurrency, quota } = world;
  const now = world.clock.now();
  traffic.current += 1;
  traffic.most = Math.max(traffic.most, traffic.current);
  void ended.then(() => (traffic.current -= 1));
  if (traffic.current > concurrency.limit) {
    throw throttled("Application is over its MailboxConcurrency limit.", concurrency.retryAfter);
  }
  traffic.calls = traffic.calls.filter((at) => at > now - quota.perMs && at <= now);
  if (traffic.calls.length >= quota.calls) {
    const freeAt = traffic.calls[0]! + quota.perMs;
    throw throttled("Application is over its request limit.", Math.max(1, Math.ceil((freeAt - now) / 1000)));
  }
  traffic.calls.push(now);
}

function throttled(message: string, seconds: number) {
  return new GraphError(429, "ApplicationThrottled", message, { "retry-after": String(seconds) });
}
