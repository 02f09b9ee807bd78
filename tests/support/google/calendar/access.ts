import type { Call } from "../../fakes/routes";
import { bearerOf } from "../oauth/identity";
import { liveToken, type Token } from "../oauth/grants";
import { Refusal } from "../refusals";
import { reachOf, requireScope } from "../scopes";
import { type AccessRole, type Account, accountOf, type Calendar, type Entry, type World } from "../world";

export type Access = {
  account: Account;
  token: Token;
  entry: Entry;
  calendar: Calendar;
  /** Busy times without what they are about. */
  seesTimesOnly: boolean;
};

const roles: AccessRole[] = ["freeBusyReader", "reader", "writerWithoutPrivateAccess", "writer", "owner"];

export const isAtLeast = (role: AccessRole, wanted: AccessRole) => roles.indexOf(role) >= roles.indexOf(wanted);

/** Whose call it is: a live token, calls left in this minute, a scope that covers the call. */
export function authenticate(world: World, call: Call, route: string): { account: Account; token: Token } {
  const token = liveToken(world, bearerOf(call), "access");
  if (!token) throw new Refusal(401, "authError");
  call.account = token.email;
  countCall(world, token.email);
  requireScope(route, token.scopes);
  return { account: accountOf(world, token.email), token };
}

export function openCalendar(world: World, call: Call, route: string, isWrite = false): Access {
  const { account, token } = authenticate(world, call, route);
  const id = call.params.calendarId!;
  const entry = account.entries.get(id === "primary" ? account.email : id);
  if (!entry || entry.isDeleted) throw new Refusal(404, "notFound");
  const reach = reachOf(route, token.scopes);
  if (reach === "none" || (reach === "owned" && entry.accessRole !== "owner")) throw new Refusal(403, "forbidden");
  if (isWrite && !isAtLeast(entry.accessRole, "writerWithoutPrivateAccess")) {
    throw new Refusal(403, "requiredAccessLevel");
  }
  const seesTimesOnly = reach === "times" || entry.accessRole === "freeBusyReader";
  return { account, token, entry, calendar: entry.calendar, seesTimesOnly };
}

/** A body has to be an object. */
export function bodyOf(call: Call): Record<string, unknown> {
  const { json } = call;
  if (json === null || typeof json !== "object" || Array.isArray(json))
    throw new Refusal(400, "parseError", "Parse Error");
  return json as Record<string, unknown>;
}

function countCall(world: World, email: string) {
  const now = world.clock.now();
  const calls = (world.calls.get(email) ?? []).filter((at) => at > now - 60_000);
  world.calls.set(email, calls);
  if (calls.length >= world.quota.perUserAndMinute) throw new Refusal(403, "userRateLimitExceeded");
  calls.push(now);
}
