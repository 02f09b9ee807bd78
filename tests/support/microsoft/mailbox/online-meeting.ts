import type { World } from "../world";
import { hasTeamsBlob, withTeamsBlob } from "./bodies";
import { newGuid } from "./ids";
import type { Account, CalendarState, StoredEvent } from "./types";

const none = { isOnlineMeeting: false, onlineMeetingProvider: "unknown", onlineMeeting: null } as const;

/** Asks Teams for a meeting. Where the mailbox may not have one, the event is made all the same and has none. */
export function startOnlineMeeting(world: World, account: Account, calendar: CalendarState, event: StoredEvent) {
  const { mode, after } = world.teams;
  const provider = event.fields.onlineMeetingProvider ?? "teamsForBusiness";
  const isPossible = provider === "teamsForBusiness" && calendar.providers.includes(provider);
  if (mode === "not_allowed" || account.isPersonal || !isPossible) {
    Object.assign(event.fields, none);
    return;
  }
  Object.assign(event.fields, { isOnlineMeeting: true, onlineMeetingProvider: provider, onlineMeeting: null });
  if (mode === "immediate") giveLink(event, account);
  if (mode === "delayed") event.linkAfter = after;
}

/** Called at each look at the event: Teams needs a while. Says whether the link has just come. */
export function awaitLink(event: StoredEvent, account: Account): boolean {
  if (event.linkAfter === null) return false;
  if (event.linkAfter > 0) {
    event.linkAfter -= 1;
    return false;
  }
  giveLink(event, account);
  return true;
}

function giveLink(event: StoredEvent, account: Account) {
  const thread = `19%3ameeting_${newGuid().replaceAll("-", "")}%40thread.v2`;
  const context = encodeURIComponent(JSON.stringify({ Tid: newGuid(), Oid: account.id }));
  const joinUrl = `https://teams.microsoft.com/l/meetup-join/${thread}/0?context=${context}`;
  event.linkAfter = null;
  event.fields.onlineMeeting = { joinUrl };
  event.fields.body = withTeamsBlob(event.fields.body!, joinUrl);
}

/** A body without what Teams wrote into it ends the online meeting. */
export function endWithoutBlob(event: StoredEvent) {
  const { isOnlineMeeting, onlineMeeting, body } = event.fields;
  if (!isOnlineMeeting) return;
  if (onlineMeeting?.joinUrl && hasTeamsBlob(body!, onlineMeeting.joinUrl)) return;
  event.linkAfter = null;
  Object.assign(event.fields, none);
}
