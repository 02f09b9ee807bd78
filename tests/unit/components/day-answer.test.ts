import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { DayAnswer } from "~/components/day-answer";
import { parseDate } from "~/domain/availability/calendar-days";
import type { ExplainedDay } from "~/domain/availability/explained-day";
import { wallToInstant } from "~/domain/availability/zones";
import { explainedDay, hostDay } from "./explained-days";

const zone = "Pacific/Apia";

/** A date on which the only host is closed, as it is explained in Samoa. */
function page(date: string, more: Partial<ExplainedDay> = {}, isMoved = false) {
  const hosts = [hostDay("Sina", { zone, closed: { by: "weekday", weekday: 5 } })];
  const day = explainedDay(zone, parseDate(date)!, { hosts, ...more });
  const clock = { zone, locale: "en", now: Date.parse("2011-12-20T00:00:00Z") };
  const props = { explained: { day, viewerId: "Sina", clock }, noticeMinutes: 0, isMoved, hrefOf: String };
  return renderToStaticMarkup(createElement(DayAnswer, props));
}

it("a date that the zone skips is said to be skipped, and has no picture", () => {
  const html = page("2011-12-30");
  expect(html).toContain("This zone skips the date.");
  expect(html).toContain("Nothing is offered.");
  expect(html).not.toMatch(/NaN|Infinity|0 minutes\./);
  expect(html).not.toContain("busy-hatch");
  expect(page("2011-12-29")).toContain("busy-hatch");
  expect(page("2011-12-29")).not.toContain("skips");
});

it("a time that is skipped with its date is answered for the next one, which is named", () => {
  const start = wallToInstant(zone, parseDate("2011-12-30")!, 600);
  const html = page("2011-12-30", { asked: { start, end: start + 3_600_000, isOffered: true, hosts: [] } }, true);
  expect(html).toContain("This zone skips the date. The answer is for Sat 31 Dec, 10:00.");
});
