import { perHundred } from "~/domain/analytics/figures";
import type { NamedWay } from "~/domain/analytics/ways";
import { countOf } from "~/domain/counts";
import { paths } from "~/paths";
import { numberText, rateText } from "./analytics-words";
import { LinkButton } from "./form";
import { Section } from "./page";
import { niceTop } from "./plot-scale";
import { ShareBar } from "./share-bar";
import { Cell, Row, Table } from "./table";

type Props = { ways: NamedWay[]; moreWays: number; values: { of: string; period: string } };

/** Every way to be booked with its numbers; a bar says how many of its views were booked. */
export function AnalyticsWays({ ways, moreWays, values }: Props) {
  const largest = Math.min(100, niceTop(Math.max(0, ...ways.map((way) => perHundred(way) ?? 0))));
  return (
    <Section title="By link and event type">
      <Table
        caption="Views and bookings by link and event type"
        columns={[
          { label: "Name", className: "sm:w-2/5" },
          { label: "Views", align: "end" },
          { label: "Bookings", align: "end" },
          { label: "Per 100 views", align: "end" },
          { label: "Bar", hideLabel: true, className: "sm:w-1/4" },
        ]}
      >
        {ways.map((way) => (
          <Row key={way.key}>
            <Cell heading>
              <bdi className="font-semibold">{way.name}</bdi>
              <span className="hint block [overflow-wrap:anywhere]">{way.kind}</span>
            </Cell>
            <Cell align="end" label="Views">
              {numberText(way.views)}
            </Cell>
            <Cell align="end" label="Bookings">
              {numberText(way.bookings)}
            </Cell>
            <Cell align="end" label="Per 100 views">
              {rateText(way) ?? <span className="text-muted">no views</span>}
            </Cell>
            <Cell className="sm:!pt-4">
              <ShareBar share={(perHundred(way) ?? 0) / largest} />
            </Cell>
          </Row>
        ))}
      </Table>
      {moreWays > 0 ? <p className="hint mt-3">{countOf(moreWays, "more is", "more are")} in the file.</p> : null}
      <div className="mt-5 flex flex-wrap gap-3">
        <LinkButton small icon="download" href={paths.exportAnalytics({ ...values, table: "ways" })}>
          This as CSV
        </LinkButton>
        <LinkButton small icon="download" href={paths.exportAnalytics(values)}>
          Day by day as CSV
        </LinkButton>
      </div>
    </Section>
  );
}
