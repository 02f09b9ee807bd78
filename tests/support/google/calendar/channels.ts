import type { calendar_v3 } from "@googleapis/calendar";
import { createHash } from "node:crypto";
import type { Call } from "../../fakes/routes";
import { Refusal } from "../refusals";
import type { Account, Calendar, World } from "../world";
import { authenticate, bodyOf, openCalendar } from "./access";
import { channelFields, checkFields } from "./event-fields";
import { calendarListParameters, listParameters, readParameters } from "./parameters";
import { push } from "./push";

export type Channel = {
  id: string;
  resourceId: string;
  resourceUri: string;
  address: string;
  token: string | null;
  expiresAt: number;
  messages: number;
  /** The calendar's id, or the account's address for its list of calendars. */
  list: string;
  email: string;
  clientId: string;
};

/** The default and the longest life of a channel. */
const LONGEST_MS = 7 * 86_400_000;

export function watchEvents(world: World, call: Call): calendar_v3.Schema$Channel {
  const { calendar, token } = openCalendar(world, call, "events.watch");
  readParameters(world, call, "events.watch", listParameters);
  return open(world, call, { ...token, list: calendar.id, path: `/calendars/${calendar.id}/events` });
}

export function watchCalendarList(world: World, call: Call): calendar_v3.Schema$Channel {
  const { account, token } = authenticate(world, call, "calendarList.watch");
  readParameters(world, call, "calendarList.watch", calendarListParameters);
  return open(world, call, { ...token, list: `list of ${account.email}`, path: "/users/me/calendarList" });
}

/** Only who opened a channel can end it. */
export function stopChannel(world: World, call: Call) {
  const { token } = authenticate(world, call, "channels.stop");
  const { id, resourceId } = bodyOf(call);
  const channel = world.channels.get(String(id));
  const isMine = channel?.email === token.email && channel.clientId === token.clientId;
  if (!channel || !isMine || channel.resourceId !== resourceId || channel.expiresAt <= world.clock.now()) {
    throw new Refusal(404, "notFound", `Channel '${String(id)}' not found for project`);
  }
  world.channels.delete(channel.id);
}

/** Tells who watches that there is something new. */
export function announce(world: World, calendar: Calendar) {
  tell(world, calendar.id);
}

export function announceList(world: World, account: Account) {
  tell(world, `list of ${account.email}`);
}

function tell(world: World, list: string) {
  for (const channel of world.channels.values()) {
    if (channel.expiresAt <= world.clock.now()) world.channels.delete(channel.id);
    else if (channel.list === list) push(world, channel, "exists");
  }
}

function open(world: World, call: Call, of: { email: string; clientId: string; list: string; path: string }) {
  const body = bodyOf(call);
  checkFields(world, "watch", body, channelFields);
  const { id, type, address, token } = body as calendar_v3.Schema$Channel;
  const now = world.clock.now();
  if (!id || !/^[A-Za-z0-9\-_+/=]{1,64}$/.test(id)) throw new Refusal(400, "invalid", "Invalid channel id.", "id");
  if (type !== "web_hook") throw new Refusal(400, "invalid", "Unknown channel type.", "type");
  if (token && token.length > 256) throw new Refusal(400, "invalid", "The channel token is too long.", "token");
  if (!address || !mayPost(world, address)) {
    throw new Refusal(400, "push.webhookUrlNotHttps", `WebHook callback must be HTTPS: ${address}`);
  }
  if (world.channels.has(id)) throw new Refusal(400, "channelIdNotUnique", `Channel id ${id} not unique`);
  const channel: Channel = {
    id,
    resourceId: createHash("sha256").update(of.list).digest("base64url").slice(0, 27),
    resourceUri: `https://www.googleapis.com/calendar/v3${of.path}?alt=json`,
    address,
    token: token ?? null,
    expiresAt: Math.min(now + LONGEST_MS, wishedEnd(body, now)),
    messages: 0,
    list: of.list,
    email: of.email,
    clientId: of.clientId,
  };
  world.channels.set(id, channel);
  push(world, channel, "sync");
  const { resourceId, resourceUri, expiresAt } = channel;
  const said = { kind: "api#channel", id, resourceId, resourceUri, expiration: String(expiresAt) };
  return token ? { ...said, token } : said;
}

function wishedEnd({ expiration, params }: calendar_v3.Schema$Channel, now: number) {
  const seconds = Number(params?.ttl ?? Infinity);
  const end = Math.min(Number(expiration ?? Infinity), now + seconds * 1000);
  if (Number.isNaN(end) || end <= now) throw new Refusal(400, "invalid", "Invalid expiration.", "expiration");
  return end;
}

function mayPost(world: World, address: string) {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (protocol === "https:") return true;
  return world.allowsHttpPush && protocol === "http:" && /^(127\.0\.0\.1|localhost)$/.test(hostname);
}
