import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { DAY_MS } from "~/domain/availability/calendar-days";
import { wallToInstant } from "~/domain/availability/zones";
import * as route from "~/routes/booking.bookings.cancel-day._index";
import { addMember, createBooking, createEventType, createUser, signIn } from "../../support/factories";
import { get, postForm } from "../../support/requests";
import { date, day, hour, studio, ten } from "./cancel-day-studio";

describe("choosing what to cancel", () => {
  it("shows what one host has on a day of theirs that can still be cancelled", async () => {
    const { workspace, owner, eventType, show } = await studio();
    const tokyo = await addMember(workspace, { user: await createUser({ timezone: "Asia/Tokyo" }) });
    const theirs = await createEventType(workspace, { owner: tokyo });
    const later = await createBooking(eventType, { start: ten + hour });
    const request = await createBooking(eventType, { start: ten, status: "pending" });
    await createBooking(eventType, { start: ten + 2 * hour, status: "cancelled" });
    await createBooking(eventType, { start: ten + DAY_MS });
    const midnight = wallToInstant("Asia/Tokyo", day, 0);
    const first = await createBooking(theirs, { start: midnight });
    await createBooking(theirs, { start: midnight - hour });
    const ids = async (query: string) => (await show(query)).day!.bookings.map(({ id }) => id);
    expect(await ids(`date=${date}`)).toEqual([request.id, later.id]);
    expect(await ids(`date=${date}&host=${tokyo.id}`)).toEqual([first.id]);
    expect((await show(`date=${date}&host=${tokyo.id}`)).clock.zone).toBe("Asia/Tokyo");
    const capitals = await show(`date=${date}&host=${tokyo.id.toUpperCase()}`);
    expect([capitals.errors, capitals.values.host]).toEqual([[], tokyo.id]);
    expect((await show("")).values).toMatchObject({ host: owner.id, date: expect.stringMatching(/^\d{4}-/) });
  });

  it("leaves out what is over already", async () => {
    const { eventType, show } = await studio();
    const running = await createBooking(eventType, { start: Date.now() - hour / 4 });
    await createBooking(eventType, { start: Date.now() - hour });
    const today = await show("");
    expect(today.day!.bookings.map(({ id }) => id)).toContain(running.id);
    expect(today.day!.bookings.every(({ end }) => end > Date.now())).toBe(true);
  });

  it("says what is wrong with the day or the host, keeps it, and shows nothing", async () => {
    const { show } = await studio();
    const wrongDay = await show("date=2026-02-30");
    expect([wrongDay.errors[0]!.path, wrongDay.values.date, wrongDay.day]).toEqual(["date", "2026-02-30", null]);
    const wrongHost = await show(`date=${date}&host=${randomUUID()}`);
    expect([wrongHost.errors[0]!.path, wrongHost.day]).toEqual(["host", null]);
  });

  it("gives members their own day alone, whoever they ask for", async () => {
    const { workspace, owner, eventType, show } = await studio();
    const member = await addMember(workspace);
    await createBooking(eventType, { start: ten });
    const own = await createBooking(await createEventType(workspace, { owner: member }), { start: ten });
    const page = await show(`date=${date}&host=${owner.id}`, member);
    expect([page.hosts, page.values.host]).toEqual([[], member.id]);
    expect(page.day!.bookings.map(({ id }) => id)).toEqual([own.id]);
  });

  it("is for hosts alone", async () => {
    const { workspace } = await studio();
    const client = await addMember(workspace, { role: "client" });
    expect((await get(route, "/booking/bookings/cancel-day", await signIn(client))).status).toBe(403);
    expect((await get(route, "/booking/bookings/cancel-day")).status).toBe(302);
    expect((await postForm(route, "/booking/bookings/cancel-day", {})).status).toBe(302);
  });
});
