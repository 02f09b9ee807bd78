import { niceTop } from "./plot-scale";

export type Bar = { key: number; value: number; /** "Tue 11 Nov: 83" */ words: string };

type Props = {
  bars: Bar[];
  /** The same in words, for those who do not see it. */
  sentence: string;
  isSolid?: boolean;
  /** The bar that is now, and what stands under it. */
  mark?: { index: number; label: string };
  /** Dates under the bars, by their index; the plot above another one has none. */
  labels?: { index: number; text: string }[];
};

const top = 6;
const labelHeight = 24;

/** Bars over an axis of dates, without a scale in the picture: x in percent, y in pixels, so that words keep their size. */
export function Plot({ bars, sentence, isSolid = false, mark, labels }: Props) {
  const height = isSolid ? 80 : 130;
  const largest = niceTop(Math.max(0, ...bars.map(({ value }) => value)));
  const y = (value: number) => top + height - (value / largest) * height;
  const full = top + height + (labels ? labelHeight : 6);
  const x = (index: number) => `${round((index / bars.length) * 100)}%`;
  const isLast = mark !== undefined && mark.index === bars.length - 1;
  return (
    <div className="grid grid-cols-[2.25rem_minmax(0,1fr)]">
      <svg aria-hidden="true" width="100%" height={full}>
        {[0, largest / 2, largest].map((value) => (
          <text key={value} x="75%" y={y(value) + 4} textAnchor="end" className="fill-muted text-tick">
            {value}
          </text>
        ))}
      </svg>
      <svg
        role="img"
        aria-label={sentence}
        direction="ltr"
        width="100%"
        height={full}
        className="block overflow-visible"
      >
        {[largest / 2, largest].map((value) => (
          <line key={value} x1="0" x2="100%" y1={y(value)} y2={y(value)} className="stroke-rule" />
        ))}
        {bars.map(({ key, value, words }, index) =>
          value === 0 ? null : (
            <rect
              key={key}
              x={x(index + 0.1)}
              y={y(value)}
              width={x(0.8)}
              height={round(top + height - y(value))}
              className={isSolid ? "fill-sea" : "fill-sea-wash stroke-sea"}
            >
              <title>{words}</title>
            </rect>
          ),
        )}
        <line x1="0" x2="100%" y1={y(0)} y2={y(0)} className="stroke-ink" />
        {mark ? (
          <line
            x1={x(mark.index + 0.5)}
            x2={x(mark.index + 0.5)}
            y1="0"
            y2={y(0)}
            strokeDasharray="2 3"
            className="stroke-meridian"
          />
        ) : null}
        {labels?.map(({ index, text }, place) => (
          <text
            key={index}
            x={x(index + 0.1)}
            y={full - 6}
            className={`fill-muted text-tick ${place % 2 === 1 && labels.length > 4 ? "hidden sm:inline" : ""}`}
          >
            {text}
          </text>
        ))}
        {labels && mark ? (
          <text
            x={isLast ? "100%" : x(mark.index + 0.5)}
            y={full - 6}
            textAnchor={isLast ? "end" : "middle"}
            className="halo fill-meridian text-tick font-bold"
          >
            {mark.label}
          </text>
        ) : null}
      </svg>
    </div>
  );
}

function round(value: number) {
  return Math.round(value * 1000) / 1000;
}
