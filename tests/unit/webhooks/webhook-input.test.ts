import { describe, expect, test } from "vitest";
import { WebhookInput, WebhookPatch } from "~/domain/webhooks/webhook";

const given = { subscriber_url: "https://example.com/hook", event_triggers: ["BOOKING_CREATED"] };

function pathsOf(input: unknown) {
  return WebhookInput.safeParse(input).error?.issues.map(({ path }) => path.join("."));
}

test("a subscription needs an address and one event", () => {
  expect(WebhookInput.parse(given)).toEqual({
    subscriberUrl: "https://example.com/hook",
    eventTriggers: ["BOOKING_CREATED"],
    isActive: true,
    secret: undefined,
  });
  expect(pathsOf({})).toEqual(["subscriber_url", "event_triggers"]);
  expect(pathsOf({ ...given, event_triggers: [] })).toEqual(["event_triggers"]);
});

test.each(["ftp://example.com", "example.com/hook", "javascript:alert(1)", "https://", "https://a:b@example.com", "x"])(
  "%s is no address of a subscriber",
  (subscriber_url) => {
    expect(pathsOf({ ...given, subscriber_url })).toEqual(["subscriber_url"]);
  },
);

describe("an event", () => {
  test("that is named twice counts once", () => {
    const { eventTriggers } = WebhookInput.parse({ ...given, event_triggers: ["MEETING_ENDED", "MEETING_ENDED"] });
    expect(eventTriggers).toEqual(["MEETING_ENDED"]);
  });

  test("of Cal.com's that never comes may be named, one that nobody has may not", () => {
    expect(pathsOf({ ...given, event_triggers: ["RECORDING_READY"] })).toBeUndefined();
    expect(pathsOf({ ...given, event_triggers: ["BOOKING_CONFIRMED"] })).toEqual(["event_triggers.0"]);
  });
});

test("an empty secret is none, a missing one is left open", () => {
  expect(WebhookInput.parse({ ...given, secret: "" }).secret).toBeNull();
  expect(WebhookInput.parse({ ...given, secret: null }).secret).toBeNull();
  expect(WebhookInput.parse(given).secret).toBeUndefined();
});

test("a change leaves out what is to stay", () => {
  expect(WebhookPatch.parse({ active: false })).toEqual({ isActive: false });
  expect(WebhookPatch.parse({})).toEqual({});
});
