import { countByHost, countByHour } from "~/domain/analytics/by-host.server";
import { daysCsv, waysCsv } from "~/domain/analytics/analytics-csv";
import { loadFigures } from "~/domain/analytics/figures.server";
import { listReferrers } from "~/domain/analytics/referrers.server";
import { nameWays, type Seen } from "~/domain/analytics/ways";
import { readAnalyticsQuery } from "./analytics-query.server";
import { csvFile } from "./csv.server";

const shownWays = 50;

/** How often pages were looked at, and what came of it. Who hosted what is for those who may see everybody's numbers. */
export async function loadAnalyticsPage(request: Request) {
  const { seen, scope, period, clock, ...asked } = await readAnalyticsQuery(request);
  const mayCompare = seen.seesAll;
  const [{ totals, before, days, ways }, referrers, hosts, hours] = await Promise.all([
    loadFigures(scope, period, clock.zone),
    listReferrers(scope, period, clock.zone),
    mayCompare ? countByHost(scope, period, clock.zone) : [],
    mayCompare ? countByHour(scope, period, clock.zone) : null,
  ]);
  const named = nameWays(ways, seen);
  return {
    ...asked,
    clock,
    period,
    totals,
    before,
    days,
    ways: named.slice(0, shownWays),
    moreWays: Math.max(0, named.length - shownWays),
    referrers,
    hosts,
    hours,
    choices: choicesOf(seen),
  };
}

export type AnalyticsPage = Awaited<ReturnType<typeof loadAnalyticsPage>>;

/** The numbers of the same address as a file: day by day, or by what was booked. */
export async function exportAnalytics(request: Request) {
  const { seen, scope, period, clock, table } = await readAnalyticsQuery(request);
  const { days, ways } = await loadFigures(scope, period, clock.zone);
  return table === "days"
    ? csvFile(daysCsv(days), { what: "analytics-days", clock })
    : csvFile(waysCsv(nameWays(ways, seen)), { what: "analytics-links-and-event-types", clock });
}

function choicesOf({ eventTypes, links }: Seen) {
  const kept = <Each extends { isArchived: boolean }>(list: Each[]) => list.filter(({ isArchived }) => !isArchived);
  return [
    { value: "", label: "All of them" },
    ...kept(eventTypes)
      .filter(({ isLinkOnly }) => !isLinkOnly)
      .map(({ id, name }) => ({ value: id, label: name, group: "Event types" })),
    ...kept(links).map(({ id, title }) => ({ value: id, label: title, group: "Links" })),
  ];
}
