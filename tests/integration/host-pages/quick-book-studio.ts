import { eq } from "drizzle-orm";
import { db } from "~db/client";
import { bookings } from "~db/schema";
import { isoInstant } from "~/domain/time";
import * as route from "~/routes/booking.bookings.new";
import { createEventType, createWorkspace, signIn } from "../../support/factories";
import { inOslo } from "../../support/orders";
import { get, postForm } from "../../support/requests";

export const address = "/booking/bookings/new";
export const ten = inOslo(10);

type Given = Partial<Parameters<typeof createEventType>[1]>;

export async function studio(given: Given = {}) {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner, ...given });
  return { workspace, owner, eventType };
}

export async function pageOf(user: { id: string }, query = "") {
  return (await get(route, `${address}?${query}`, await signIn(user))).body;
}

export async function openPage(user: { id: string }, query = "") {
  const page = await pageOf(user, query);
  if (page.state !== "open") throw new Error(`The page is ${page.state}.`);
  return page;
}

export const mei = {
  start: isoInstant(ten),
  duration_minutes: "30",
  name: "Mei Tanaka",
  email: "mei@example.org",
  timezone: "Asia/Tokyo",
  locale: "de",
  guests: "",
  notes: "",
};

export async function send(user: { id: string }, eventTypeId: string, fields: Record<string, string> = {}) {
  const url = `${address}?event=${eventTypeId}&start=${mei.start}`;
  return postForm(route, url, { ...mei, ...fields }, await signIn(user));
}

export function bookingsOf(eventType: { id: string }) {
  return db.select().from(bookings).where(eq(bookings.eventTypeId, eventType.id));
}

export function idOf(location: string | null) {
  return /^\/booking\/bookings\/([\w-]{36})$/.exec(location ?? "")?.[1] ?? "";
}
