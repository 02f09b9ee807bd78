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
