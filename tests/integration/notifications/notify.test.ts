import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { beforeEach, expect, test } from "vitest";
import { notify } from "~/domain/notifications/notify.server";
import type { NewNotification } from "~/domain/notifications/notification";
import { client, db } from "~db/client";
import * as schema from "~db/schema";
import { notifications } from "~db/schema";

beforeEach(async () => {
  await db.execute(sql`truncate notifications cascade`);
  await db.execute(sql`delete from graphile_worker._private_jobs`);
});

function mail(dedupeKey: string): NewNotification {
  const payload = { token: "secret" };
  return {
    kind: "verify_email",
    recipient: "a@example.org",
    recipientName: "A",
    workspaceId: null,
    bookingId: null,
    payload,
    dedupeKey,
  };
}

async function queued() {
  const rows = await db.select({ id: notifications.id, dedupeKey: notifications.dedupeKey }).from(notifications);
  const jobs = await client<{ id: string }[]>`
    select payload ->> 'notificationId' as id from graphile_worker._private_jobs as jobs
    join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id where tasks.identifier = 'send_notification'`;
  return {
    rows: rows.map((row) => row.id).sort(),
    keys: rows.map((row) => row.dedupeKey).sort(),
    jobs: jobs.map((job) => job.id).sort(),
  };
}

test("every mail gets a job of its own", async () => {
  await db.transaction((tx) => notify(tx, [mail("1"), mail("2"), mail("3")]));
  const { rows, jobs, keys } = await queued();
  expect(keys).toEqual(["1", "2", "3"]);
  expect(jobs).toEqual(rows);
});

test("mail and job exist only if the change is committed", async () => {
  const failing = db.transaction(async (tx) => {
    await notify(tx, [mail("1")]);
    throw new Error("the change failed");
  });
  await expect(failing).rejects.toThrow("the change failed");
  expect(await queued()).toEqual({ rows: [], keys: [], jobs: [] });
});

test("the same mail is asked for once, within a call and over calls, and then has one job", async () => {
  await db.transaction((tx) => notify(tx, [mail("1"), mail("1")]));
  await db.transaction((tx) => notify(tx, [mail("1"), mail("2")]));
  const { rows, keys, jobs } = await queued();
  expect(keys).toEqual(["1", "2"]);
  expect(jobs).toEqual(rows);
});

test("however many mails, it is one statement", async () => {
  const statements: string[] = [];
  const watched = drizzle(client, { schema, logger: { logQuery: (statement) => statements.push(statement) } });
  await watched.transaction((tx) =>
    notify(
      tx,
      Array.from({ length: 40 }, (_, index) => mail(String(index))),
    ),
  );
  expect(statements.filter((statement) => !/^(begin|commit)/i.test(statement))).toHaveLength(1);
  expect((await queued()).jobs).toHaveLength(40);
});

test("nothing to tell is nothing to do", async () => {
  await db.transaction((tx) => notify(tx, []));
  expect((await queued()).rows).toEqual([]);
});
