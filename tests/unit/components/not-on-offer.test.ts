import { expect, it } from "vitest";
import { bookingMeta } from "~/components/booking-page";
import type { Nothing } from "~/components/not-on-offer";

const visitor = { language: "en", locale: "en", zone: "UTC", isZoneKnown: true, now: 0, address: "/" } as const;

function titleOf(state: Nothing["state"]) {
  const offer = { name: "Intro call", slug: "intro", team: { name: "Design", slug: "design" }, link: null };
  const page = { state, visitor, workspace: { name: "Studio", slug: "studio" }, offer, kept: {} };
  return bookingMeta(page).find((tag) => "title" in tag);
}

it("a page with nothing to book is called what its heading says, so that why is heard first", () => {
  expect(titleOf("wrong_members")).toEqual({ title: "Not everybody in this link can be booked" });
  expect(titleOf("no_team")).toEqual({ title: "There is no such team here" });
  expect(titleOf("no_workspace")).toEqual({ title: "There is nothing to book here" });
});
