import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { DayRuler } from "~/components/day-ruler";
import { VisitorProvider } from "~/components/visitor";
import { parseDate } from "~/domain/availability/calendar-days";

function ruler(name: string | null, timezone: string) {
  const now = Date.parse("2026-11-20T08:00:00Z");
  const visitor = {
    language: "en",
    locale: "en-GB",
    zone: "Europe/Oslo",
    isZoneKnown: true,
    now,
    address: "/",
  } as const;
  const day = createElement(DayRuler, { day: parseDate("2026-11-23")!, hosts: [{ name, timezone }] });
  const html = renderToStaticMarkup(createElement(VisitorProvider, { visitor, children: day }));
  return [...html.matchAll(/<text x="0"[^>]*>([^<]*)/g)].map(([, words]) => words);
}

it("a ruler names the host beside their zone, and the zone alone of a host who is not to be named", () => {
  expect(ruler("Mei Tanaka", "Asia/Tokyo")).toEqual(["Oslo, you", "Tokyo, Mei"]);
  expect(ruler(null, "Asia/Tokyo")).toEqual(["Oslo, you", "Tokyo"]);
});

it("a host with the visitor's own clock shares the line, and unnamed is not on it", () => {
  expect(ruler("Ingrid Halvorsen", "Europe/Berlin")).toEqual(["Oslo, you and Ingrid"]);
  expect(ruler(null, "Europe/Berlin")).toEqual(["Oslo, you"]);
});
