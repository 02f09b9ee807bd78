import { eq } from "drizzle-orm";
import { client, db } from "~db/client";
import { calendarAccounts } from "~db/schema";
import { createWorkspace, signIn } from "./factories";
import type { FakeGoogle } from "./google";
import type { FakeMicrosoft } from "./microsoft";
import { callApi, noticeOf, postForm } from "./requests";
import { unique } from "./unique";
import * as callback from "~/routes/api.v1.booking.calendars.callback.$provider";
import * as connectPage from "~/routes/booking.calendars.connect.$provider";

type Provider = "google" | "microsoft";
type Consent = { scopes?: string[]; deny?: true };

/** A host who is signed in, with a mailbox at each provider. */
export async function hostWithMailboxes({ google, microsoft }: { google: FakeGoogle; microsoft: FakeMicrosoft }) {
  const { workspace, owner } = await createWorkspace();
  const email = `${unique()}@example.com`;
  const mailboxes = { google: google.addAccount({ email }), microsoft: microsoft.addAccount({ email }) };
  return { workspace, owner, email, ...mailboxes, ...(await signIn(owner)) };
}

/** The address at the provider to which the page of a host leads. */
export async function leave(cookie: string, provider: Provider, fields: Record<string, string> = {}): Promise<string> {
  const left = await postForm(connectPage, `/booking/calendars/connect/${provider}`, fields, {
    cookie,
    params: { provider },
  });
  return /^0; url=(.+)$/.exec(left.headers.get("Refresh") ?? "")![1]!;
}

/** Says yes there, or what else is wanted, and answers the address to which the provider sends the browser. */
export async function consentAt(
  fake: { consent(next: Consent & { email: string }): void },
  url: string,
  wanted: Consent & { email: string },
): Promise<URL> {
  fake.consent(wanted);
  const answer = await fetch(url, { redirect: "manual" });
  return new URL(answer.headers.get("Location")!);
}

/** The browser arrives where the provider sent it. */
export async function arrive(at: URL, provider: Provider, cookie?: string) {
  const landed = await callApi(callback, "GET", at.pathname + at.search, { cookie, params: { provider } });
  return {
    status: landed.status,
    to: landed.headers.get("Location"),
    text: landed.text,
    notice: await noticeOf(landed),
  };
}

export async function accountsOf(userId: string) {
  return db.select().from(calendarAccounts).where(eq(calendarAccounts.userId, userId));
}

/** The payloads of a task's waiting jobs, as text. */
export async function waitingJobs(task: string): Promise<Record<string, unknown>[]> {
  const rows = await client<{ payload: Record<string, unknown> }[]>`
    select job.payload from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id where task.identifier = ${task} order by job.id`;
  return rows.map(({ payload }) => payload);
}
