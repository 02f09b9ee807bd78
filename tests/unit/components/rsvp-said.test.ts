import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { RsvpSaid } from "~/components/rsvp-said";
import { VisitorProvider } from "~/components/visitor";

const visitor = { language: "en", locale: "en", zone: "UTC", isZoneKnown: true, now: 0, address: "/" } as const;
const organiser = { name: "Ada Okafor", email: "ada@example.com" };

function said(status: "pending" | "confirmed" | "cancelled", hasBegun = false) {
  const children = createElement(RsvpSaid, { meeting: { status, hasBegun }, organiser, isSecond: false });
  return renderToStaticMarkup(createElement(VisitorProvider, { visitor, children }));
}

it("an answer can be changed by writing to the organizer while it still counts for something", () => {
  for (const html of [said("pending"), said("confirmed")]) expect(html).toContain("To change your answer");
  for (const html of [said("cancelled"), said("confirmed", true)]) {
    expect(html).not.toContain("To change your answer");
    expect(html).toContain("mailto:ada@example.com");
  }
});
