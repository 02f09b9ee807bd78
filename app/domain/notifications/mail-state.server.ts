import { and, eq, inArray, or, sql } from "drizzle-orm";
import { db } from "~db/client";
import { instantSql } from "~db/instant";
import { addJobs, jobsFor } from "~db/queue";
import { notifications } from "~db/schema";
import type { Mail } from "./notification";
import { mailJobs } from "./notify.server";
import { nextTry, type Turn } from "./tries";

type Values = Parameters<ReturnType<typeof db.update<typeof notifications>>["set"]>[0];

const minute = 60_000;
const checksAfter = [2 * minute, 30 * minute, 6 * 60 * minute];

/** What a mail said is kept for the outbox only: elsewhere it is on its way, or is written anew. */
const forgotten = { html: null, text: null, ics: null } as const;
const handedOverNever = sql`${notifications.payload} - 'handedOver'`;
/** A host may have a booking's mail sent again, so it keeps what its words need. */
const withoutSecrets = sql`case when ${notifications.bookingId} is null
  then ${notifications.payload} - 'handedOver' - 'token' else ${notifications.payload} - 'handedOver' end`;

/** Whether the mail is still this job's: it waits for this very try, or a worker has died with it. */
export function isOwn({ notificationId, round, attempt }: Turn) {
  const isWaiting = and(eq(notifications.state, "queued"), eq(notifications.attempts, attempt));
  const isInterrupted = and(eq(notifications.state, "sending"), eq(notifications.attempts, attempt + 1));
  return and(eq(notifications.id, notificationId), eq(notifications.round, round), or(isWaiting, isInterrupted));
}

/** Keeps the mail in the local outbox. However often it is called, the first mail stays. */
export async function keep(turn: Turn, mail: Mail, now: number) {
  const payload = sql`${notifications.payload} - 'token'`;
  await db
    .update(notifications)
    .set(ended(turn, now, { state: "kept", lastError: null, payload, ...mail }))
    .where(isOwn(turn));
}

/** It waits for something else than the mail service: no try is counted. */
export async function putOff(turn: Turn, until: number) {
  await db.transaction(async (tx) => {
    await tx
      .update(notifications)
      .set({ nextTryAt: new Date(until) })
      .where(isOwn(turn));
    await tx.execute(sql`select ${addJobs(mailJobs(sql`notifications where id = ${turn.notificationId}`))}`);
  });
}

/** It was overtaken. What an earlier try ran into stays to be read. */
export async function skip(turn: Turn, now: number) {
  const payload = sql`${notifications.payload} - 'handedOver' - 'token'`;
  await db
    .update(notifications)
    .set(ended(turn, now, { state: "skipped", payload, ...forgotten }))
    .where(isOwn(turn));
}

/**
 * Writes down what is about to be handed over, and to which service, so that whoever finds it later knows that it may have
 * arrived, and hands over the same to the letter. False where it is not this job's any more.
 */
export async function begin(turn: Turn, mail: Mail, service: string, now: number): Promise<boolean> {
  const handedOver = sql`jsonb_build_object('handedOver', jsonb_build_object('to', ${service}::text, 'at', ${now}::float8))`;
  const rows = await db
    .update(notifications)
    .set({
      ...mail,
      state: "sending",
      attempts: turn.attempt + 1,
      nextTryAt: null,
      payload: sql`${handedOver} || ${notifications.payload}`,
    })
    .where(isOwn(turn))
    .returning({ id: notifications.id });
  return rows.length === 1;
}

/** It was taken, which is so whatever another worker has thought of it meanwhile. Looks now and then what became of it. */
export async function noteTaken(
  turn: Turn,
  { answer, providerId }: { answer: string; providerId: string | null },
  now: number,
) {
  const { notificationId, round } = turn;
  const values = { state: "sent", answer, providerId, lastError: null, payload: withoutSecrets, ...forgotten } as const;
  const isUndecided = inArray(notifications.state, ["queued", "sending", "failed"]);
  await db.transaction(async (tx) => {
    const rows = await tx
      .update(notifications)
      .set(ended(turn, now, values))
      .where(and(eq(notifications.id, notificationId), eq(notifications.round, round), isUndecided))
      .returning({ id: notifications.id });
    if (rows.length === 0 || providerId === null) return;
    const times = sql.join(
      checksAfter.map((wait) => sql`(${instantSql(now + wait)})`),
      sql`, `,
    );
    const payload = { notificationId: sql`${notificationId}::text`, round: sql`${round}::int` };
    const checks = jobsFor("check_delivery", payload, sql`(values ${times}) as later (at)`, { runAt: sql`later.at` });
    await tx.execute(sql`select ${addJobs(checks)}`);
  });
}

/** It is given up, until somebody has it sent again. */
export async function fail(turn: Turn, error: string, now: number) {
  const lastError = error.slice(0, 1000);
  await db
    .update(notifications)
    .set(ended(turn, now, { state: "failed", lastError, payload: withoutSecrets, ...forgotten }))
    .where(isOwn(turn));
}

type Delay = { kind: "not_taken" | "unknown" | "not_tried"; error: string; retryAfter?: number };

/** Tries again later. A mail that was certainly not taken is written anew then; any other may be followed by itself only. */
export async function postpone(turn: Turn, { kind, error, retryAfter }: Delay, now: number) {
  const tries = turn.attempt + 1;
  const next = nextTry(tries, now, retryAfter);
  if (next === null) return fail(turn, kind === "unknown" ? `It may have arrived. ${error}` : error, now);
  await db.transaction(async (tx) => {
    const rows = await tx
      .update(notifications)
      .set({
        state: "queued",
        attempts: tries,
        lastError: error.slice(0, 1000),
        nextTryAt: new Date(next),
        ...(kind === "not_taken" && { ...forgotten, payload: handedOverNever }),
      })
      .where(isOwn(turn))
      .returning({ id: notifications.id });
    if (rows.length === 0) return;
    await tx.execute(sql`select ${addJobs(mailJobs(sql`notifications where id = ${turn.notificationId}`))}`);
  });
}

function ended({ attempt }: Turn, now: number, values: Values): Values {
  return { ...values, attempts: attempt + 1, nextTryAt: null, finishedAt: new Date(now) };
}
