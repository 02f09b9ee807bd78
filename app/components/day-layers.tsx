import { formatTime } from "~/domain/time";
import { axisTicks, dayAxis, onAxis, type Axis } from "./day-axis";
import { startLabel, type Explained } from "./explained";
import { shortName } from "./offer-words";

type Kind = "open" | "busy" | "buffer" | "booking" | "offered";
type Bar = { start: number; end: number; kind: Kind; text?: string };
type Layer = { name: string; bars: Bar[] };

const rowHeight = 44;
const barHeight = 19;
/** A day in layers: hours, calendars, bookings with their buffers, what is offered, and the time asked for across them. */
export function DayLayers({ explained }: { explained: Explained }) {
  const { day, clock } = explained;
  const axis = dayAxis(day);
  const layers = layersOf(explained);
  const top = day.asked ? 34 : 14;
  const height = top + layers.length * rowHeight;
  const at = (ms: number) => `${Math.round(((ms - axis.from) / (axis.to - axis.from)) * 100_000) / 1000}%`;
  return (
    <svg aria-hidden="true" direction="ltr" width="100%" height={height + 22} className="block font-sans">
      <defs>
        <pattern id="busy-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className="fill-well" />
          <line x1="1" y1="0" x2="1" y2="6" strokeWidth="1.5" className="stroke-muted" />
        </pattern>
      </defs>
      {axisTicks(axis, day.zone).map((tick) => (
        <g key={tick.at}>
          <line x1={at(tick.at)} x2={at(tick.at)} y1={top - 14} y2={height} className="stroke-rule" />
          <text
            x={at(tick.at)}
            y={height + 16}
            textAnchor={tick.at === axis.from ? "start" : tick.at === axis.to ? "end" : "middle"}
            className={`fill-muted text-tick ${tick.isMajor ? "" : "hidden sm:inline"}`}
          >
            {tick.text}
          </text>
        </g>
      ))}
      {layers.map((layer, index) => (
        <g key={index}>
          {onAxis(axis, layer.bars).map((bar) => (
            <Box key={`${bar.kind} ${bar.start}`} bar={bar} y={top + index * rowHeight + 12} axis={axis} at={at} />
          ))}
        </g>
      ))}
      {day.asked && day.asked.start < axis.to ? (
        <Asked
          asked={day.asked}
          label={startLabel(day.asked.start, clock)}
          axis={axis}
          top={top}
          height={height}
          at={at}
        />
      ) : null}
      {layers.map((layer, index) => (
        <text key={index} x="0" y={top + index * rowHeight + 5} className="halo fill-ink text-small font-semibold">
          {layer.name}
        </text>
      ))}
    </svg>
  );
}

/** One host's day in a layer each; of several hosts each on one line, as on the team's calendar. */
function layersOf({ day, viewerId, clock }: Explained): Layer[] {
  const offered = day.starts.filter(({ isOffered }) => isOffered);
  const boxes = offered.map(({ start, end }, index): Bar => {
    const next = offered[index + 1]?.start ?? end;
    return { kind: "offered", start, end: Math.min(end, next), text: formatTime(start, day.zone, clock.locale) };
  });
  const [only, ...others] = day.hosts;
  const offer: Layer = { name: "Offered", bars: boxes };
  if (only && others.length === 0) {
    const { open, busy, held } = barsOf(only);
    const whose = only.id === viewerId ? "Your calendars" : "Calendars";
    return [
      { name: "Open hours", bars: open },
      { name: whose, bars: busy },
      { name: "Bookings and buffers", bars: held },
      offer,
    ];
  }
  const lines = day.hosts.map((host): Layer => {
    const { open, busy, held } = barsOf(host);
    return { name: host.id === viewerId ? "You" : shortName(host.name), bars: [...open, ...busy, ...held] };
  });
  return [...lines, offer];
}

function barsOf({ open, busy, claims }: Explained["day"]["hosts"][number]) {
  const as =
    (kind: Kind) =>
    (each: { start: number; end: number }): Bar => ({ kind, start: each.start, end: each.end });
  const meetings = claims.map(({ booking, start, end }) => booking ?? { start, end });
  return {
    open: open.map(as("open")),
    busy: busy.map(as("busy")),
    held: [...claims.map(as("buffer")), ...meetings.map(as("booking"))],
  };
}

const looks: Record<Kind, string> = {
  open: "fill-noon stroke-ink",
  busy: "stroke-muted",
  buffer: "fill-well stroke-edge",
  booking: "fill-sea stroke-surface",
  offered: "fill-sea-wash stroke-sea",
};

type At = (ms: number) => string;

function Box({ bar, y, axis, at }: { bar: Bar; y: number; axis: Axis; at: At }) {
  return (
    <>
      <rect
        x={at(bar.start)}
        y={y}
        width={at(axis.from + bar.end - bar.start)}
        height={barHeight}
        fill={bar.kind === "busy" ? "url(#busy-hatch)" : undefined}
        strokeDasharray={bar.kind === "buffer" ? "3 2" : undefined}
        className={looks[bar.kind]}
      />
      {bar.text ? (
        <text x={at(bar.start)} dx="5" y={y + 14} className={`fill-ink text-tick font-semibold ${roomFor(bar, axis)}`}>
          {bar.text}
        </text>
      ) : null}
    </>
  );
}

/** The width from which on a box has room for its time: about 540 pixels for the day on tablets, 900 on wide screens. */
function roomFor({ start, end, text = "" }: Bar, axis: Axis) {
  const share = (end - start) / (axis.to - axis.from);
  const needed = text.length * 6 + 8;
  if (share * 540 >= needed) return "hidden sm:inline";
  return share * 900 >= needed ? "hidden xl:inline" : "hidden";
}

type AskedProps = {
  asked: { start: number; end: number };
  label: string;
  axis: Axis;
  top: number;
  height: number;
  at: At;
};

function Asked({ asked, label, axis, top, height, at }: AskedProps) {
  const place = (asked.start - axis.from) / (axis.to - axis.from);
  const end = Math.min(asked.end, axis.to);
  return (
    <g>
      <rect
        x={at(asked.start)}
        y={top - 14}
        width={at(axis.from + Math.max(0, end - asked.start))}
        height={height - top + 14}
        className="fill-meridian/15"
      />
      <line
        x1={at(asked.start)}
        x2={at(asked.start)}
        y1={18}
        y2={height + 4}
        strokeWidth={2}
        className="stroke-meridian"
      />
      <text
        x={at(asked.start)}
        y={13}
        textAnchor={place < 0.1 ? "start" : place > 0.9 ? "end" : "middle"}
        className="halo fill-meridian text-small font-semibold"
      >
        {label}
      </text>
    </g>
  );
}
