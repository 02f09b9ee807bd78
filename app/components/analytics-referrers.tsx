import type { Referrers } from "~/domain/analytics/referrers";
import { numberText } from "./analytics-words";
import { Section } from "./page";
import { Cell, Row, Table } from "./table";

/** The sites whose pages led here, those with most views first. */
export function AnalyticsReferrers({ referrers }: { referrers: Referrers }) {
  if (referrers.length === 0) return null;
  return (
    <Section title="Where they came from">
      <div className="max-w-form">
        <Table
          caption="Views by the site that led here"
          columns={[{ label: "Site" }, { label: "Views", align: "end" }]}
        >
          {referrers.map(({ host, views }) => (
            <Row key={host}>
              <Cell heading>{host ?? <span className="text-muted">Typed, from a mail, or not told</span>}</Cell>
              <Cell align="end" label="Views">
                {numberText(views)}
              </Cell>
            </Row>
          ))}
        </Table>
      </div>
    </Section>
  );
}
