import type { Intervals } from "~/domain/availability/intervals";
import { pairs } from "~/domain/availability/schedule";
import { weekdayNames } from "~/domain/time";
import { anchor, percent } from "./day-bar";

const names = weekdayNames("en");
const rowHeight = 26;
const barHeight = 15;
const top = 6;

/** The week as seven bars from 00 to 24. A picture only: the form beside it says the same. */
export function WeekPlot({ weekly }: { weekly: readonly Intervals[] }) {
  const bottom = top + 7 * rowHeight;
  return (
    <div aria-hidden="true" className="grid grid-cols-[1.75rem_minmax(0,1fr)]">
      <svg width="100%" height={bottom + 20}>
        {names.map((name, day) => (
          <text key={name} x="0" y={top + day * rowHeight + 12} className="fill-ink text-tick font-semibold">
            {name.slice(0, 2)}
          </text>
        ))}
      </svg>
      <svg width="100%" height={bottom + 20} className="overflow-visible">
        {names.map((name, day) => (
          <g key={name}>
            <rect x="0" y={top + day * rowHeight} width="100%" height={barHeight} className="fill-well stroke-edge" />
            {pairs(weekly[day] ?? []).map(({ start, end }) => (
              <rect
                key={start}
                x={percent(start)}
                y={top + day * rowHeight}
                width={percent(end - start)}
                height={barHeight}
                className="fill-sea"
              />
            ))}
          </g>
        ))}
        <line x1="50%" x2="50%" y1="0" y2={bottom - 6} strokeDasharray="2 3" className="stroke-ink" />
        {[0, 6, 12, 18, 24].map((hour) => (
          <text
            key={hour}
            x={percent(hour * 60)}
            y={bottom + 12}
            textAnchor={anchor(hour)}
            className="fill-muted text-tick"
          >
            {String(hour).padStart(2, "0")}
          </text>
        ))}
      </svg>
    </div>
  );
}
