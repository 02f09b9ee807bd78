import { json } from "@remix-run/node";
import { readiness } from "~/domain/health.server";

export async function loader() {
  const { isReady, database, migrated, workerLagSeconds } = await readiness();
  const body = { status: isReady ? "ready" : "not ready", database, migrated, worker_lag_seconds: workerLagSeconds };
  return json(body, { status: isReady ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
