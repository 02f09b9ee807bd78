import { Fragment, type ReactNode } from "react";

export type Fact = { label: string; value: ReactNode };

/** Names and values beside each other; pairs without a value are left out. */
export function Facts({ items, className = "" }: { items: Fact[]; className?: string }) {
  return (
    <dl className={`facts ${className}`}>
      {items.filter(hasValue).map((item) => (
        <Fragment key={item.label}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function hasValue({ value }: Fact) {
  return value !== null && value !== undefined && value !== "";
}
