import { lengthWords } from "~/domain/counts";

type Props = { before: number; length: number; after: number };

/** What one booking takes of a day, drawn to scale: the meeting, and the free time around it. In minutes. */
export function BufferBar({ before, length, after }: Props) {
  const whole = before + length + after;
  const parts = [
    { at: 0, minutes: before, className: "fill-well stroke-edge [stroke-dasharray:3_2]" },
    { at: before, minutes: length, className: "fill-sea stroke-sea" },
    { at: before + length, minutes: after, className: "fill-well stroke-edge [stroke-dasharray:3_2]" },
  ].filter(({ minutes }) => minutes > 0);
  const percent = (minutes: number) => `${Math.round((minutes / whole) * 100_000) / 1000}%`;
  return (
    <div className="max-w-form">
      <p className="hint">
        One booking of {lengthWords(length)} then takes {lengthWords(whole)} of your day.
      </p>
      <svg aria-hidden="true" width="100%" height="46" className="mt-3 block overflow-visible">
        {parts.map(({ at, minutes, className }) => (
          <rect key={at} x={percent(at)} y="1" width={percent(minutes)} height="20" className={className} />
        ))}
        {parts.map(({ at, minutes }) => (
          <text
            key={at}
            x={at + minutes === whole && at > 0 ? "100%" : percent(at)}
            y="38"
            textAnchor={at + minutes === whole && at > 0 ? "end" : "start"}
            className="fill-muted text-tick"
          >
            {minutes} min
          </text>
        ))}
      </svg>
    </div>
  );
}
