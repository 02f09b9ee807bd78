import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Where } from "~/components/meeting-details";
import { VisitorProvider } from "~/components/visitor";

const visitor = { language: "en", locale: "en", zone: "UTC", isZoneKnown: true, now: 0, address: "/" } as const;
const place = { type: "google_meet", value: "", url: null };

const where = (props: Parameters<typeof Where>[0]) =>
  renderToStaticMarkup(createElement(VisitorProvider, { visitor, children: createElement(Where, props) }));

it("an invitee is promised the link that is not there yet, and a host, who sends it, is not", () => {
  expect(where({ place })).toBe("Google Meet. Your host sends you the link.");
  expect(where({ place, isHost: true })).toBe("Google Meet");
});

it("nobody is said to send a link that a calendar is making", () => {
  const made = where({ place: { ...place, isLinkMade: true } });
  expect(made).toBe("Google Meet. The link is being made, and will stand here.");
});

it("a link that is too long to read goes by the name of what it leads to", () => {
  const url = `https://teams.microsoft.com/l/meetup-join/${"x".repeat(60)}`;
  const link = (text: string) => `<a href="${url}" rel="noreferrer">${text}</a>`;
  expect(where({ place: { type: "microsoft_teams", value: "", url } })).toBe(link("Microsoft Teams"));
  expect(where({ place: { type: "custom", value: "", url } })).toBe(link(url.slice("https://".length)));
});
