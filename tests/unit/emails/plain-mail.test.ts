import { expect, test } from "vitest";
import type { PlainKind } from "~/domain/notifications/notification";
import { writeMail } from "~/emails/mail";
import { place } from "./a-booking";
import { plainMails } from "./every-mail";

function mail(kind: PlainKind, locale = "en", given: Record<string, unknown> = {}) {
  const { recipient, payload } = plainMails(locale)[kind];
  return writeMail({ kind, recipient, payload: { ...payload, ...given } }, place);
}

test("a host reads when it would suit whom, in their words, and books it with two clicks", () => {
  const { subject, text } = mail("time_requested_host", "de");
  expect(subject).toBe("Time wanted: Venkat Raghunathan");
  expect(text).toContain("In their words: Mondays after 19:00,\n  or any Friday.");
  expect(text).toContain("With: Venkat Raghunathan, v.raghunathan@example.in");
  expect(text).toContain("Time zone: Kolkata, UTC+5:30");
  expect(text).toContain("it is 10:44 for you in Oslo and 15:14 for Venkat Raghunathan in Kolkata.");
  const link = new URL(/^https:.*\/booking\/bookings\/new.*$/m.exec(text)![0]);
  expect(Object.fromEntries(link.searchParams)).toEqual({
    event: "33333333-3333-4333-8333-333333333333",
    name: "Venkat Raghunathan",
    email: "v.raghunathan@example.in",
    timezone: "Asia/Kolkata",
    locale: "de",
  });
});

test("whoever asks gets a mail in their language that it is on its way, and the way back to the free times", () => {
  const { subject, text } = mail("time_requested_invitee", "de");
  expect(subject).toBe("Ihre Anfrage an Ingrid Halvorsen-Nakamura");
  expect(text).toContain("Ingrid Halvorsen-Nakamura antwortet per E-Mail.");
  expect(text).toContain("Was: Route planning consultation");
  expect(text).toContain("Nichts ist gebucht");
  expect(text).toContain("/book/northlight/route-planning?timezone=Asia%2FKolkata");
  expect(text).not.toContain("/booking/bookings/new");
});

test("a request of a team's page tells the host which people it is for, and leads whoever asks back to it", () => {
  const team = { name: "Field work", slug: "field-work" };
  const members = [
    { id: "a", name: "Ada Okafor" },
    { id: "b", name: "Bo Lindgren" },
  ];
  const host = mail("time_requested_host", "en", { team, members }).text;
  expect(host).toContain("What: Route planning consultation\n  Field work\n  Ada Okafor and Bo Lindgren\n");
  expect(mail("time_requested_host", "en", { team }).text).toContain("Field work\nWith:");
  const page = "/book/northlight/route-planning/team/field-work";
  const back = (given: Record<string, unknown>) => mail("time_requested_invitee", "en", given).text;
  expect(back({ team, members })).toContain(`${page}?members=a%2Cb&timezone=Asia%2FKolkata`);
  expect(back({ team })).toContain(`${page}?timezone=Asia%2FKolkata`);
  expect(back({ members })).toContain("/book/northlight/route-planning?members=a%2Cb&timezone=Asia%2FKolkata");
});

test("whoever asks where hosts are not named gets word from the workspace, and no address to answer to", () => {
  const unnamed = { hostName: undefined, hostEmail: undefined };
  for (const [locale, subject, sentence] of [
    ["en", "Your request to Northlight Instruments", "Northlight Instruments answers by mail."],
    ["de", "Ihre Anfrage an Northlight Instruments", "Northlight Instruments antwortet per E-Mail."],
  ] as const) {
    const written = mail("time_requested_invitee", locale, unnamed);
    expect(written).toMatchObject({ subject, replyTo: null });
    expect(written.text).toContain(sentence);
    expect(written.text).not.toMatch(/Reply to this mail|Antworten Sie auf diese|undefined/);
  }
});

test.each(["en", "de"])("in %s, nothing that was typed is sent to an address that anybody can type", (locale) => {
  const given = { name: "Win at evil.example", wish: "https://evil.example/prize" };
  const copy = JSON.stringify(mail("time_requested_invitee", locale, given));
  expect(copy).not.toContain("evil.example");
});

test("a link for one person says for what, how long, and until when in their zone", () => {
  const { subject, text } = mail("one_time_link");
  expect(subject).toBe("Choose a time with Ingrid Halvorsen-Nakamura");
  expect(text).toContain("Length: 30 minutes");
  expect(text).toContain("Open until: Fri 20 Nov, 15:14 (Kolkata, UTC+5:30)");
  expect(text).toContain("Choose a time:\nhttps://meet.northlight.example/public/bookings/secret-of-a-link\n");
  expect(mail("one_time_link", "de").text).toContain("Dauer: 30 Minuten");
});

test("a link that only a booking ends names no end", () => {
  expect(mail("one_time_link", "en", { expiresAt: undefined }).text).not.toContain("Open until");
});

test("a broken calendar is named, with since when and what that means", () => {
  const { subject, text } = mail("broken_connection");
  expect(subject).toBe("No longer connected: ingrid@gmail.example");
  expect(text).toContain("Google no longer accepts our sign-in");
  expect(text).toContain("Since: Wed 18 Nov, 08:44 (Oslo, UTC+1)");
  expect(text).toContain("Connect it again:\nhttps://meet.northlight.example/booking/calendars\n");
  expect(mail("broken_connection", "en", { provider: "microsoft" }).text).toContain("Microsoft no longer accepts");
});

test("a webhook that keeps failing is named, with what came back and what happens next", () => {
  const { subject, text } = mail("webhook_trouble");
  expect(subject).toBe("Webhook keeps failing: hooks.northlight.example");
  expect(text).toContain("Nothing gets through to hooks.northlight.example");
  expect(text).toContain("Address: https://hooks.northlight.example/meridian");
  expect(text).toContain("Last try: It answered 503.");
  expect(text).not.toContain("PATCH");
});

test("a webhook that was switched off says why, and how to switch it on again", () => {
  const { subject, text } = mail("webhook_trouble", "en", { trouble: "failing_for_days" });
  expect(subject).toBe("Webhook switched off: hooks.northlight.example");
  expect(text).toContain("Nothing got through for five days");
  expect(text).toContain("PATCH /v2/webhooks/7 with active: true");
  expect(mail("webhook_trouble", "en", { trouble: "gone" }).text).toContain("It answered 410 Gone");
});
