import type { ReactNode } from "react";

/** A pale day with one mark on it: for host pages that have nothing to show yet. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  title: ReactNode;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="sheet px-5 py-10 sm:p-12">
      <svg aria-hidden="true" width="100%" height={42} className="overflow-visible">
        <rect x="0" y="8" width="100%" height="14" fill="none" className="stroke-rule" />
        {Array.from({ length: 25 }, (_, hour) => (
          <line
            key={hour}
            x1={`${(hour / 24) * 100}%`}
            x2={`${(hour / 24) * 100}%`}
            y1="22"
            y2={hour % 6 === 0 ? 32 : 26}
            className="stroke-rule"
          />
        ))}
        <rect x="37.5%" y="11" width="4.17%" height="8" className="fill-sea" />
        <line x1="37.5%" x2="37.5%" y1="0" y2="40" strokeWidth="2" className="stroke-meridian" />
      </svg>
      <h2 className="mt-8">{title}</h2>
      <div className="mt-2 max-w-text">{children}</div>
      {actions ? <div className="mt-6 flex flex-wrap gap-3">{actions}</div> : null}
    </div>
  );
}
