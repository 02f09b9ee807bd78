import { describe, expect, it } from "vitest";
import * as route from "~/routes/book.$workspace.$event._index";
import { createBooking, createEventType, createSchedule, createWorkspace } from "../../support/factories";
import { get } from "../../support/requests";

const hour = 3_600_000;

async function offer(given: Partial<Parameters<typeof createEventType>[1]> = {}) {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner, ...given });
  const params = { workspace: workspace.slug, event: eventType.slug };
  const open = async (query = "", cookie?: string) => {
    const answer = await get(route, `/book/${workspace.slug}/${eventType.slug}${query}`, { params, cookie });
    if (answer.body.state !== "open") throw new Error(`The page is ${answer.body.state}.`);
    return { ...answer, page: answer.body };
  };
  return { workspace, owner, eventType, open };
}

describe("the page of an event type", () => {
  it("opens on the first day that has a free time, with the times of that month", async () => {
    const { open } = await offer();
    const { page, status } = await open();
    expect(status).toBe(200);
    expect(page.start).toBeNull();
    expect(page.choice!.slots.length).toBeGreaterThan(0);
    expect(page.choice!.date).toBe(new Date(page.choice!.slots[0]!).toISOString().slice(0, 10));
    expect(page.hint).toBeNull();
  });

  it("counts days in the visitor's zone", async () => {
    const { open } = await offer();
    const oslo = (await open("?timezone=Europe/Oslo")).page.choice!;
    const kiritimati = (await open("?timezone=Pacific/Kiritimati")).page;
    expect(kiritimati.visitor.zone).toBe("Pacific/Kiritimati");
    expect(kiritimati.choice!.date! >= oslo.date!).toBe(true);
  });

  it("keeps the zone by address, else by cookie, else the schedule's", async () => {
    const { open } = await offer();
    expect((await open()).page.visitor).toMatchObject({ zone: "Europe/Oslo", isZoneKnown: false });
    expect((await open("", "tz=Asia%2FTokyo")).page.visitor).toMatchObject({ zone: "Asia/Tokyo", isZoneKnown: true });
    const both = await open("?timezone=America/Lima", "tz=Asia%2FTokyo");
    expect(both.page.visitor.zone).toBe("America/Lima");
  });

  it("asks for the details once a free time stands in the address, with what the address knows", async () => {
    const { open } = await offer();
    const start = (await open()).page.choice!.slots[0]!;
    const { page } = await open(`?time=${new Date(start).toISOString()}&name=Ada%20Okafor&email=ada@example.com`);
    expect(page.start).toBe(start);
    expect(page.kept).toMatchObject({ name: "Ada Okafor", email: "ada@example.com" });
    expect(page.submissionKey).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("goes back to the times when the time in the address is not free", async () => {
    const { open, eventType } = await offer();
    const start = (await open()).page.choice!.slots[0]!;
    await createBooking(eventType, { start });
    const { page, status } = await open(`?time=${new Date(start).toISOString()}`);
    expect([status, page.start, page.refused]).toEqual([200, null, { start, code: "claimed", noticeMinutes: 0 }]);
    expect(page.choice!.slots).not.toContain(start);
  });

  it("tells why the time in the address cannot be had", async () => {
    const { open, eventType } = await offer({ minimumNoticeMinutes: 60 });
    const start = (await open()).page.choice!.slots[0]!;
    const refusedAt = async (ms: number) => (await open(`?time=${new Date(ms).toISOString()}`)).page.refused;
    const reasonOf = async (ms: number) => (await refusedAt(ms))?.code;
    expect(await reasonOf(start)).toBeUndefined();
    expect(await reasonOf(start + 60_000)).toBe("outside_hours");
    const past = Date.UTC(2020, 0, 6, 11);
    expect(await refusedAt(past)).toEqual({ start: past, code: "notice", noticeMinutes: 60 });
    expect(await reasonOf(start + (eventType.bookingWindowDays + 7) * 24 * hour)).toMatch(/window|outside_hours/);
    expect(await reasonOf(Date.UTC(9999, 11, 31))).toMatch(/window|outside_hours/);
    expect(await reasonOf(0)).toMatch(/notice|outside_hours/);
  });

  it("offers a length only where there is one, and remembers it in its links", async () => {
    const { open } = await offer({ durationOptions: [15, 30, 60] });
    expect((await open("?duration=60")).page).toMatchObject({ durationMinutes: 60, kept: { duration: "60" } });
    expect((await open("?duration=45")).page).toMatchObject({ durationMinutes: 30, hint: "duration" });
  });

  it.each([
    ["?month=2026-13", "month"],
    ["?month=1970-01", "month"],
    ["?month=9999-12", "month"],
    ["?date=2026-02-31", "date"],
    ["?date=0000-00-00", "date"],
    ["?date=9999-12-31", "date"],
    ["?time=tomorrow", "time"],
    ["?timezone=Mars/Olympus", "timezone"],
    ["?timezone=%00", "timezone"],
    ["?duration=1e9", "duration"],
    ["?duration=-30", "duration"],
  ])("takes %s for what it is, and shows what there is", async (query, hint) => {
    const { open } = await offer();
    const { page, status } = await open(query);
    expect([status, page.hint]).toEqual([200, hint]);
    expect(page.choice!.slots.length + (page.choice!.nextFree ?? 0)).toBeGreaterThan(0);
  });

  it("turns to the month of the next free time by itself, and stays where it was asked to", async () => {
    const { workspace, owner } = await createWorkspace();
    const date = new Date(Date.now() + 70 * 24 * hour).toISOString().slice(0, 10);
    const schedule = await createSchedule(workspace, owner, { weekly: {}, overrides: { [date]: [540, 600] } });
    const eventType = await createEventType(workspace, { owner, scheduleId: schedule.id, bookingWindowDays: 90 });
    const params = { workspace: workspace.slug, event: eventType.slug };
    const path = `/book/${workspace.slug}/${eventType.slug}`;
    const found = await get(route, path, { params });
    expect(found.body).toMatchObject({ choice: { month: date.slice(0, 7), date } });
    const thisMonth = new Date().toISOString().slice(0, 7);
    const asked = await get(route, `${path}?month=${thisMonth}`, { params });
    expect(asked.body).toMatchObject({
      choice: { month: thisMonth, date: null, slots: [], lastMonth: expect.any(String) },
    });
    const nextFree = asked.body.state === "open" ? asked.body.choice!.nextFree! : 0;
    expect(new Date(nextFree).toISOString().slice(0, 10)).toBe(date);
  });

  it("with nothing free at all says so, and is still a page", async () => {
    const { workspace, owner } = await createWorkspace();
    const schedule = await createSchedule(workspace, owner, { weekly: {} });
    const { slug } = await createEventType(workspace, { owner, scheduleId: schedule.id });
    const params = { workspace: workspace.slug, event: slug };
    const { status, body } = await get(route, `/book/${workspace.slug}/${slug}`, { params });
    expect(status).toBe(200);
    expect(body).toMatchObject({ choice: { date: null, slots: [], nextFree: null } });
  });

  it.each([
    ["inactive", { isActive: false }],
    ["no_event", { archivedAt: new Date() }],
  ])("is a friendly 404 when the event type is %s", async (state, columns) => {
    const { workspace, owner } = await createWorkspace();
    const { slug } = await createEventType(workspace, { owner, ...columns });
    const params = { workspace: workspace.slug, event: slug };
    const answer = await get(route, `/book/${workspace.slug}/${slug}`, { params });
    expect(answer).toMatchObject({ status: 404, body: { state, workspace: { slug: workspace.slug } } });
  });

  it("says which part of the address is unknown", async () => {
    const { workspace } = await createWorkspace();
    const none = await get(route, "/book/nobody/intro", { params: { workspace: "nobody", event: "intro" } });
    expect(none).toMatchObject({ status: 404, body: { state: "no_workspace" } });
    for (const event of ["intro", "\u0000", "%", "<script>"]) {
      const answer = await get(route, "/book/x/y", { params: { workspace: workspace.slug, event } });
      expect(answer, event).toMatchObject({ status: 404, body: { state: "no_event" } });
    }
  });

  it("tells strangers neither addresses nor links", async () => {
    const { open, owner } = await offer({ locationType: "custom", locationValue: "https://rooms.example/secret" });
    const { text } = await open();
    expect(text).not.toContain("secret");
    expect(text).not.toContain(owner.email);
  });
});
