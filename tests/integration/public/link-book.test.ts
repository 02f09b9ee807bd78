import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingEventTypes, bookingLinks, bookings, notifications } from "~db/schema";
import { findBookingByUid } from "~/domain/bookings/bookings.server";
import * as meeting from "~/routes/meeting.$uid._index";
import * as ask from "~/routes/public.bookings.$token.ask";
import * as route from "~/routes/public.bookings.$token._index";
import { createBooking } from "../../support/factories";
import { createLink, createOneTimeLink } from "../../support/links";
import { inOslo } from "../../support/orders";
import { get, postForm } from "../../support/requests";
import { linkedOffer, pickedAt, typedAt } from "./linked-offer";

function send(token: string, fields: Record<string, string | string[]>) {
  return postForm(route, `/public/bookings/${token}?index`, fields, { params: { token } });
}

function placeOf({ headers }: { headers: Headers }) {
  return headers.get("Location") ?? "";
}

const open = (token: string) => get(route, `/public/bookings/${token}`, { params: { token } });

describe("the booking form of a link", () => {
  it("books by an evergreen link, again and again, and leads to the meeting", async () => {
    const { eventType } = await linkedOffer();
    const link = await createLink(eventType);
    for (const hour of [10, 11]) {
      const sent = await send(link.token, typedAt(inOslo(hour)));
      expect([sent.status, placeOf(sent)]).toEqual([303, expect.stringMatching(/^\/meeting\/[\w-]+$/)]);
    }
    expect(await db.$count(bookings, eq(bookings.linkId, link.id))).toBe(2);
  });

  it("for one person books once; sent twice, also at the same moment, it leads to the one meeting", async () => {
    const { eventType } = await linkedOffer();
    const link = await createOneTimeLink(eventType);
    const typed = typedAt(inOslo(10));
    const both = await Promise.all([send(link.token, typed), send(link.token, typed)]);
    const third = await send(link.token, typed);
    expect([...both, third].map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set([...both, third].map(placeOf)).size).toBe(1);
    expect(await db.$count(bookings, eq(bookings.oneTimeLinkId, link.id))).toBe(1);
  });

  it("for one person refuses whoever comes second with all that was typed", async () => {
    const { eventType } = await linkedOffer();
    const link = await createOneTimeLink(eventType);
    const racers = [10, 11, 13].map((hour) => send(link.token, { ...typedAt(inOslo(hour)), notes: `At ${hour}` }));
    const sent = await Promise.all(racers);
    expect(sent.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
    const lost = sent.find(({ status }) => status === 410)!;
    expect(lost.body).toMatchObject({ outcome: "closed", values: { notes: [expect.stringMatching(/^At /)] } });
    expect((await open(link.token)).status).toBe(410);
    expect(await db.$count(bookings, eq(bookings.oneTimeLinkId, link.id))).toBe(1);
  });

  it("books no time that was not picked, and offers those that were", async () => {
    const { eventType } = await linkedOffer();
    const slots = [pickedAt(10, 30), pickedAt(11, 30), pickedAt(14, 30)];
    const { token } = await createOneTimeLink(eventType, { slots });
    const other = await send(token, typedAt(inOslo(9)));
    expect(other.status).toBe(409);
    if (other.body.outcome !== "taken") throw new Error(other.body.outcome);
    const { code, alternatives, sameDay } = other.body.taken;
    expect(code).toBe("outside_hours");
    expect(alternatives.map(({ start }) => start)).toEqual([inOslo(10), inOslo(11), inOslo(14)]);
    expect(sameDay).toEqual([inOslo(10), inOslo(11), inOslo(14)]);
    await createBooking(eventType, { start: inOslo(10) });
    const gone = await send(token, typedAt(inOslo(10)));
    expect(gone.body).toMatchObject({ outcome: "taken", taken: { sameDay: [inOslo(11), inOslo(14)] } });
    expect((await send(token, typedAt(inOslo(11)))).status).toBe(303);
  });

  it("books nothing by a link that was switched off meanwhile, and keeps what was typed", async () => {
    const { eventType } = await linkedOffer();
    const { id, token } = await createLink(eventType);
    const typed = { ...typedAt(inOslo(10)), notes: "kept" };
    await db.update(bookingLinks).set({ isActive: false }).where(eq(bookingLinks.id, id));
    const { status, body } = await send(token, typed);
    expect([status, body]).toEqual([404, expect.objectContaining({ outcome: "closed" })]);
    expect(body).toMatchObject({ values: { notes: ["kept"] } });
  });
});

describe("asking for a time by a link", () => {
  it("stays at the link, and the copy leads back to it; to one for one person it does not", async () => {
    const { eventType } = await linkedOffer();
    const { token } = await createLink(eventType);
    const once = await createOneTimeLink(eventType);
    const request = { name: "Vidya", timezone: "Asia/Kolkata", wish: "Tuesdays", submission_key: crypto.randomUUID() };
    for (const [key, email] of [
      [token, "vidya@example.in"],
      [once.token, "wolf@example.de"],
    ] as const) {
      const path = `/public/bookings/${key}/ask`;
      const sent = await postForm(ask, path, { ...request, email }, { params: { token: key } });
      expect([sent.status, placeOf(sent)]).toEqual([303, `${path}?sent=1`]);
    }
    const backOf = async (email: string) => {
      const mail = and(eq(notifications.recipient, email), eq(notifications.kind, "time_requested_invitee"));
      const [copy] = await db.select().from(notifications).where(mail);
      return copy!.payload.back;
    };
    expect(await backOf("vidya@example.in")).toEqual({ token });
    expect(await backOf("wolf@example.de")).toBeNull();
  });
});

describe("a meeting that was booked by a link", () => {
  const again = async (uid: string) => {
    const { body } = await get(meeting, `/meeting/${uid}`, { params: { uid } });
    return "meeting" in body ? body.meeting.againHref : undefined;
  };

  it("leads to the link for another one, as long as that books", async () => {
    const { eventType, workspace } = await linkedOffer();
    const link = await createLink(eventType);
    const { uid } = await createBooking(eventType, { start: inOslo(10), linkId: link.id, status: "cancelled" });
    expect(await again(uid)).toBe(`/public/bookings/${link.token}`);
    await db.update(bookingLinks).set({ isActive: false }).where(eq(bookingLinks.id, link.id));
    expect(await again(uid)).toBe(`/book/${workspace.slug}/${eventType.slug}`);
    await db
      .update(bookingEventTypes)
      .set({ isLinkOnly: true, isListed: false })
      .where(eq(bookingEventTypes.id, eventType.id));
    expect(await again(uid)).toBeNull();
  });

  it("has no way to an event type that only links reach, where its link was for one person", async () => {
    const { eventType } = await linkedOffer({ isLinkOnly: true, isListed: false });
    const { token } = await createOneTimeLink(eventType);
    const uid = placeOf(await send(token, typedAt(inOslo(10)))).slice("/meeting/".length);
    const { id } = (await findBookingByUid(uid))!;
    await db.update(bookings).set({ status: "cancelled" }).where(eq(bookings.id, id));
    expect(await again(uid)).toBeNull();
  });
});
