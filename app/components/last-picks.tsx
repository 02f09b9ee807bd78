import type { TakenPick } from "~/domain/teams/fairness";
import { momentWords, type Clock } from "./booking-words";
import { pickWords } from "./fairness-words";
import { Cell, Row, Table } from "./table";

type Props = { picks: TakenPick[]; names: Record<string, string>; clock: Clock };

/** Newest first: when, who got it, and what decided. */
export function LastPicks({ picks, names, clock }: Props) {
  return (
    <Table
      caption="Last picks"
      columns={[{ label: "Picked", className: "sm:w-40" }, { label: "Member", className: "sm:w-48" }, { label: "Why" }]}
    >
      {picks.map((pick) => (
        <Row key={pick.bookingId}>
          <Cell label="Picked">
            {momentWords(pick.at, clock)}
            <span className="hint block">for {momentWords(pick.start, clock)}</span>
            {pick.isCancelled ? <span className="hint block">called off since</span> : null}
          </Cell>
          <Cell heading>
            <bdi>{names[pick.hostId] ?? "Somebody who left"}</bdi>
          </Cell>
          <Cell>
            {pickWords(pick, names).map((part, index) =>
              typeof part === "string" ? part : <bdi key={index}>{part.name}</bdi>,
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
