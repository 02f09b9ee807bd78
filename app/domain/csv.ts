import { stringify } from "csv-stringify/sync";

export type CsvColumns<Row> = [header: string, cell: (row: Row) => string | number][];

/**
 * Rows of a CSV file as RFC 4180 has it, under its head where they are the first. The head begins with a byte order
 * mark, without which Excel takes UTF-8 for something else. What a spreadsheet would run as a formula gets an apostrophe.
 */
export function csvRows<Row>(
  columns: CsvColumns<Row>,
  rows: readonly Row[],
  { isFirst }: { isFirst: boolean },
): string {
  return stringify(
    rows.map((row) => columns.map(([, cell]) => cell(row))),
    {
      columns: columns.map(([header]) => header),
      header: isFirst,
      bom: isFirst,
      record_delimiter: "windows",
      escape_formulas: true,
    },
  );
}
