import { at, type ContractRow } from "./row";

export const instanceRows: ContractRow[] = [
  ...at("/api/openapi.json", {}, [["GET", 200, { as: "nobody" }]]),
  ...at("/api/openapi.cal.json", {}, [["GET", 200, { as: "nobody" }]]),
  ...at("/api/v1/dev/outbox", {}, [["GET", 200, { as: "nobody", query: () => ({ to: "mei@example.com" }) }]]),
];
