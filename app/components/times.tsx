import type { ReactNode } from "react";

export type TimeLink = {
  href: string;
  /** "13:30" */
  text: string;
  /** Hidden words after it: "Monday 23 November". */
  label?: string;
  isChosen?: boolean;
};

type Props = {
  heading: ReactNode;
  sub?: ReactNode;
  groups: { label: string; times: TimeLink[] }[];
  /** What to say, and where to go, when there are none. */
  empty?: ReactNode;
};

/** The target of a day's link, so that phones land on the times. */
export function Times({ heading, sub, groups, empty }: Props) {
  const filled = groups.filter((group) => group.times.length > 0);
  return (
    <div id="times">
      <h2>{heading}</h2>
      {sub ? <p className="hint mt-1">{sub}</p> : null}
      {filled.length === 0 ? <div className="mt-5">{empty}</div> : null}
      {filled.map((group) => (
        <section key={group.label} className="mt-5">
          <h3 className="pb-2 text-small font-semibold text-muted">{group.label}</h3>
          <TimeList times={group.times} />
        </section>
      ))}
    </div>
  );
}

export function TimeList({ times }: { times: TimeLink[] }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(5.25rem,1fr))] gap-2">
      {times.map((time) => (
        <li key={time.href}>
          <a
            href={time.href}
            className={`time ${time.isChosen ? "time-on" : ""}`}
            aria-current={time.isChosen ? "true" : undefined}
          >
            {time.text}
            {time.label ? <span className="sr-only"> {time.label}</span> : null}
          </a>
        </li>
      ))}
    </ul>
  );
}
