export type Table = { title: string; columns: string[]; rows: string[][]; notes: string[] };

export function markdown({ title, columns, rows, notes }: Table): string {
  const widths = columns.map((column, index) => Math.max(3, ...[column, ...cellsOf(rows, index)].map(lengthOf)));
  const line = (cells: string[]) =>
    `| ${cells.map((cell, index) => padded(cell, widths[index]!, index)).join(" | ")} |`;
  const rule = widths.map((width, index) => (index === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [`### ${title}`, [line(columns), `| ${rule.join(" | ")} |`, ...rows.map(line)].join("\n"), ...notes].join(
    "\n\n",
  );
}

function cellsOf(rows: string[][], index: number) {
  return rows.map((row) => row[index] ?? "");
}

function lengthOf(text: string) {
  return text.length;
}

/** Words to the left, figures to the right. */
function padded(text: string, width: number, index: number) {
  return index === 0 ? text.padEnd(width) : text.padStart(width);
}
