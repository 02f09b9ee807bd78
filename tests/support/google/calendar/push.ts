import { setTimeout as wait } from "node:timers/promises";
import type { World } from "../world";
import type { Channel } from "./channels";

/** Google waits longer between its tries; a test would not. */
const WAITS_MS = [50, 200, 800];
const delivered = [102, 200, 201, 202, 204];
const retried = [500, 502, 503, 504];

/** One message of a channel, sent behind the back of the call that caused it. Some are lost, as many as `dropRate` says. */
export function push(world: World, channel: Channel, state: "sync" | "exists") {
  // Numbers grow, and need not be consecutive after the first.
  channel.messages += state === "sync" || channel.messages % 3 ? 1 : 2;
  const count = world.pushes.sent + world.pushes.dropped + 1;
  const isLost = Math.floor(count * world.dropRate) > Math.floor((count - 1) * world.dropRate);
  if (isLost) {
    world.pushes.dropped++;
    return;
  }
  world.pushes.sent++;
  const flight = deliver(world, channel.address, headersOf(channel, state)).finally(() => world.flying.delete(flight));
  world.flying.add(flight);
}

async function deliver(world: World, address: string, headers: Record<string, string>) {
  for (const pause of [0, ...WAITS_MS]) {
    await wait(pause);
    const status = await post(address, headers);
    if (status !== null && delivered.includes(status)) return;
    if (status !== null && !retried.includes(status)) break;
  }
  world.pushes.failed++;
}

async function post(address: string, headers: Record<string, string>) {
  try {
    const answer = await fetch(address, { method: "POST", headers, signal: AbortSignal.timeout(10_000) });
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return null;
  }
}

function headersOf({ id, token, expiresAt, resourceId, resourceUri, messages }: Channel, state: string) {
  return {
    "x-goog-channel-id": id,
    ...(token ? { "x-goog-channel-token": token } : {}),
    "x-goog-channel-expiration": new Date(expiresAt).toUTCString(),
    "x-goog-resource-id": resourceId,
    "x-goog-resource-uri": resourceUri,
    "x-goog-resource-state": state,
    "x-goog-message-number": String(messages),
  };
}
