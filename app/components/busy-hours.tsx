import { weekdayNames } from "~/domain/time";
import { numberText } from "./analytics-words";
import { Section } from "./page";

const short = weekdayNames("en", "two");
const weekdays = weekdayNames("en").map((long, day) => ({ long, short: short[day]! }));

/** How many meetings start at each hour of the week: numbers in a table, darker where there are more. */
export function BusyHours({ hours }: { hours: number[][] }) {
  const busy = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => hours.some((day) => day[hour]! > 0));
  if (busy.length === 0) return null;
  const most = Math.max(...hours.flat());
  const rows = Array.from({ length: busy.at(-1)! - busy[0]! + 1 }, (_, index) => busy[0]! + index);
  return (
    <Section title="Busiest hours" aside="When the meetings start, in your zone">
      <table className="w-full max-w-form table-fixed border-collapse text-small">
        <caption className="sr-only">Meetings by the hour and weekday of their start</caption>
        <thead>
          <tr>
            <th scope="col" className="w-14 pb-2 text-start font-semibold text-muted">
              Hour
            </th>
            {weekdays.map(({ long, short }) => (
              <th key={long} scope="col" className="pb-2 font-semibold text-muted">
                <abbr title={long} className="no-underline">
                  {short}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((hour) => (
            <tr key={hour}>
              <th scope="row" className="text-start font-normal">
                {String(hour).padStart(2, "0")}:00
              </th>
              {hours.map((day, index) => (
                <td key={index} className={`h-9 border border-rule text-center ${look(day[hour]!, most)}`}>
                  {numberText(day[hour]!)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function look(count: number, most: number) {
  if (count === 0) return "text-muted";
  return count > most / 2 ? "bg-sea font-semibold text-on-sea" : "bg-sea-wash";
}
