import { z } from "zod";
import { takeNotices, type Notice } from "~/domain/calendars/notices.server";
import { operation } from "./api.server";
import { readBody } from "./body.server";
import { problem } from "./problem.server";

/** Whoever sends something else than we asked to be sent learns no more than that it came in. */
const taken = () => new Response(null, { status: 202 });

/** Google tells in its headers that a calendar which we watch has changed; there is no body. */
export const googleNotice = operation({
  auth: "none",
  summary: "Take a notice of Google's",
  answers: { 202: null },
  async handle({ request: { headers }, now }) {
    const channelId = headers.get("X-Goog-Channel-ID");
    const secret = headers.get("X-Goog-Channel-Token");
    const resourceId = headers.get("X-Goog-Resource-ID");
    // The first message of a channel says that it is open.
    if (!channelId || !secret || !resourceId || headers.get("X-Goog-Resource-State") === "sync") return taken();
    await takeNotices("google", [{ channelId, secret, resourceId, about: "calendar" }], now);
    return taken();
  },
});

const most = 1000;
const Name = z.string().regex(/^\P{Cc}{1,300}$/u);
const Item = z.object({ subscriptionId: Name, clientState: Name, lifecycleEvent: z.string().nullish() });
const Items = z.object({ value: z.array(z.unknown()).max(most) });

/**
 * Microsoft tells of changes in calendars and, at an address of its own, of changes in the subscriptions. Before it sends
 * anything to an address it wants to hear a word again there, as plain text.
 */
export const microsoftNotices = operation({
  auth: "none",
  summary: "Take notices of Microsoft's",
  answers: { 200: z.string(), 202: null },
  async handle({ request, now }) {
    const word = new URL(request.url).searchParams.get("validationToken");
    if (word !== null) return word.length > 4096 ? problem(400, "The validation token is too long.") : echo(word);
    const body = await readBody(request);
    if (!body.ok) return problem(body.status, body.detail);
    await takeNotices("microsoft", noticesOf(body.text), now);
    return taken();
  },
});

function echo(word: string) {
  return new Response(word, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}

function noticesOf(text: string): Notice[] {
  const parsed = Items.safeParse(json(text));
  return (parsed.data?.value ?? []).flatMap((value) => {
    const item = Item.safeParse(value).data;
    if (!item) return [];
    const { subscriptionId: channelId, clientState: secret, lifecycleEvent } = item;
    return [{ channelId, secret, about: (lifecycleEvent && ofChannels[lifecycleEvent]) || "calendar" }];
  });
}

/** `missed` is not among them: it is about what happened in the calendar. */
const ofChannels: Record<string, Notice["about"] | undefined> = {
  reauthorizationRequired: "channel_ends",
  subscriptionRemoved: "channel_is_gone",
};

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
