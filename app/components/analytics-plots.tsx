import { sumUp, type DayCounts } from "~/domain/analytics/figures";
import { binsOf, type Bin, type Period, type Unit } from "~/domain/analytics/period";
import { DAY_MS } from "~/domain/availability/calendar-days";
import { formatDayMonth, formatMonthName } from "~/domain/time";
import { binWords, numberText, periodWords } from "./analytics-words";
import type { Clock } from "./booking-words";
import { Section } from "./page";
import { Plot } from "./plot";
import { labelled } from "./plot-scale";
import { Cell, Row, Table } from "./table";

type Props = { period: Period; today: number; days: DayCounts[]; clock: Clock };

/** Fewer days need no picture. */
const fewest = 3;

/** Two plots over one axis of dates, never two scales in one, and the same numbers as a table. */
export function AnalyticsPlots({ period, today, days, clock }: Props) {
  if (days.length < fewest) return null;
  const { unit, bins } = binsOf(period);
  const counts = sumUp(days, bins);
  const now = bins.findIndex(({ first, last }) => first <= today && today <= last);
  const mark = now < 0 ? undefined : { index: now, label: "today" };
  const plot = (what: "views" | "bookings") => {
    const bars = bins.map((bin, index) => {
      const value = counts[index]![what];
      return { key: bin.first, value, words: `${binWords(bin, unit, clock)}: ${numberText(value)}` };
    });
    return { bars, mark, sentence: sentenceOf(what, { bars, unit, period, clock }) };
  };
  return (
    <Section>
      <h2 className="mb-2">Views a {unit}</h2>
      <Plot {...plot("views")} />
      <h2 className="mb-2 mt-4">Bookings a {unit}</h2>
      <Plot {...plot("bookings")} isSolid labels={labelsOf(bins, unit, now, clock)} />
      <details className="mt-3">
        <summary className="w-fit cursor-pointer py-1 text-small text-sea underline underline-offset-[3px]">
          The same as a table
        </summary>
        <div className="max-w-form pt-3">
          <Table
            caption={`Views and bookings, ${unit} by ${unit}`}
            columns={[{ label: heads[unit] }, { label: "Views", align: "end" }, { label: "Bookings", align: "end" }]}
          >
            {bins.map((bin, index) => (
              <Row key={bin.first}>
                <Cell heading>{binWords(bin, unit, clock)}</Cell>
                <Cell align="end" label="Views">
                  {numberText(counts[index]!.views)}
                </Cell>
                <Cell align="end" label="Bookings">
                  {numberText(counts[index]!.bookings)}
                </Cell>
              </Row>
            ))}
          </Table>
        </div>
      </details>
    </Section>
  );
}

const heads = { day: "Day", week: "Week", month: "Month" } as const;

type Drawn = { bars: { value: number; words: string }[]; unit: Unit; period: Period; clock: Clock };

function sentenceOf(what: "views" | "bookings", { bars, unit, period, clock }: Drawn) {
  const sum = bars.reduce((all, { value }) => all + value, 0);
  const most = bars.reduce((best, bar) => (bar.value > best.value ? bar : best));
  const name = what === "views" ? "Views" : "Bookings";
  const said = `${name} a ${unit}, ${periodWords(period, clock)}: ${numberText(sum)} in all`;
  return sum === 0 ? `${said}.` : `${said}. Most ${unit === "day" ? "on" : "in"} ${most.words}.`;
}

/** None where the word for today stands, and none that would not fit at the end. */
function labelsOf(bins: Bin[], unit: Unit, now: number, { locale }: Clock) {
  const room = Math.ceil(bins.length * 0.12);
  return labelled(bins.length, unit)
    .filter((index) => index <= bins.length - room && (now < 0 || index <= now - room || index > now + room))
    .map((index) => {
      const ms = bins[index]!.first * DAY_MS;
      return { index, text: unit === "month" ? formatMonthName(ms, "UTC", locale) : formatDayMonth(ms, "UTC", locale) };
    });
}
