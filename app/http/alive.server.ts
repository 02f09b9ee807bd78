import { json } from "@remix-run/node";

/** That the process answers, and no more: for load balancers, and as the yardstick of the benchmarks. */
export function alive() {
  return json({ status: "alive" }, { headers: { "Cache-Control": "no-store" } });
}
