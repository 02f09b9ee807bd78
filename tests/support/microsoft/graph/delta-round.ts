import { instancesIn, type Window, wholeOf } from "../mailbox/instances";
import type { Ids } from "../mailbox/ids";
import type { CalendarState, Instance, StoredEvent } from "../mailbox/types";

export type DeltaItem = { removed: Ids } | { instance: Instance };

type Asking = { calendar: CalendarState; zone: string; window: Window; listsMasters: boolean };

/** Everything in the window, for a first round. A series stays together. */
export function firstRound(asking: Asking): DeltaItem[][] {
  return asking.calendar.events.map((event) => itemsOf(event, asking)).filter((group) => group.length > 0);
}

/**
 * What changed since. An event outside the window counts as removed, even to somebody who never had it. A changed
 * series comes as a whole, and nothing says which of its occurrences are no more.
 */
export function changesSince({ since, ...asking }: Asking & { since: number }): DeltaItem[][] {
  const { events, tombstones } = asking.calendar;
  const removed = tombstones.filter(({ version }) => version > since).map((each): DeltaItem[] => [{ removed: each }]);
  const changed = events
    .filter(({ version }) => version > since)
    .map((event) => {
      const items = itemsOf(event, asking);
      return items.length > 0 ? items : [{ removed: event }];
    });
  return [...removed, ...changed];
}

function itemsOf(event: StoredEvent, { zone, window, listsMasters }: Asking): DeltaItem[] {
  const found = instancesIn(event, zone, window).map((instance): DeltaItem => ({ instance: frozen(instance) }));
  if (!event.fields.recurrence || found.length === 0 || !listsMasters) return found;
  return [{ instance: frozen(wholeOf(event, zone)) }, ...found];
}

/** A round tells what was so when it began, whatever happens between its pages. */
function frozen(instance: Instance): Instance {
  return { ...instance, fields: { ...instance.fields }, event: { ...instance.event } };
}

/** Pages as a client should expect them: one more than needed, an empty one, and an item that was there before. */
export function toPages(groups: DeltaItem[][], size: number, isFirstRound: boolean): DeltaItem[][] {
  const pages: DeltaItem[][] = [];
  let page: DeltaItem[] = [];
  for (const group of groups) {
    if (page.length > 0 && page.length + group.length > size) {
      pages.push(page);
      if (pages.length === 1) pages.push([]);
      page = page.slice(-1);
    }
    page.push(...group);
  }
  pages.push(page);
  if (isFirstRound && page.length > 0) pages.push([]);
  return pages;
}
