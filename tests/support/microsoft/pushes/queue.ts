import type { ChangeNotification, ChangeType } from "@microsoft/microsoft-graph-types";
import type { Account, CalendarState, StoredEvent } from "../mailbox/types";
import type { World } from "../world";
import { deliver } from "./deliver";
import { changeOf } from "./notifications";

/** Notifications wait for a moment, so that several changes leave in one POST. */
const waiting = new WeakMap<World, Map<string, ChangeNotification[]>>();
const batchMs = 15;

export function noteChange(
  world: World,
  account: Account,
  calendar: CalendarState,
  event: StoredEvent,
  changeType: ChangeType,
) {
  for (const subscription of world.subscriptions.values()) {
    const { accountId, calendarId, changeTypes, expiresAt } = subscription;
    const isMeant = accountId === account.id && calendarId === calendar.id && changeTypes.includes(changeType);
    if (!isMeant || expiresAt <= world.clock.now() || isLost(world)) continue;
    enqueue(world, subscription.notificationUrl, changeOf(subscription, event, changeType));
  }
}

/** Every so many is lost, evenly. */
function isLost({ pushLoss }: World) {
  pushLoss.count += pushLoss.rate;
  if (pushLoss.count < 1) return false;
  pushLoss.count -= 1;
  return true;
}

function enqueue(world: World, url: string, notification: ChangeNotification) {
  const queue = waiting.get(world) ?? new Map<string, ChangeNotification[]>();
  waiting.set(world, queue);
  const batch = queue.get(url);
  if (batch) return void batch.push(notification);
  queue.set(url, [notification]);
  setTimeout(() => {
    const value = queue.get(url) ?? [];
    queue.delete(url);
    void deliver(world, "changes", url, { value });
  }, batchMs);
}

/** Whether something has yet to leave. */
export function isQueued(world: World) {
  return (waiting.get(world)?.size ?? 0) > 0;
}

export function forgetQueue(world: World) {
  waiting.get(world)?.clear();
}
