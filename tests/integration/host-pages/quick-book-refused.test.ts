import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingEventTypes } from "~db/schema";
import { findBooking } from "~/domain/bookings/bookings.server";
import { isoInstant } from "~/domain/time";
import { createBooking } from "../../support/factories";
import { idOf, mei, openPage, pageOf, send, studio, ten } from "./quick-book-studio";

describe("a refused quick book", () => {
  it("keeps what was typed when the time has just been taken, and offers the nearest ones", async () => {
    const { workspace, owner, eventType } = await studio();
    await createBooking(eventType, { start: ten });
    const sent = await send(owner, eventType.id, { notes: "By phone" });
    expect(sent.status).toBe(409);
    if (!("outcome" in sent.body) || sent.body.outcome !== "taken") throw new Error("It is not refused.");
    expect(sent.body).toMatchObject({ taken: { code: "claimed", start: ten, zone: "Europe/Oslo" } });
    expect(sent.body.values).toMatchObject({ name: ["Mei Tanaka"], timezone: ["Asia/Tokyo"], notes: ["By phone"] });
    const [next] = sent.body.taken.alternatives;
    expect(Math.abs(next!.start - ten)).toBe(1_800_000);
    const again = await send(owner, eventType.id, { notes: "By phone", start: isoInstant(next!.start) });
    expect((await findBooking(workspace.id, idOf(again.headers.get("Location"))))!.notes).toBe("By phone");
  });

  it("is told by the same rules as for anybody, such as the notice", async () => {
    const { owner, eventType } = await studio({ minimumNoticeMinutes: 50 * 1440 });
    expect((await openPage(owner, `start=${mei.start}`)).refused?.code).toBe("notice");
    const sent = await send(owner, eventType.id);
    expect(sent.body).toMatchObject({ outcome: "taken", taken: { code: "notice", noticeMinutes: 50 * 1440 } });
  });

  it("comes back with status 400 and everything that was typed", async () => {
    const { owner, eventType } = await studio();
    const sent = await send(owner, eventType.id, { name: "", email: "mei@example,org", guests: "a@example.org\nb" });
    expect(sent.status).toBe(400);
    expect(sent.body).toMatchObject({ outcome: "invalid", values: { guests: ["a@example.org\nb"] } });
    const errors = "errors" in sent.body ? sent.body.errors.map(({ path }) => path) : [];
    expect(errors).toEqual(["name", "email", "guests.1"]);
    expect((await send(owner, eventType.id, { start: "soon" })).status).toBe(400);
  });

  it("says so where the length is not on offer any more, and where the event type is gone", async () => {
    const { owner, eventType } = await studio();
    const change = (columns: object) =>
      db.update(bookingEventTypes).set(columns).where(eq(bookingEventTypes.id, eventType.id));
    await change({ durationMinutes: 45 });
    const longer = await send(owner, eventType.id);
    expect([longer.status, longer.body]).toMatchObject([409, { errors: [{ path: "duration_minutes" }] }]);
    await change({ isActive: false });
    const gone = await send(owner, eventType.id);
    expect([gone.status, gone.body]).toMatchObject([409, { outcome: "gone", values: { name: ["Mei Tanaka"] } }]);
    expect(await pageOf(owner)).toMatchObject({ state: "empty", hasEventTypes: true });
  });

  it("lets the host go back for another time with what was typed", async () => {
    const { owner, eventType } = await studio();
    const sent = await send(owner, eventType.id, { intent: "times", email: "not yet known", notes: "By phone" });
    expect(sent.status).toBe(303);
    const url = new URL(sent.headers.get("Location")!, "http://localhost");
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      event: eventType.id,
      name: "Mei Tanaka",
      email: "not yet known",
      timezone: "Asia/Tokyo",
      locale: "de",
      notes: "By phone",
    });
    const page = await openPage(owner, url.search.slice(1));
    expect(page).toMatchObject({ start: null, choice: { date: url.searchParams.get("date") } });
    expect(page.person).toEqual({ name: "Mei Tanaka", email: "not yet known", timezone: "Asia/Tokyo", locale: "de" });
  });
});
