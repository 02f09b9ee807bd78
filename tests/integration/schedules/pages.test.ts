import { describe, expect, it } from "vitest";
import { listSchedules } from "~/domain/availability/schedules.server";
import * as remove from "~/routes/booking.availability.$id.delete";
import * as edit from "~/routes/booking.availability.$id._index";
import * as index from "~/routes/booking.availability._index";
import * as make from "~/routes/booking.availability.new";
import * as support from "../../support/factories";
import { get, postForm } from "../../support/requests";
import { scheduleForm as form, schedulePage } from "../../support/schedule-pages";

const office: Parameters<typeof form>[0] = [
  ["monday", "09:00", "12:00"],
  ["friday", "10:00", "15:00"],
];

describe("the page of a schedule", () => {
  it("is where /booking/availability leads, the default first", async () => {
    const { cookie, url } = await schedulePage();
    expect((await get(index, "/booking/availability", { cookie })).headers.get("Location")).toBe(url);
  });

  it("saves the hours, the dates, and a date that was typed and not yet added", async () => {
    const { send, url, read } = await schedulePage();
    const answer = await send(
      form([...office, ["sunday", "", ""], ["sunday", "9", "5pm"]], {
        overrides: ["2026-12-24 | Christmas Eve", "2026-11-20 08:00-12:00 13:00-15:00"],
        "fresh.date": "2027-03-28",
        "fresh.note": "Night survey",
        "fresh.ranges.0.start": "01:00",
        "fresh.ranges.0.end": "04:00",
      }),
    );
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, url]);
    expect(await read()).toMatchObject({
      weekly: [[540, 720], [], [], [], [600, 900], [], [540, 1020]],
      overrides: [
        { date: "2026-11-20", intervals: [480, 720, 780, 900], note: "" },
        { date: "2026-12-24", intervals: [], note: "Christmas Eve" },
        { date: "2027-03-28", intervals: [60, 240], note: "Night survey" },
      ],
    });
  });

  it("comes back with one more row, nothing saved and nothing lost", async () => {
    const { send, read } = await schedulePage();
    const before = await read();
    const answer = await send(
      form(
        [
          ["monday", "09:00", "noon"],
          ["friday", "10:00", "15:00"],
        ],
        { intent: "add:friday", name: "New name" },
      ),
    );
    expect(answer.status).toBe(200);
    expect(answer.body.draft).toMatchObject({
      name: "New name",
      rows: [
        { weekday: "monday", start: "09:00", end: "noon" },
        { weekday: "friday", start: "10:00", end: "15:00" },
        { weekday: "friday", start: "16:00", end: "17:00" },
      ],
    });
    expect(await read()).toEqual(before);
  });

  it("removes a row, copies a day and takes dates in and out the same way", async () => {
    const { send } = await schedulePage();
    const rows = async (more: Record<string, string | string[]>) =>
      (await send(form(office, more))).body.draft.rows.map((row) => `${row.weekday} ${row.start}`);
    expect(await rows({ intent: "remove:0" })).toEqual(["friday 10:00"]);
    expect(await rows({ intent: "copy", copy_from: "friday", copy_to: "tuesday" })).toEqual([
      "monday 09:00",
      "tuesday 10:00",
      "friday 10:00",
    ]);
    expect(await rows({ intent: "copy", copy_from: "monday", copy_to: ["wednesday", "sunday"] })).toEqual([
      "monday 09:00",
      "wednesday 09:00",
      "friday 10:00",
      "sunday 09:00",
    ]);
    const dates = async (more: Record<string, string>) =>
      (await send(form(office, { overrides: ["2026-12-24"], ...more }))).body.draft.dates.map((each) => each.date);
    expect(await dates({ intent: "add_date", "fresh.date": "2026-11-20", "fresh.closed": "on" })).toEqual([
      "2026-11-20",
      "2026-12-24",
    ]);
    expect(await dates({ intent: "remove_date:0" })).toEqual([]);
  });

  it("says at the row what is wrong, and keeps all rows", async () => {
    const { send, read } = await schedulePage();
    const before = await read();
    const answer = await send(
      form([
        ["monday", "09:00", "12:00"],
        ["monday", "11:30", "17:00"],
        ["tuesday", "09:00", "late"],
      ]),
    );
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((each) => each.path)).toEqual(["availability.1.start", "availability.2.end"]);
    const second = await send(
      form([
        ["monday", "09:00", "12:00"],
        ["monday", "11:30", "17:00"],
      ]),
    );
    expect(second.body.errors).toEqual([
      {
        path: "availability.1.start",
        message: "This starts before 12:00, where the row above ends. Did you mean 12:30?",
        label: "Monday: This starts before 12:00, where the row above ends. Did you mean 12:30?",
      },
    ]);
    expect(second.body.draft.rows).toHaveLength(2);
    const date = await send(form(office, { intent: "add_date", "fresh.date": "2026-11-20" }));
    expect([date.status, date.body.errors[0]?.path]).toEqual([400, "fresh.ranges.0.start"]);
    expect(await read()).toEqual(before);
  });

  it("takes whatever a broken form sends without breaking", async () => {
    const { send } = await schedulePage();
    const attempts: Record<string, string | string[]>[] = [
      { intent: "add:someday" },
      { intent: "remove:x" },
      { intent: "copy", copy_from: "?", copy_to: "?" },
      { intent: "remove_date:99" },
      { intent: "date:2026-02-30" },
      { intent: "date:" },
      { intent: "month:sideways" },
      { intent: "toString" },
      { intent: "add_holidays", timezone: "nowhere" },
      { intent: "show_regions", holiday_country: "__proto__" },
      { intent: "preview", timezone: "nowhere", "fresh.date": "9".repeat(5000) },
      { intent: "save", overrides: ["x 1-2-3", "2026-12-24 09:00"] },
      { intent: "save", timezone: "nowhere" },
    ];
    for (const more of attempts) {
      expect([200, 400]).toContain((await send(form(office, more))).status);
    }
  });

  it("is its host's alone", async () => {
    const { workspace, id, url, read } = await schedulePage();
    const before = await read();
    const admin = await support.signIn(await support.addMember(workspace, { role: "admin" }));
    const stranger = await schedulePage();
    for (const cookie of [admin.cookie, stranger.cookie]) {
      expect((await get(edit, url, { cookie, params: { id } })).status).toBe(404);
      expect((await postForm(edit, url, form(office), { cookie, params: { id } })).status).toBe(404);
      expect((await postForm(remove, `${url}/delete`, {}, { cookie, params: { id } })).status).toBe(404);
    }
    expect(await read()).toEqual(before);
  });
});

describe("a further schedule", () => {
  it("is made, becomes the default, and the former one is deleted", async () => {
    const { workspace, owner, cookie, id } = await schedulePage();
    const made = await postForm(make, "/booking/availability/new", form(office, { name: "Field season" }), { cookie });
    expect(made.status).toBe(303);
    const other = (await listSchedules(workspace.id, owner.id)).find((each) => each.id !== id)!;
    expect(made.headers.get("Location")).toBe(`/booking/availability/${other.id}`);
    const asDefault = form(office, { name: "Field season", is_default: "on" });
    await postForm(edit, `/booking/availability/${other.id}`, asDefault, { cookie, params: { id: other.id } });
    expect((await listSchedules(workspace.id, owner.id))[0]).toMatchObject({ id: other.id, isDefault: true });
    expect((await postForm(remove, `/booking/availability/${id}/delete`, {}, { cookie, params: { id } })).status).toBe(
      303,
    );
    expect(await listSchedules(workspace.id, owner.id)).toHaveLength(1);
  });

  it("is not deleted while it is the default or an event type uses it, and the page says why", async () => {
    const { workspace, owner, cookie, id } = await schedulePage();
    const ask = (id: string) => get(remove, `/booking/availability/${id}/delete`, { cookie, params: { id } });
    expect((await ask(id)).body.reason).toContain("default schedule");
    const used = await support.createSchedule(workspace, owner, { name: "Used" });
    await support.createEventType(workspace, { owner, name: "Site visit", scheduleId: used.id });
    expect((await ask(used.id)).body.reason).toContain("Site visit");
    await postForm(remove, `/booking/availability/${used.id}/delete`, {}, { cookie, params: { id: used.id } });
    expect(await listSchedules(workspace.id, owner.id)).toHaveLength(2);
  });
});
