import { count, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingEventTypes, bookings } from "~db/schema";
import { findBookingByUid } from "~/domain/bookings/bookings.server";
import * as route from "~/routes/book.$workspace.$event._index";
import { createBooking, createEventType, createWorkspace } from "../../support/factories";
import { get, postForm } from "../../support/requests";

async function offer(given: Partial<Parameters<typeof createEventType>[1]> = {}) {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner, ...given });
  const params = { workspace: workspace.slug, event: eventType.slug };
  const path = `/book/${workspace.slug}/${eventType.slug}`;
  const { body } = await get(route, `${path}?timezone=Asia/Kolkata`, { params });
  if (body.state !== "open") throw new Error("The page is not open.");
  const answers = {
    start: new Date(body.choice!.slots[2]!).toISOString(),
    timezone: "Asia/Kolkata",
    duration_minutes: "30",
    submission_key: body.submissionKey,
    name: "Vidya Raghunathan",
    email: "vidya@example.in",
    guests: "",
    notes: "",
  };
  const send = (fields: Record<string, string>, headers = {}) =>
    postForm(route, `${path}?index`, fields, { params, headers });
  const made = () => db.select({ count: count() }).from(bookings).where(eq(bookings.eventTypeId, eventType.id));
  return { workspace, eventType, answers, send, slots: body.choice!.slots, made: async () => (await made())[0]!.count };
}

function uidOf(location: string | null) {
  return /^\/meeting\/([\w-]+)/.exec(location ?? "")?.[1] ?? "";
}

describe("the booking form", () => {
  it("books, and leads to the meeting", async () => {
    const { answers, send } = await offer();
    const guests = "guest@example.org, second@example.org\nthird@example.org";
    const sent = await send({ ...answers, guests, notes: "Bring maps" }, { "Accept-Language": "de-AT" });
    expect(sent.status).toBe(303);
    const booking = await findBookingByUid(uidOf(sent.headers.get("Location")));
    expect(booking).toMatchObject({
      timezone: "Asia/Kolkata",
      locale: "de-AT",
      notes: "Bring maps",
      status: "confirmed",
    });
    expect(
      booking!.attendees
        .filter(({ kind }) => kind === "guest")
        .map(({ email }) => email)
        .sort(),
    ).toEqual(["guest@example.org", "second@example.org", "third@example.org"]);
  });

  it("keeps its answers when its length is no longer on offer, and shows times of the present one", async () => {
    const { answers, send, eventType, made } = await offer();
    await db.update(bookingEventTypes).set({ durationMinutes: 45 }).where(eq(bookingEventTypes.id, eventType.id));
    const sent = await send({ ...answers, notes: "Bring maps" });
    expect(sent.status).toBe(409);
    const { outcome, values, taken } = sent.body as Extract<typeof sent.body, { outcome: "taken" }>;
    expect(outcome).toBe("taken");
    expect(values).toMatchObject({ name: ["Vidya Raghunathan"], notes: ["Bring maps"] });
    expect(values).not.toHaveProperty("duration_minutes");
    expect([taken.durationMinutes, taken.alternatives.length]).toEqual([45, 4]);
    expect(await made()).toBe(0);
  });

  it("that was gone back to and changed is a new one", async () => {
    const { answers, send, slots, made } = await offer();
    const first = await send(answers);
    const later = await send({ ...answers, start: new Date(slots[5]!).toISOString() });
    const again = await send(answers);
    expect([first.status, later.status, again.status]).toEqual([303, 303, 303]);
    expect(again.headers.get("Location")).toBe(first.headers.get("Location"));
    expect(later.headers.get("Location")).not.toBe(first.headers.get("Location"));
    expect(await made()).toBe(2);
  });

  it("sent twice makes one booking, also at the same moment", async () => {
    const { answers, send, made } = await offer();
    const both = await Promise.all([send(answers), send(answers)]);
    const third = await send(answers);
    const places = new Set([...both, third].map(({ headers }) => headers.get("Location")));
    expect([places.size, await made()]).toEqual([1, 1]);
  });

  it("comes back with status 400 and everything that was typed", async () => {
    const { answers, send, made } = await offer();
    const typed = { ...answers, name: " ", email: "vidya@example,in", guests: "one@example.org\nfoo", notes: "kept" };
    const { status, body } = await send(typed);
    expect(status).toBe(400);
    expect(body).toMatchObject({ outcome: "invalid", values: { notes: ["kept"], email: ["vidya@example,in"] } });
    const paths = "errors" in body ? body.errors.map(({ path }) => path) : [];
    expect(paths).toEqual(["name", "email", "guests.1"]);
    expect(await made()).toBe(0);
  });

  it("offers the nearest times, with the answers kept, when the time has just been taken", async () => {
    const { answers, send, slots, eventType } = await offer();
    await createBooking(eventType, { start: slots[2]! });
    const { status, body } = await send({ ...answers, notes: "kept" });
    expect(status).toBe(409);
    if (body.outcome !== "taken") throw new Error(body.outcome);
    expect(body.taken).toMatchObject({ code: "claimed", start: slots[2] });
    expect(
      body.taken.alternatives
        .map(({ start }) => start)
        .slice(0, 2)
        .sort(),
    ).toEqual([slots[1], slots[3]]);
    expect(body.taken.sameDay).not.toContain(slots[2]);
    expect(body.values.notes).toEqual(["kept"]);

    const next = new Date(body.taken.alternatives[0]!.start).toISOString();
    const again = await send({ ...answers, notes: "kept", start: next });
    expect(again.status).toBe(303);
    expect((await findBookingByUid(uidOf(again.headers.get("Location"))))?.notes).toBe("kept");
  });

  it("says the true reason when the time is not offered at all", async () => {
    const { answers, send } = await offer({ minimumNoticeMinutes: 60 * 24 * 59 });
    const soon = new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000).toISOString();
    const { status, body } = await send({ ...answers, start: soon });
    expect(status).toBe(409);
    expect(body.outcome === "taken" && ["notice", "outside_hours"].includes(body.taken.code)).toBe(true);
  });

  it("gives the answers back to be changed", async () => {
    const { answers, send, made } = await offer();
    const { status, body } = await send({ ...answers, intent: "edit" });
    expect([status, body.outcome, await made()]).toEqual([200, "edit", 0]);
  });

  it.each([
    [{ start: "tomorrow" }, 400],
    [{ start: "" }, 400],
    [{ start: "9999-12-31T23:59:59Z" }, 400],
    [{ start: "1970-01-01T00:00:00Z" }, 409],
    [{ duration_minutes: "45" }, 409],
    [{ duration_minutes: "NaN" }, 400],
    [{ timezone: "Mars/Olympus" }, 303],
    [{ submission_key: "'; drop table bookings" }, 303],
    [{ name: "x".repeat(101) }, 400],
    [{ notes: "x".repeat(2001) }, 400],
    [{ guests: "a@example.org\n".repeat(11).replace(/a@/g, () => `${crypto.randomUUID()}@`) }, 400],
    [{ name: "\u202egnp.exe" }, 400],
  ])("answers %j with %i", async (odd, status) => {
    const { answers, send } = await offer();
    expect((await send({ ...answers, ...odd })).status).toBe(status);
  });

  it("takes nothing from other sites, and nothing that is no form", async () => {
    const { answers, send, made } = await offer();
    expect((await send(answers, { "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
    expect((await send(answers, { "Content-Type": "application/json" })).status).toBe(415);
    expect(await made()).toBe(0);
  });

  it("of an event type that was switched off books nothing", async () => {
    const { workspace, owner } = await createWorkspace();
    const { slug } = await createEventType(workspace, { owner, isActive: false });
    const params = { workspace: workspace.slug, event: slug };
    const { status } = await postForm(route, `/book/${workspace.slug}/${slug}?index`, { start: "x" }, { params });
    expect(status).toBe(404);
  });
});
