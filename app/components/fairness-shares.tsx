import type { Share } from "~/domain/teams/fairness";
import { differenceWords, rounded } from "./fairness-words";
import { Cell, Row, Table } from "./table";

type Props = { shares: Share[]; names: Record<string, string>; isByPriority: boolean };

/** The numbers, with a bar for each: solid what was, outlined what was to be expected. */
export function FairnessShares({ shares, names, isByPriority }: Props) {
  const most = Math.max(...shares.map(({ actual, expected }) => Math.max(actual, expected)));
  return (
    <>
      <Legend />
      <Table
        caption="Expected and actual share of each member"
        columns={[
          { label: "Member", className: "sm:w-2/5" },
          { label: isByPriority ? "Priority" : "Weight", align: "end" },
          { label: "Expected", align: "end" },
          { label: "Got", align: "end" },
          { label: "Bar", hideLabel: true, className: "sm:w-1/4" },
        ]}
      >
        {shares.map((share) => (
          <Row key={share.userId}>
            <Cell heading>
              <bdi>{names[share.userId] ?? "Somebody who left"}</bdi>
              <span className="hint block font-normal">{differenceWords(share, shares)}</span>
            </Cell>
            <Cell align="end" label={isByPriority ? "Priority" : "Weight"}>
              {isByPriority ? share.priority : share.weight}
            </Cell>
            <Cell align="end" label="Expected">
              {rounded(share.expected)}
            </Cell>
            <Cell align="end" label="Got">
              {share.actual}
            </Cell>
            <Cell>
              <Bar actual={share.actual / most} expected={share.expected / most} />
            </Cell>
          </Row>
        ))}
      </Table>
    </>
  );
}

/** A picture of the two numbers before it. */
function Bar({ actual, expected }: { actual: number; expected: number }) {
  return (
    <svg width="100%" height="22" aria-hidden="true" className="block min-w-32 overflow-visible">
      <rect x="0" y="3" width={percent(actual)} height="16" className="fill-sea" />
      <rect
        x="0"
        y="0.75"
        width={percent(expected)}
        height="20.5"
        fill="none"
        strokeWidth="1.5"
        className="stroke-ink"
      />
    </svg>
  );
}

function Legend() {
  return (
    <p aria-hidden="true" className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-small text-muted">
      <span className="flex items-center gap-2">
        <svg width="20" height="12">
          <rect width="20" height="12" className="fill-sea" />
        </svg>
        got
      </span>
      <span className="flex items-center gap-2">
        <svg width="20" height="12">
          <rect x="0.75" y="0.75" width="18.5" height="10.5" fill="none" strokeWidth="1.5" className="stroke-ink" />
        </svg>
        expected
      </span>
    </p>
  );
}

function percent(share: number) {
  return `${(share * 100).toFixed(1)}%`;
}
