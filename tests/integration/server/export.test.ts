import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "~db/client";
import { ensureBuild } from "../../../app/server/build";
import { createEventType, createWorkspace, signIn } from "../../support/factories";
import { manyBookings } from "../../support/many-bookings";
import { startProcess, type Running } from "../../support/processes";

let server: Running;

beforeAll(async () => {
  ensureBuild();
  server = await startProcess([process.execPath, "--import", "tsx", "server.ts", "web"], {});
}, 120_000);

afterAll(async () => {
  await server.stop();
});

/** A file far larger than what the sockets between two processes hold. */
async function largeExport() {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner });
  await manyBookings(eventType, { count: 20_000, from: Date.now() + 3_600_000, notes: "x".repeat(2000) });
  const { cookie } = await signIn(owner);
  const asked = get(`${server.url}/booking/bookings/export.csv`, { headers: { Cookie: cookie } });
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  return { response, workspace };
}

/** Whether the server has asked for bookings within this second. */
async function hasJustRead() {
  const [row] = await db.execute<{ recent: boolean }>(sql`
    select coalesce(max(state_change) > now() - interval '1 second', true) as recent from pg_stat_activity
    where datname = current_database() and query like 'select "bookings".%' and pid <> pg_backend_pid()`);
  return row!.recent;
}

it("an export is read no faster than the browser takes it", { timeout: 60_000 }, async () => {
  const { response, workspace } = await largeExport();
  expect([response.statusCode, response.headers["content-type"]]).toEqual([200, "text/csv; charset=utf-8"]);
  while (await hasJustRead()) await new Promise((resolve) => setTimeout(resolve, 200));
  // What goes now has not been read yet: nobody has taken a byte.
  const late = sql`start_time > now() + interval '15000 hours'`;
  await db.execute(sql`delete from bookings where workspace_id = ${workspace.id} and ${late}`);
  let rows = -1;
  for await (const chunk of response) rows += String(chunk).split("\n").length - 1;
  expect(rows).toBeGreaterThan(14_900);
  expect(rows).toBeLessThan(15_100);
});
