import { describe, expect, it } from "vitest";
import { isCounted, referrerHost, type Visit } from "~/domain/analytics/visit";

const browser =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36";

function visit(given: Partial<Visit> = {}) {
  return isCounted({ method: "GET", isCall: false, userAgent: browser, purposes: [], ...given });
}

describe("a page that is opened", () => {
  it("is counted when a browser asks for it", () => {
    expect(visit()).toBe(true);
    expect(
      visit({ userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Safari/604.1" }),
    ).toBe(true);
  });

  it.each([
    "Googlebot/2.1 (+http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
    "WhatsApp/2.23.20.0 A",
    "curl/8.5.0",
    "python-requests/2.31.0",
    "",
    null,
  ])("is not counted for %s", (userAgent) => {
    expect(visit({ userAgent })).toBe(false);
  });

  it.each(["prefetch", "prefetch;prerender", "Preview", "preview, prefetch"])(
    "is not counted while a browser only looks ahead: %s",
    (purpose) => {
      expect(visit({ purposes: [null, purpose] })).toBe(false);
      expect(visit({ isCall: true, purposes: [purpose] })).toBe(false);
    },
  );

  it("is not counted when only its head is asked for", () => {
    expect(visit({ method: "HEAD" })).toBe(false);
  });
});

describe("a call of the API", () => {
  it.each(["node", "axios/1.7.2", "curl/8.5.0", "python-requests/2.32.0", "Go-http-client/2.0", "our-website/3", null])(
    "is counted when a program makes it for somebody: %s",
    (userAgent) => {
      expect(visit({ isCall: true, userAgent })).toBe(true);
    },
  );

  it.each([
    "Googlebot/2.1 (+http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
  ])("is not counted when a crawler makes it: %s", (userAgent) => {
    expect(visit({ isCall: true, userAgent })).toBe(false);
  });
});

describe("where somebody came from", () => {
  const own = ["meet.example.com"];

  it.each([
    ["https://www.Google.com/search?q=secret", "www.google.com"],
    ["http://news.example.org:8080/a/b#c", "news.example.org"],
    ["https://müller.example/", "xn--mller-kva.example"],
    ["https://example.org./", "example.org"],
  ])("is the host's name alone: %s", (referrer, host) => {
    expect(referrerHost(referrer, own)).toBe(host);
  });

  it.each([
    ["our own page", "https://meet.example.com/book/acme"],
    ["nothing", ""],
    ["no address", "whatever"],
    ["another scheme", "javascript:alert(1)"],
    ["an app", "android-app://com.slack/"],
    ["a name without a dot", "http://localhost:3000/"],
    ["an address in numbers", "http://203.0.113.7/"],
    ["another address in numbers", "http://[2001:db8::1]/"],
    ["a name that is too long", `https://${"a.".repeat(130)}example/`],
  ])("is not known for %s", (_, referrer) => {
    expect(referrerHost(referrer, own)).toBeNull();
  });

  it("is not known where no page is told", () => {
    expect(referrerHost(null, own)).toBeNull();
  });
});
