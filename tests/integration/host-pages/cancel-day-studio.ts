import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "~db/client";
import { bookingHistory, bookings, notifications } from "~db/schema";
import { DAY_MS, formatDate } from "~/domain/availability/calendar-days";
import { wallToInstant } from "~/domain/availability/zones";
import * as route from "~/routes/booking.bookings.cancel-day._index";
import * as progress from "~/routes/booking.bookings.cancel-day.$id";
import { createEventType, createWorkspace, signIn } from "../../support/factories";
import { get, postForm } from "../../support/requests";

export const hour = 3_600_000;
/** In three days, and its 10:00 in Oslo, where the hosts are unless a test says so. */
export const day = Math.floor(Date.now() / DAY_MS) + 3;
export const date = formatDate(day);
export const ten = wallToInstant("Europe/Oslo", day, 600);

type Person = { id: string };

/** A workspace, and its pages for cancelling a day as its members open and send them. */
export async function studio() {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner });
  const show = async (query = `date=${date}`, user: Person = owner) =>
    (await get(route, `/booking/bookings/cancel-day?${query}`, { cookie: (await signIn(user)).cookie })).body;
  const send = async (ids: string[], given: { key?: string; reason?: string; user?: Person } = {}) => {
    const { key = randomUUID(), reason = "", user = owner } = given;
    const fields: [string, string][] = [
      ["submission_key", key],
      ["reason", reason],
      ...ids.map((each) => ["booking", each] as [string, string]),
    ];
    const { cookie } = await signIn(user);
    const answer = await postForm(route, `/booking/bookings/cancel-day?index&date=${date}`, fields, { cookie });
    const id = /^\/booking\/bookings\/cancel-day\/([\w-]{36})$/.exec(answer.headers.get("Location") ?? "")?.[1] ?? "";
    return { id, ...answer };
  };
  const look = async (id: string, user: Person = owner, query = "") =>
    get(progress, `/booking/bookings/cancel-day/${id}${query}`, {
      cookie: (await signIn(user)).cookie,
      params: { id },
    });
  return { workspace, owner, eventType, show, send, look };
}

export async function statusOf({ id }: Person) {
  return (await db.select().from(bookings).where(eq(bookings.id, id)))[0]!.status;
}

export async function movesOf({ id }: Person) {
  const rows = await db.select().from(bookingHistory).where(eq(bookingHistory.bookingId, id));
  return rows.map(({ move, actorId, reason }) => ({ move, actorId, reason }));
}

export async function mailsOf({ id }: Person) {
  const rows = await db.select().from(notifications).where(eq(notifications.bookingId, id));
  return rows.map(({ kind, payload }) => ({ kind, reason: (payload as { reason?: string }).reason }));
}
