import type { ReactNode } from "react";

export type Column = { label: string; align?: "start" | "end"; hideLabel?: boolean; className?: string };

/** Becomes stacked rows under 640 px; the roles are written out, because display: block takes them away. */
export function Table({ caption, columns, children }: { caption: string; columns: Column[]; children: ReactNode }) {
  return (
    <table role="table" className="table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.label}
              role="columnheader"
              scope="col"
              className={[column.align === "end" && "num", column.className].filter(Boolean).join(" ") || undefined}
            >
              {column.hideLabel ? <span className="sr-only">{column.label}</span> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

export function Row({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <tr role="row" className={className}>
      {children}
    </tr>
  );
}

type CellProps = {
  children?: ReactNode;
  /** Shown before the value on phones: for bare numbers and words that need their column's name. */
  label?: string;
  align?: "start" | "end";
  /** The cell that names the row. */
  heading?: boolean;
  className?: string;
};

export function Cell({ children, label, align, heading, className = "" }: CellProps) {
  const classes = `${align === "end" ? "num" : ""} ${className}`;
  return heading ? (
    <th role="rowheader" scope="row" data-l={label} className={classes}>
      {children}
    </th>
  ) : (
    <td role="cell" data-l={label} className={classes}>
      {children}
    </td>
  );
}
