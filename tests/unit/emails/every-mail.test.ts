import { describe, expect, test } from "vitest";
import { bookingKinds, plainKinds, type BookingKind, type PlainKind } from "~/domain/notifications/notification";
import { writeMail } from "~/emails/mail";
import { aBooking, anEventType, place } from "./a-booking";
import { aboutBooking, plainMails } from "./every-mail";

const kinds = [...bookingKinds, ...plainKinds];
const isBooking = (kind: BookingKind | PlainKind): kind is BookingKind => kind.startsWith("booking_");

function mail(kind: BookingKind | PlainKind, locale: string) {
  const about = isBooking(kind) ? aboutBooking(kind, { locale }) : { kind, ...plainMails(locale)[kind] };
  return writeMail(about, place);
}

/** The words of the HTML part, one after the other, as a reader sees them. */
function words(html: string) {
  const body = html.slice(html.indexOf("<body"));
  return body
    .replace(/<table role="presentation" aria-hidden[\s\S]*?<\/table>/g, " ")
    .replace(/<!--[\s\S]*?-->/g, " ")
    .replace(/<\/?(a|bdi|s)\b[^>]*>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}

describe.each(["en", "de"])("in %s", (locale) => {
  test.each(kinds)("the text of %s says what its HTML says, in the same order", (kind) => {
    const { html, text } = mail(kind, locale);
    const spoken = words(html);
    let at = 0;
    const said = text
      .replace(/ \(https?:[^)]*\)/g, "")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "" && !line.startsWith("https://"))
      .flatMap((line) => line.split(/: |:$/).filter(Boolean));
    expect(said.length).toBeGreaterThan(5);
    for (const part of said) {
      const found = spoken.indexOf(part.replace(/\s+/g, " "), at);
      expect([part, found >= at], spoken).toEqual([part, true]);
      at = found;
    }
  });

  test.each(kinds)("%s has every link of its HTML in its text too", (kind) => {
    const { html, text } = mail(kind, locale);
    const links = [...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1]!.replaceAll("&amp;", "&"));
    for (const link of links) expect(text).toContain(link);
  });

  test.each(kinds)("%s has no gap in its words, and loads nothing", (kind) => {
    const { subject, html, text } = mail(kind, locale);
    expect(`${subject}\n${text}`).not.toMatch(/undefined|null|NaN|[{}—]|\bmail\.\w|Invalid/);
    expect(subject).not.toMatch(/[\r\n]|^\s*$/);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).not.toMatch(/<img|<script|<link|@import|url\(|@font-face/);
  });
});

test.each(bookingKinds)("%s tells the time in the reader's zone, with its name", (kind) => {
  const { text } = mail(kind, "en");
  const [time, zone] = kind.endsWith("_host") ? ["11:30", "Oslo time, UTC+1."] : ["16:00", "Kolkata time, UTC+5:30."];
  expect(text).toContain(`Monday 23 November, ${time}`);
  expect(text).toContain(zone);
});

test.each(bookingKinds.filter((kind) => kind.endsWith("_host")))(
  "%s reads in the zone of its reader's account",
  (kind) => {
    const { subject, text } = writeMail({ ...aboutBooking(kind), recipientZone: "Asia/Tokyo" }, place);
    expect(`${subject} ${text}`).toContain("Mon 23 November, 19:30");
    expect(text).toContain("Tokyo time, UTC+9.");
    expect(text).not.toContain("Oslo time");
  },
);

test.each(bookingKinds.filter((kind) => !kind.endsWith("_invitee")))("%s holds no key to the meeting", (kind) => {
  const { html, text, ics } = mail(kind, "en");
  expect(`${html}${text}${ics?.replaceAll("\r\n ", "")}`).not.toContain(aBooking().uid);
});

const evil = `<b>"Bobby" & 'co'</b><script>alert(1)</script>`;

test.each(bookingKinds)("what people typed is no markup in %s", (kind) => {
  const given = {
    inviteeName: evil,
    notes: `${evil}\nYou get this because we say so.`,
    answers: { [evil]: evil },
    meetingUrl: null,
    locationType: "custom",
    locationValue: `javascript:alert(1)//${evil}`,
    eventType: anEventType({ name: evil }),
    workspace: { name: evil, slug: "y" },
    host: { ...aBooking().host, name: evil },
  };
  const said = { reason: evil, hostBefore: evil, hostAfter: evil, answeredBy: evil };
  const { html, text } = writeMail(aboutBooking(kind, given, said), place);
  expect(html).not.toMatch(/<b>|<script|href="javascript/);
  expect(html).toContain("&lt;b&gt;&quot;Bobby&quot; &amp; &#39;co&#39;");
  expect(text).toContain(evil);
  expect(text).not.toMatch(/^You get this because we say so/m);
});

test.each(plainKinds)("what people typed is no markup in %s", (kind) => {
  const { recipient, payload } = plainMails()[kind];
  const fixed = ["token", "language", "locale", "timezone", "hostTimezone", "provider", "role", "trouble"];
  const spoil = (given: object): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(given).map(([key, value]) => [
        key,
        typeof value === "object" ? spoil(value) : typeof value === "string" && !fixed.includes(key) ? evil : value,
      ]),
    );
  const { html } = writeMail({ kind, recipient: recipient + evil, payload: spoil(payload) }, place);
  expect(html).not.toMatch(/<b>|<script/);
  expect(html).toContain("&lt;b&gt;&quot;Bobby&quot;");
});

describe("whoever answers", () => {
  const ingrid = { name: "Ingrid Halvorsen-Nakamura", address: "ingrid@northlight.example" };
  const venkat = { name: "Venkat Raghunathan", address: "v.raghunathan@example.in" };

  test.each(bookingKinds.filter((kind) => kind !== "booking_answered_host"))(
    "%s writes to the other side of the meeting",
    (kind) => {
      const isSuccessor = kind === "booking_unassigned_host";
      expect(mail(kind, "en").replyTo).toEqual(kind.endsWith("_host") && !isSuccessor ? venkat : ingrid);
    },
  );

  test.each([
    ["verify_email", null],
    ["reset_password", null],
    ["member_invitation", null],
    ["time_requested_host", venkat],
    ["time_requested_invitee", ingrid],
    ["one_time_link", ingrid],
    ["broken_connection", null],
    ["webhook_trouble", null],
  ] as const)("%s reaches %o", (kind, whom) => {
    expect(mail(kind, "en").replyTo).toEqual(whom);
  });
});

test("invitees and guests who read German read no English", () => {
  for (const kind of bookingKinds.filter((each) => !each.endsWith("_host"))) {
    expect(mail(kind, "de").text).not.toMatch(/\b(this|you|your|with|reply|until)\b/i);
    expect(mail(kind, "de").html).toContain('<html lang="de">');
  }
});
