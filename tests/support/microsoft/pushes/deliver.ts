import type { ChangeNotification, LifecycleEventType } from "@microsoft/microsoft-graph-types";
import type { World } from "../world";
import { frameOf } from "./notifications";
import { post } from "./post";
import type { Push } from "./types";

/** How long it waits before it tries again. Microsoft goes on for four hours, and a test for as long as this. */
const pauses = [300, 1_000, 3_000];
const underWay = new WeakMap<World, Set<Promise<void>>>();

export function deliver(world: World, kind: Push["kind"], url: string, body: Push["body"]): Promise<void> {
  const all = underWay.get(world) ?? new Set<Promise<void>>();
  underWay.set(world, all);
  const delivery = tryOnce(world, kind, url, body, 1).finally(() => all.delete(delivery));
  all.add(delivery);
  return delivery;
}

/** The first tries of everything that left. */
export async function allDelivered(world: World) {
  await Promise.all([...(underWay.get(world) ?? [])]);
}

async function tryOnce(world: World, kind: Push["kind"], url: string, body: Push["body"], attempt: number) {
  const at = world.clock.now();
  const text = JSON.stringify(body);
  const log = world.pushes;
  const { status, tookMs } = await post(url, text, "application/json; charset=utf-8", world.pushLimits.acknowledgeMs);
  const isAcknowledged = status !== null && status >= 200 && status < 300;
  log.push({ url, kind, body, attempt, status, tookMs, isAcknowledged, at });
  const pause = pauses[attempt - 1];
  if (isAcknowledged || pause === undefined) return;
  const again = () => (world.pushes === log ? tryOnce(world, kind, url, body, attempt + 1) : undefined);
  setTimeout(() => void again(), pause).unref();
}

/** Tells an app that its subscription needs it. One that is removed is gone before the app hears of it. */
export async function sendLifecycle(world: World, id: string, lifecycleEvent: LifecycleEventType) {
  const subscription = world.subscriptions.get(id);
  if (!subscription) throw new Error(`There is no subscription ${id}.`);
  const { lifecycleNotificationUrl: url, resource } = subscription;
  if (url === null) throw new Error(`The subscription ${id} has no lifecycleNotificationUrl.`);
  if (lifecycleEvent === "subscriptionRemoved") world.subscriptions.delete(id);
  const notification: ChangeNotification = { ...frameOf(subscription), resource, lifecycleEvent };
  await deliver(world, "lifecycle", url, { value: [notification] });
}
