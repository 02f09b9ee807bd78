/** One step of a plan, as EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) writes it. */
export type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Actual Total Time": number;
  "Shared Hit Blocks": number;
  "Shared Read Blocks": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Plan[];
};

export function stepsOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(stepsOf)];
}

/** Only where a table is read: the index, how many rows it gave in how many turns, and how many pages that took. */
export function readsOf(plan: Plan): string[] {
  return stepsOf(plan)
    .filter((step) => step["Relation Name"] || step["Index Name"])
    .map((step) => {
      const where = [
        step["Index Name"] && `by ${step["Index Name"]}`,
        step["Relation Name"] && `of ${step["Relation Name"]}`,
      ];
      const turns = step["Actual Loops"] === 1 ? "" : ` in ${step["Actual Loops"]} turns`;
      const removed = passedOver(step);
      return [
        `${step["Node Type"]} ${where.filter(Boolean).join(" ")}:`,
        `${Math.round(step["Actual Rows"] * step["Actual Loops"])} rows${turns},`,
        `${pagesOf(step)} pages${removed ? `, ${removed} rows passed over` : ""}`,
      ].join(" ");
    });
}

export function pagesOf(plan: Plan) {
  return plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
}

const many = 1_000;

/** Tables of which a plan reads every row, unless there are so few that an index would take longer. */
export function wholeTables(plan: Plan): string[] {
  return stepsOf(plan)
    .filter((step) => step["Node Type"] === "Seq Scan" && step["Actual Rows"] + passedOver(step) >= many)
    .map((step) => step["Relation Name"] ?? "?");
}

function passedOver(step: Plan) {
  return (step["Rows Removed by Filter"] ?? 0) + (step["Rows Removed by Index Recheck"] ?? 0);
}
