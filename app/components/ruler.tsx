import { bands, clockAt, dateChanges, scale, type ClockChange } from "./ruler-scale";

type Span = { startMinute: number; endMinute: number };

/** All minutes are counted from the first zone's midnight, as time that really passes. */
export type RulerRow = {
  /** "Kolkata, you" */
  name: string;
  /** At the end of the line: the date, the local time of the meeting, the distance. */
  text: string;
  /** This zone's clock minus the first zone's, at the first zone's midnight. */
  offsetMinutes?: number;
  clockChange?: ClockChange;
  free?: Span[];
  booked?: Span[];
};

type Props = {
  rows: RulerRow[];
  /** 1380 or 1500 on the days when the first zone's clock changes. */
  dayLengthMinutes?: number;
  meeting?: Span & { label: string };
  now?: { minute: number; label: string };
  /** The same in words, for those who do not see the picture; leave out where the page says it already. */
  sentence?: string;
};

const rowHeight = 62;
const labelHeight = 22;

export function Ruler({ rows, dayLengthMinutes = 1440, meeting, now, sentence }: Props) {
  const top = meeting ? labelHeight : 0;
  const height = top + rows.length * rowHeight;
  const at = (minute: number) => `${round((minute / dayLengthMinutes) * 100)}%`;
  const axis = scale(dayLengthMinutes, rows[0]?.clockChange);
  const shared = { at, axis, dayLengthMinutes };
  return (
    <>
      {sentence ? <p className="sr-only">{sentence}</p> : null}
      <svg aria-hidden="true" direction="ltr" width="100%" height={height} className="block overflow-visible font-sans">
        {rows.map((row, index) => (
          <Zone key={row.name} row={row} y={top + index * rowHeight} isFirst={index === 0} now={now} {...shared} />
        ))}
        {meeting ? <Meeting meeting={meeting} height={height} at={at} dayLengthMinutes={dayLengthMinutes} /> : null}
        {rows.map((row, index) => (
          <ZoneWords key={row.name} row={row} y={top + index * rowHeight + 14} now={index === 0 ? now : undefined} />
        ))}
      </svg>
    </>
  );
}

type Shared = { at: (minute: number) => string; axis: ReturnType<typeof scale>; dayLengthMinutes: number };
type ZoneProps = Shared & { row: RulerRow; y: number; isFirst: boolean; now: Props["now"] };

function Zone({ row, y, isFirst, now, at, axis, dayLengthMinutes }: ZoneProps) {
  const clock = clockAt(row.offsetMinutes ?? 0, row.clockChange);
  const hoursOnly = isFirst || axis.every((tick) => clock(tick.minute) % 60 === 0);
  return (
    <g>
      {bands(dayLengthMinutes, clock).map((band) => (
        <rect
          key={band.start}
          {...box(band.start, band.end, at)}
          y={y + 22}
          height={14}
          className={bandFill[band.light]}
        />
      ))}
      <Bars spans={row.free} y={y + 25} className="fill-sea stroke-surface" at={at} />
      <Bars spans={row.booked} y={y + 25} className="fill-ink stroke-surface" at={at} />
      <rect x="0" y={y + 22} width="100%" height={14} fill="none" className="stroke-ink" />
      {axis.map(({ minute, hour }) => (
        <line
          key={minute}
          {...across(at(minute))}
          y1={y + 36}
          y2={y + (hour % 6 === 0 ? 42 : 39)}
          className="stroke-ink"
        />
      ))}
      {isFirst
        ? null
        : dateChanges(dayLengthMinutes, clock).map((minute) => (
            <line
              key={minute}
              {...across(at(minute))}
              y1={y + 18}
              y2={y + 38}
              strokeWidth={2}
              strokeDasharray="3 2"
              className="stroke-ink"
            />
          ))}
      {now && isFirst ? (
        <line {...across(at(now.minute))} y1={y + 15} y2={y + 42} strokeWidth={2} className="stroke-meridian" />
      ) : null}
      {axis
        .filter(({ hour }) => hour % 3 === 0)
        .map(({ minute, hour }) => (
          <text
            key={minute}
            x={at(minute)}
            y={y + 54}
            textAnchor={anchor(minute, 0, dayLengthMinutes)}
            className={`halo fill-muted text-tick ${hour % 6 === 0 ? "" : "hidden sm:inline"}`}
          >
            {digits(isFirst && minute === dayLengthMinutes ? 1440 : clock(minute), hoursOnly)}
          </text>
        ))}
    </g>
  );
}

function ZoneWords({ row, y, now }: { row: RulerRow; y: number; now: Props["now"] }) {
  return (
    <g className="text-small font-semibold">
      <text x="0" y={y} className="halo fill-ink">
        {row.name}
        {now ? <tspan className="fill-meridian">, {now.label}</tspan> : null}
      </text>
      <text x="100%" y={y} textAnchor="end" className="halo fill-ink">
        {row.text}
      </text>
    </g>
  );
}

function Bars({ spans = [], y, className, at }: { spans?: Span[]; y: number; className: string; at: Shared["at"] }) {
  return spans.map(({ startMinute, endMinute }) => (
    <rect key={startMinute} {...box(startMinute, endMinute, at)} y={y} height={8} className={className} />
  ));
}

type MeetingProps = {
  meeting: NonNullable<Props["meeting"]>;
  height: number;
  at: Shared["at"];
  dayLengthMinutes: number;
};

function Meeting({ meeting, height, at, dayLengthMinutes }: MeetingProps) {
  const { startMinute, endMinute, label } = meeting;
  const edge = dayLengthMinutes * 0.05;
  return (
    <g>
      <rect
        {...box(startMinute, Math.min(endMinute, dayLengthMinutes), at)}
        y={labelHeight}
        height={height - labelHeight - 10}
        className="fill-meridian/25"
      />
      <line {...across(at(startMinute))} y1={labelHeight - 3} y2={height} strokeWidth={2} className="stroke-meridian" />
      <text
        x={at(startMinute)}
        y={14}
        textAnchor={anchor(startMinute, edge, dayLengthMinutes - edge)}
        className="halo fill-meridian text-small font-semibold"
      >
        {label}
      </text>
    </g>
  );
}

const bandFill = { night: "fill-night", dusk: "fill-dusk", noon: "fill-noon" } as const;

function box(start: number, end: number, at: Shared["at"]) {
  return { x: at(start), width: at(end - start) };
}

function across(x: string) {
  return { x1: x, x2: x };
}

function anchor(minute: number, first: number, last: number) {
  if (minute <= first) return "start";
  return minute >= last ? "end" : "middle";
}

function digits(minuteOfDay: number, hoursOnly: boolean) {
  const hour = String(Math.floor(minuteOfDay / 60)).padStart(2, "0");
  return hoursOnly ? hour : `${hour}:${String(minuteOfDay % 60).padStart(2, "0")}`;
}

function round(percent: number) {
  return Math.round(percent * 1000) / 1000;
}
