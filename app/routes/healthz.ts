import { json } from "@remix-run/node";

export function loader() {
  return json({ status: "alive" }, { headers: { "Cache-Control": "no-store" } });
}
