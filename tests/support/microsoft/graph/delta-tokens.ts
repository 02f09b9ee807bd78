import type { Call } from "../../fakes/routes";
import { secret } from "../identity/grants";
import type { Window } from "../mailbox/instances";
import type { Account, CalendarState } from "../mailbox/types";
import { complain, type World } from "../world";
import { GraphError } from "./errors";
import type { DeltaItem } from "./delta-round";

/** Where a client stands: in the middle of a round, or at the end of one. The window is fixed into it. */
export type DeltaToken = {
  accountId: string;
  calendarId: string;
  window: Window;
  /** The calendar's version when the round began. */
  version: number;
  /** The pages to come; none after the last one. */
  pages: DeltaItem[][] | null;
  madeAt: number;
};

export function newDeltaToken(world: World, token: Omit<DeltaToken, "madeAt">) {
  const text = secret("R0usmc");
  world.deltaTokens.set(text, { ...token, madeAt: world.deltaTokens.size });
  return text;
}

/** The token of an address; null where a new round begins. */
export function readDeltaToken(world: World, call: Call, account: Account, calendar: CalendarState): DeltaToken | null {
  const text = call.query.get("$skiptoken") ?? call.query.get("$deltatoken");
  if (text === null) return null;
  if (call.query.size > 1) complain(world, `${call.method} ${call.path}: a link of delta is followed as it was given`);
  const token = world.deltaTokens.get(text);
  if (!token || token.accountId !== account.id || token.calendarId !== calendar.id) {
    throw gone(world, call, "SyncStateInvalid");
  }
  const { expiry } = calendar;
  if (!expiry || token.madeAt >= expiry.before) return token;
  if (!expiry.midRound) throw gone(world, call, expiry.code, token.window);
  if (token.pages === null) return token;
  calendar.expiry = null;
  throw gone(world, call, expiry.code, token.window);
}

function gone(world: World, call: Call, code: string, window?: Window) {
  const text = "The sync state generation is not found; Discard all items and restart sync.";
  return new GraphError(410, code, text, window && { location: startOf(world, call, window) });
}

function startOf({ url }: World, { path }: Call, { start, end }: Window) {
  const [from, to] = [start, end].map((each) => encodeURIComponent(new Date(each).toISOString()));
  return `${url}${path}?startDateTime=${from}&endDateTime=${to}`;
}
