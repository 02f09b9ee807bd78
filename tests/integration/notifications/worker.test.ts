import { sql } from "drizzle-orm";
import pino from "pino";
import { afterEach, expect, test } from "vitest";
import { notify } from "~/domain/notifications/notify.server";
import { client, db } from "~db/client";
import { register } from "../../../jobs/presence";
import { startWorker } from "../../../jobs/worker";
import { startWorkerProcess, until } from "../../support/worker-process";

const logger = pino({ level: "silent" });
const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await client`delete from graphile_worker._private_jobs`;
});

async function askForMail(dedupeKey: string) {
  const rest = { recipientName: "", workspaceId: null, bookingId: null, payload: { token: "t" } };
  await db.transaction((tx) => notify(tx, [{ kind: "verify_email", recipient: "a@example.org", dedupeKey, ...rest }]));
}

async function jobs() {
  const [row] = await client`
    select count(*)::int as count from graphile_worker.jobs where task_identifier = 'send_notification'`;
  return row!.count as number;
}

async function stateOf(dedupeKey: string) {
  const [row] = await client`select state from notifications where dedupe_key = ${dedupeKey}`;
  return row?.state as string | undefined;
}

/** A worker in a process of its own, which cannot finish the mail because its row is held; `release` lets go of it. */
async function startStuckWorker(dedupeKey: string) {
  const holder = await client.reserve();
  await holder`begin`;
  await holder`select 1 from notifications where dedupe_key = ${dedupeKey} for update`;
  const release = async () => {
    await holder`rollback`;
    holder.release();
  };
  const worker = startWorkerProcess();
  ends.push(worker.kill);
  const name = await until(lockedBy, (locker) => locker !== undefined);
  return { kill: worker.kill, name, release };
}

async function lockedBy() {
  const [job] = await client`select locked_by from graphile_worker.jobs where locked_by is not null`;
  return job?.locked_by as string | undefined;
}

test("a worker writes waiting mail at once", async () => {
  const worker = await startWorker({ logger });
  ends.push(worker.stop);
  await askForMail("at-once");
  expect(
    await until(
      () => stateOf("at-once"),
      (state) => state === "kept",
    ),
  ).toBe("kept");
});

test("a stopped worker leaves nothing locked and takes nothing more", async () => {
  const worker = await startWorker({ logger });
  await worker.stop();
  await askForMail("stopped");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await stateOf("stopped")).toBe("queued");
  expect(await client`select 1 from graphile_worker.jobs where locked_by is not null`).toHaveLength(0);
});

test("a killed worker's job is run by the next worker, and makes one mail", async () => {
  await askForMail("killed");
  const stuck = await startStuckWorker("killed");
  await stuck.kill();
  expect(await lockedBy()).toBe(stuck.name);

  const next = await startWorker({ logger });
  ends.push(next.stop);
  expect(await until(lockedBy, (name) => name !== undefined && name !== stuck.name)).not.toBe(stuck.name);
  await stuck.release();
  expect(await until(jobs, (count) => count === 0)).toBe(0);
  expect(await client`select state, attempts from notifications where dedupe_key = 'killed'`).toEqual([
    { state: "kept", attempts: 1 },
  ]);
});

test("a living worker's job stays its own", async () => {
  await askForMail("alive");
  const stuck = await startStuckWorker("alive");
  for (const _ of [1, 2]) ends.push((await register(process.env.DATABASE_URL!, logger)).leave);
  expect(await lockedBy()).toBe(stuck.name);
  await stuck.release();
  expect(await until(jobs, (count) => count === 0)).toBe(0);
});

test("recurring work runs, whatever the timetable adds to its payload", async () => {
  const worker = await startWorker({ logger });
  ends.push(worker.stop);
  const payload = JSON.stringify({ _cron: { ts: "2026-11-18T09:44:00Z" } });
  for (const task of ["finish_bookings", "forget_expired"]) {
    await db.execute(sql`select graphile_worker.add_job(${task}, ${payload}::json)`);
  }
  const left = () => client`select last_error from graphile_worker.jobs`;
  expect(await until(left, (rows) => rows.length === 0)).toEqual([]);
});

test("of workers that find the same dead one, all go on", async () => {
  await askForMail("many");
  await db.execute(sql`update graphile_worker._private_jobs set locked_by = 'worker-long-gone', locked_at = now()`);
  const presences = await Promise.all([1, 2, 3].map(() => register(process.env.DATABASE_URL!, logger)));
  for (const presence of presences) ends.push(presence.leave);
  expect(await client`select 1 from graphile_worker.jobs where locked_by is not null`).toHaveLength(0);
});
