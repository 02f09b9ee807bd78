import type { ExplainedStart } from "~/domain/availability/explained-day";
import { isoInstant } from "~/domain/time";
import { Badge } from "./badge";
import { hostName, startLabel, verdictWords, type Explained } from "./explained";
import { Cell, Row, Table } from "./table";
import { Told } from "./told";

const mostOpen = 4;
/** So many answers are worth their bytes; of more, each start has a page of its own. */
const mostAnswers = 600;

/** Every start of the date with its answer; the time asked for stands among them, on the grid or not. */
export function StartTable({ explained, hrefOf }: { explained: Explained; hrefOf: (start: number) => string }) {
  const { day, clock } = explained;
  const { asked } = day;
  const isExtra = asked && day.starts.every(({ start }) => start !== asked.start);
  const rows = isExtra ? [...day.starts, asked].sort((a, b) => a.start - b.start) : day.starts;
  return (
    <Table
      caption="Every start that day"
      columns={[{ label: "Start", className: "ps-3" }, { label: "Answer" }, { label: "Why" }]}
    >
      {rows.map((row) => {
        const isAsked = row.start === asked?.start;
        return (
          <Row
            key={row.start}
            className={isAsked ? "border-s-[3px] !border-s-meridian bg-meridian-wash pe-3 ps-3" : undefined}
          >
            <Cell heading className="font-semibold sm:whitespace-nowrap sm:ps-3">
              <a href={hrefOf(row.start)} aria-current={isAsked ? "true" : undefined} className="py-1 text-ink">
                <time dateTime={isoInstant(row.start)}>{startLabel(row.start, clock)}</time>
              </a>
            </Cell>
            <Cell className="sm:whitespace-nowrap">
              <Badge state={row.isOffered ? "active" : "off"}>{row.isOffered ? "Offered" : "Not offered"}</Badge>
            </Cell>
            <Cell className={isAsked ? "sm:!pe-3" : undefined}>
              <Why row={row} explained={explained} href={hrefOf(row.start)} />
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}

function Why({ row, explained, href }: { row: ExplainedStart; explained: Explained; href: string }) {
  const { hosts, starts, asked } = explained.day;
  if (hosts.length === 1) return <Reasons row={row} explained={explained} />;
  const free = row.hosts.filter(({ causes }) => causes.length === 0).length;
  if (starts.length * hosts.length > mostAnswers && row.start !== asked?.start) {
    return <a className="inline-block py-1" href={href}>{`${free} of ${hosts.length} free: who, and why not`}</a>;
  }
  const list = <HostReasons row={row} explained={explained} />;
  if (row.hosts.length <= mostOpen) return list;
  return (
    <details>
      <summary className="cursor-pointer py-1">{`${free} of ${row.hosts.length} free`}</summary>
      {list}
    </details>
  );
}

/** Who is free, and of the others why they are not. */
export function HostReasons({ row, explained }: { row: ExplainedStart; explained: Explained }) {
  return (
    <ul className="space-y-1">
      {row.hosts.map((verdict) => (
        <li key={verdict.id}>
          <bdi className="font-semibold">{hostName(explained, verdict.id)}</bdi>
          {": "}
          {verdict.causes.length === 0 ? (
            "free"
          ) : (
            <Sentences row={row} index={row.hosts.indexOf(verdict)} explained={explained} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** The sentences of the only host. */
export function Reasons({ row, explained }: { row: ExplainedStart; explained: Explained }) {
  return <Sentences row={row} index={0} explained={explained} />;
}

function Sentences({ row, index, explained }: { row: ExplainedStart; index: number; explained: Explained }) {
  const verdict = row.hosts[index];
  if (!verdict) return null;
  return verdictWords(explained, row, verdict).map((words, at) => (
    <span key={at}>
      {at > 0 ? " " : null}
      <Told words={words} />
    </span>
  ));
}
