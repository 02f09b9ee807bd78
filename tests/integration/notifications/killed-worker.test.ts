import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { sendAgain } from "~/domain/notifications/send-again.server";
import { client } from "~db/client";
import { createBooking, createEventType, createWorkspace } from "../../support/factories";
import { startMailServer } from "../../support/mail-server";
import { askForMail, mailAbout, readMail } from "../../support/mails";
import { startResend } from "../../support/resend";
import { startWorkerProcess, until } from "../../support/worker-process";

const from = { MAIL_FROM: "Nordlys <meet@nordlys.example>" };
const workers: ReturnType<typeof startWorkerProcess>[] = [];

let resend: Awaited<ReturnType<typeof startResend>>;
let server: Awaited<ReturnType<typeof startMailServer>>;
let eventType: Awaited<ReturnType<typeof createEventType>>;
let owner: Awaited<ReturnType<typeof createWorkspace>>["owner"];
let start = Date.now() + 30 * 24 * 3_600_000;

beforeAll(async () => {
  [resend, server] = await Promise.all([startResend(), startMailServer()]);
  const studio = await createWorkspace();
  owner = studio.owner;
  eventType = await createEventType(studio.workspace, { owner });
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.kill();
  await client`delete from graphile_worker._private_jobs`;
});
afterAll(async () => {
  await Promise.all([resend.stop(), server.stop()]);
});

async function invitation() {
  const booking = await createBooking(eventType, { start: (start += 3_600_000) });
  return askForMail("booking_confirmed_invitee", mailAbout(booking));
}

function startWorker(environment: Record<string, string>) {
  const worker = startWorkerProcess({ ...from, ...environment });
  workers.push(worker);
  return worker;
}

/**
 * Starts a worker and ends it like a power cut after the service has said yes, and before the worker could write that
 * down: it is held up in its very UPDATE, because the row is locked just before the yes.
 */
async function killBetweenYesAndCommit(
  id: string,
  service: { beforeYes: () => Promise<void> },
  environment: Record<string, string>,
) {
  const holder = await client.reserve();
  service.beforeYes = async () => {
    service.beforeYes = async () => {};
    await holder`begin`;
    await holder`select 1 from notifications where id = ${id} for update`;
  };
  const worker = startWorker(environment);
  const stuck = await until(findStuck, (pids) => pids.length > 0);
  expect(stuck).toHaveLength(1);
  await worker.kill();
  // Postgres would notice the death only after the lock is free, and the machine may be gone as well.
  await client`select pg_terminate_backend(${stuck[0]!}, 5000)`;
  await holder`rollback`;
  holder.release();
  expect(await readMail(id)).toMatchObject({ state: "sending", attempts: 1 });
}

async function findStuck() {
  const rows = await client<{ pid: number }[]>`
    select pid from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like 'update "notifications"%'`;
  return rows.map(({ pid }) => pid);
}

function isDecided({ state }: { state: string }) {
  return state !== "queued" && state !== "sending";
}

test("Resend has one mail when the worker dies between its yes and the commit", { timeout: 60_000 }, async () => {
  const environment = { RESEND_API_KEY: "re_test", RESEND_API_URL: resend.url };
  const { id, recipient } = await invitation();
  await killBetweenYesAndCommit(id, resend.door, environment);
  startWorker(environment);

  const row = await until(() => readMail(id), isDecided);
  const arrived = (await resend.inbox()).filter(({ to }) => to[0]!.includes(recipient));
  expect(arrived).toHaveLength(1);
  expect(row).toMatchObject({ state: "sent", providerId: arrived[0]!.id, lastError: null });
  expect(resend.sent.map(({ key }) => key)).toEqual([`${id}.0`, `${id}.0`]);
});

test("a mail server has one mail then, and the host is told the truth", { timeout: 60_000 }, async () => {
  const environment = { SMTP_URL: server.url };
  const { id, recipient, workspaceId, bookingId } = await invitation();
  await killBetweenYesAndCommit(id, server.behaviour, environment);
  startWorker(environment);

  const row = await until(() => readMail(id), isDecided);
  expect(row).toMatchObject({
    state: "failed",
    lastError: "The worker stopped while the mail server was taking it. It may have arrived.",
  });
  expect(server.messages.map(({ to }) => to)).toEqual([[recipient]]);

  const actor = { kind: "user", userId: owner.id } as const;
  const wish = { workspaceId: workspaceId!, bookingId: bookingId!, notificationId: id, actor, now: Date.now() };
  expect(await sendAgain(wish)).toEqual({ ok: true });
  expect(await until(() => readMail(id), isDecided)).toMatchObject({ state: "sent", round: 1, attempts: 1 });
  const names = server.messages.map(({ raw }) => /^Message-ID: (.*)\r$/im.exec(raw)?.[1]);
  expect(names).toEqual([`<${id}.0@nordlys.example>`, `<${id}.1@nordlys.example>`]);
});
