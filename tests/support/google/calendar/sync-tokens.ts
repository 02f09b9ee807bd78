import { opaque } from "../oauth/grants";
import { Refusal } from "../refusals";
import type { World } from "../world";
import { complain } from "./parameters";

/** `list` names whose changes are counted: a calendar's events or an account's list of calendars. */
export type SyncToken = { list: string; change: number; shape: string; issuedAt: number };
export type PageToken = { list: string; items: unknown[]; offset: number; next: SyncToken | null; isDelta: boolean };

/** Nobody knows how long Google keeps them; long enough that a test has to ask for it. */
const TOKEN_MS = 30 * 86_400_000;

type Asked = { list: string; shape: string; syncToken?: string; pageToken?: string; size: number };
/** `change`: null when the list gives no sync token. */
type Collected<T> = { items: T[]; change: number | null };

/** One page of a list, as it was when its first page was asked for; the sync token comes with the last one. */
export function pageOf<T>(world: World, asked: Asked, collect: (since: number | null) => Collected<T>) {
  const first = asked.pageToken === undefined;
  const { items, offset, next, isDelta } = first ? startOf(world, asked, collect) : continued(world, asked);
  const isEmptied = first && world.pages.firstIsEmpty && items.length > 0;
  const end = offset + (isEmptied ? 0 : Math.min(asked.size, world.pages.atMost ?? Infinity));
  const given = items.slice(offset, end) as T[];
  if (end < items.length) {
    const nextPageToken = opaque();
    world.pageTokens.set(nextPageToken, { list: asked.list, items, offset: end, next, isDelta });
    return { items: given, nextPageToken };
  }
  return { items: given, ...(next ? { nextSyncToken: issue(world, next) } : {}) };
}

/** All sync tokens of a list are worth nothing any more, nor are the pages that began with one. */
export function forgetSyncTokens(world: World, list: string) {
  for (const [value, token] of world.syncTokens) if (token.list === list) world.syncTokens.delete(value);
  for (const [value, token] of world.pageTokens) {
    if (token.list === list && token.isDelta) world.pageTokens.delete(value);
  }
}

function startOf<T>(world: World, { list, shape, syncToken }: Asked, collect: (since: number | null) => Collected<T>) {
  const since = syncToken === undefined ? null : known(world, list, shape, syncToken).change;
  const { items, change } = collect(since);
  const next = change === null ? null : { list, change, shape, issuedAt: world.clock.now() };
  return { list, items, offset: 0, next, isDelta: since !== null };
}

function continued(world: World, { list, syncToken, pageToken }: Asked): PageToken {
  const token = world.pageTokens.get(pageToken!);
  if (token?.list === list) {
    if (token.isDelta !== (syncToken !== undefined)) complain(world, "a page was asked for without its sync token");
    return token;
  }
  if (syncToken !== undefined) throw new Refusal(410, "fullSyncRequired");
  throw new Refusal(400, "invalid", "Invalid page token value.", "pageToken");
}

function known(world: World, list: string, shape: string, value: string): SyncToken {
  const token = world.syncTokens.get(value);
  if (!token || token.list !== list || token.issuedAt + TOKEN_MS <= world.clock.now()) {
    throw new Refusal(410, "fullSyncRequired");
  }
  if (token.shape !== shape) complain(world, `a sync token of a list with ${token.shape} was used with ${shape}`);
  return token;
}

function issue(world: World, token: SyncToken) {
  const value = `C${opaque()}=`;
  world.syncTokens.set(value, token);
  return value;
}
