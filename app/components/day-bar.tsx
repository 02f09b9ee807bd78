type Part = { start: number; end: number };

/** One day from 00 to 24 with its open parts. A picture only: the words beside it say the same. */
export function DayBar({ parts }: { parts: Part[] }) {
  return (
    <svg aria-hidden="true" width="100%" height="17" className="block overflow-visible">
      <rect x="0" y="1" width="100%" height="15" className="fill-well stroke-edge" />
      {parts.map(({ start, end }) => (
        <rect key={start} x={percent(start)} y="1" width={percent(end - start)} height="15" className="fill-sea" />
      ))}
      <line x1="50%" x2="50%" y1="0" y2="17" strokeDasharray="2 3" className="stroke-ink" />
    </svg>
  );
}

/** The hours under such bars. */
export function DayAxis() {
  return (
    <svg aria-hidden="true" width="100%" height="16" className="block overflow-visible">
      {[0, 6, 12, 18, 24].map((hour) => (
        <text key={hour} x={percent(hour * 60)} y="12" textAnchor={anchor(hour)} className="fill-muted text-tick">
          {String(hour).padStart(2, "0")}
        </text>
      ))}
    </svg>
  );
}

export function percent(minutes: number) {
  return `${Math.round((minutes / 1440) * 100_000) / 1000}%`;
}

export function anchor(hour: number) {
  if (hour === 0) return "start";
  return hour === 24 ? "end" : "middle";
}
