import type { ReactNode } from "react";

export type TimeLink = {
  /** Left out where the time is only marked. */
  href?: string;
  /** "13:30" */
  text: string;
  /** Hidden words after it: "Monday 23 November". */
  label?: string;
  /** A word under the time that says what is special about it, as the hidden ones do. */
  mark?: string;
};

type Props = {
  heading: ReactNode;
  sub?: ReactNode;
  groups: { label: string; times: TimeLink[] }[];
  /** What to say, and where to go, when there are none to choose. */
  empty?: ReactNode;
};

/** The target of a day's link, so that phones land on the times. */
export function Times({ heading, sub, groups, empty }: Props) {
  const filled = groups.filter((group) => group.times.length > 0);
  return (
    <div id="times">
      <h2>{heading}</h2>
      {sub ? <p className="hint mt-1">{sub}</p> : null}
      {empty ? <div className="mt-5">{empty}</div> : null}
      {filled.map((group) => (
        <section key={group.label} className="mt-5">
          <h3 className="pb-2 text-small font-semibold text-muted">{group.label}</h3>
          <TimeList times={group.times} />
        </section>
      ))}
    </div>
  );
}

function TimeList({ times }: { times: TimeLink[] }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(5.25rem,1fr))] gap-2">
      {times.map((time) => (
        <li key={time.text + time.href}>
          {time.href ? (
            <a href={time.href} className="time">
              <TimeWords time={time} />
            </a>
          ) : (
            <span className="time time-now" aria-current="true">
              <TimeWords time={time} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function TimeWords({ time: { text, label, mark } }: { time: TimeLink }) {
  return (
    <>
      {text}
      {mark ? (
        <span aria-hidden="true" className="text-tick leading-3">
          {mark}
        </span>
      ) : null}
      {label ? <span className="sr-only"> {label}</span> : null}
    </>
  );
}
