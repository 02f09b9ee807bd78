import type { Subscription } from "@microsoft/microsoft-graph-types";
import { z } from "zod";
import type { CalendarProvider, Channel } from "./calendar-provider";
import type { Graph } from "./microsoft-graph.server";
import { nothing } from "./provider-http.server";

const subscription = z.object({ id: z.string().min(1), expirationDateTime: z.iso.datetime({ offset: true }) });

const minute = 60_000;
/** Microsoft refuses 10,080 and more of them. A few are left for clocks that differ. */
const longest = 10_070 * minute;

/** Notices of changes, and of what becomes of the subscription, go to two addresses below `appUrl`. */
export function microsoftSubscriptions(
  graph: Graph,
  appUrl: string,
): Pick<CalendarProvider, "watch" | "renew" | "stop"> {
  const notices = `${appUrl}/api/v1/calendar-notices/microsoft`;

  return {
    async watch(access, { calendarId, secret, until }) {
      const json = {
        changeType: "created,updated,deleted",
        resource: `/me/calendars/${calendarId}/events`,
        notificationUrl: notices,
        lifecycleNotificationUrl: `${notices}/lifecycle`,
        clientState: secret,
        expirationDateTime: expiry(until),
      } satisfies Subscription;
      // Both addresses are asked before there is an answer, each for up to ten seconds.
      const limits = { secrets: [secret], patience: 30_000 };
      const made = await graph.call(access, { method: "POST", path: "/subscriptions", json, ...limits }, subscription);
      return made.ok ? { ok: true, value: toChannel(made.value) } : made;
    },

    async renew(access, { channelId }, until) {
      const json = { expirationDateTime: expiry(until) } satisfies Subscription;
      const renewed = await graph.call(access, { method: "PATCH", path: pathOf(channelId), json }, subscription);
      return renewed.ok ? { ok: true, value: toChannel(renewed.value) } : renewed;
    },

    async stop(access, { channelId }) {
      const stopped = await graph.call(access, { method: "DELETE", path: pathOf(channelId) }, nothing);
      return !stopped.ok && stopped.failure.kind === "gone" ? { ok: true, value: null } : stopped;
    },
  };
}

function toChannel({ id, expirationDateTime }: z.infer<typeof subscription>): Channel {
  return { channelId: id, resourceId: null, expiresAt: Date.parse(expirationDateTime) };
}

function pathOf(id: string) {
  return `/subscriptions/${encodeURIComponent(id)}`;
}

function expiry(until: number) {
  return new Date(Math.min(until, Date.now() + longest)).toISOString();
}
