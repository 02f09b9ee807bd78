import { describe, expect, it } from "vitest";
import { duplicateEventType } from "~/domain/event-types/duplicate-event-type.server";
import { findEventType, listEventTypes } from "~/domain/event-types/event-types.server";
import * as api from "~/routes/api.v1.workspaces.$ws.booking.event-types.$id";
import * as edit from "~/routes/booking.event-types.$id._index";
import * as make from "~/routes/booking.event-types.new";
import * as support from "../../support/factories";
import { callApi, get, postForm } from "../../support/requests";

const fields = {
  name: "Half written",
  slug: "half-written",
  duration_minutes: "forty",
  duration_options: "15, x",
  "location.type": "zoom",
  booking_window_days: "60",
  minimum_notice_minutes: "2",
  notice_unit: "days",
  requires_confirmation: "on",
  is_listed: "on",
};
const saved = { ...fields, duration_minutes: "40", duration_options: "" };
const listed = ["2026-12-24 Christmas Eve", "2027-02-01"];
const nextYear = new Date().getUTCFullYear() + 1;

async function studio() {
  const { workspace, owner } = await support.createWorkspace();
  const { cookie } = await support.signIn(owner);
  const { id } = await support.createEventType(workspace, {
    owner,
    excludedDates: ["2026-12-24", "2027-02-01"],
    excludedDateNotes: { "2026-12-24": "Christmas Eve" },
  });
  const press = (intent: string, more: Record<string, string | string[]> = {}) =>
    postForm(
      edit,
      `/booking/event-types/${id}`,
      { ...fields, excluded_dates: listed, ...more, intent },
      { cookie, params: { id } },
    );
  return { workspace, owner, cookie, id, press };
}

describe("the days left out, on the form of an event type", () => {
  it("come with their names, and with the holidays of the country that the host's zone is in", async () => {
    const { id, cookie } = await studio();
    const { body } = await get(edit, `/booking/event-types/${id}`, { cookie, params: { id } });
    expect(body.eventType.excludedDateNotes).toEqual({ "2026-12-24": "Christmas Eve" });
    expect(body.offer).toMatchObject({ country: "NO", regions: [], years: "2" });
  });

  it("take a date without saving, in order, and keep everything else that was typed", async () => {
    const { workspace, id, press } = await studio();
    const answer = await press("add_date", { fresh_date: "2027-01-02", fresh_name: "Stocktaking" });
    expect([answer.status, answer.body.errors]).toEqual([200, []]);
    expect(answer.body.values).toEqual({
      ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])),
      intent: ["add_date"],
      excluded_dates: ["2026-12-24 Christmas Eve", "2027-01-02 Stocktaking", "2027-02-01"],
      fresh_date: [""],
      fresh_name: [""],
    });
    expect(await findEventType(workspace.id, id)).toMatchObject({
      name: "Intro call",
      excludedDates: ["2026-12-24", "2027-02-01"],
    });
  });

  it("let go of one date", async () => {
    const { press } = await studio();
    const { body } = await press("remove_date:2026-12-24", { fresh_date: "2027-0" });
    expect(body.focus).toBe("date-2027-02-01");
    expect(body.values).toMatchObject({ excluded_dates: ["2027-02-01"], fresh_date: ["2027-0"], name: [fields.name] });
    expect((await press("remove_date:2027-02-01", { excluded_dates: "2027-02-01" })).body.values.excluded_dates).toBe(
      undefined,
    );
  });

  it.each([
    ["", "Choose a date to leave out."],
    ["24.12.2026", "“24.12.2026” is not a date. It looks like 2026-12-24."],
  ])("refuse %j as a date, at its field", async (date, message) => {
    const { press } = await studio();
    const { status, body } = await press("add_date", { fresh_date: date });
    expect([status, body.errors]).toEqual([400, [{ path: "fresh_date", message }]]);
    expect(body.values).toMatchObject({ excluded_dates: listed, name: [fields.name] });
  });

  it("take all public holidays at once, and tell what was there already", async () => {
    const { workspace, id, press } = await studio();
    const constitution = `${nextYear}-05-17`;
    const { body } = await press("add_holidays", {
      excluded_dates: [`${nextYear}-05-01`, "2020-01-01 Long ago"],
      holiday_country: "NO",
      holiday_years: "2",
    });
    const dates = body.values.excluded_dates ?? [];
    expect(dates[0]).toBe("2020-01-01 Long ago");
    expect(dates).toContain(`${nextYear}-05-01 Labour Day`);
    expect(dates).toContainEqual(expect.stringContaining(`${constitution} Constitution Day`));
    expect(dates).toEqual([...dates].sort());
    expect(body.added?.place).toBe("Norway");
    expect(body.added?.already).toEqual([{ date: `${nextYear}-05-01`, name: "Labour Day" }]);
    const today = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    expect(body.added?.added.filter(({ date }) => date < today)).toEqual([]);
    const again = await press("add_holidays", { excluded_dates: dates, holiday_country: "NO", holiday_years: "2" });
    expect(again.body.values.excluded_dates).toEqual(dates);
    expect(again.body.added?.added).toEqual([]);
    expect((await findEventType(workspace.id, id))?.excludedDates).toEqual(["2026-12-24", "2027-02-01"]);
  });

  it("take those of a region, once its country's regions are shown", async () => {
    const { press } = await studio();
    const shown = await press("show_regions", { holiday_country: "DE", holiday_region: "NO.X" });
    expect(shown.body.values.excluded_dates).toEqual(listed);
    expect(shown.body.offer).toMatchObject({ country: "DE", region: "" });
    expect(shown.body.offer.regions).toContainEqual({ code: "BY", name: "Bayern" });
    const epiphany = `${nextYear}-01-06 Epiphany`;
    const bavaria = await press("add_holidays", { holiday_country: "DE", holiday_region: "DE.BY" });
    expect(bavaria.body.values.excluded_dates).toContain(epiphany);
    expect(bavaria.body.added?.place).toBe("Bayern");
    const germany = await press("add_holidays", { holiday_country: "DE", holiday_region: "AT.1" });
    expect(germany.body.values.excluded_dates).not.toContain(epiphany);
    expect(germany.body.added?.place).toBe("Germany");
  });

  it.each([
    [{ holiday_country: "" }, "holiday_country"],
    [{ holiday_country: "QQ" }, "holiday_country"],
    [{ holiday_country: "DE", holiday_region: "DE.ZZ" }, "holiday_region"],
  ])("refuse holidays of %j", async (sent, path) => {
    const { press } = await studio();
    const { status, body } = await press("add_holidays", sent);
    expect([status, body.errors.map((each) => each.path)]).toEqual([400, [path]]);
    expect(body.values.excluded_dates).toEqual(listed);
  });

  it("are saved with the form: one that was typed and not added counts, names of dates that left do not", async () => {
    const { workspace, id, press } = await studio();
    const answer = await press("save", { ...saved, fresh_date: "2027-03-01", fresh_name: "Inventory" });
    expect(answer.status).toBe(303);
    expect(await findEventType(workspace.id, id)).toMatchObject({
      excludedDates: ["2026-12-24", "2027-02-01", "2027-03-01"],
      excludedDateNotes: { "2026-12-24": "Christmas Eve", "2027-03-01": "Inventory" },
    });
    await press("save", { ...saved, excluded_dates: ["2027-03-01 Inventory"] });
    expect((await findEventType(workspace.id, id))?.excludedDateNotes).toEqual({ "2027-03-01": "Inventory" });
    await press("save", { ...saved, excluded_dates: [] });
    expect(await findEventType(workspace.id, id)).toMatchObject({ excludedDates: [], excludedDateNotes: {} });
  });

  it("are 366 at most, and a name needs its date", async () => {
    const { press } = await studio();
    const many = Array.from({ length: 367 }, (_, day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    const wrong: Record<string, string | string[]>[] = [{ excluded_dates: many }, { fresh_name: "Inventory" }];
    for (const sent of wrong) {
      const { status, body } = await press("save", { ...saved, ...sent });
      expect([status, body.errors.map((each) => each.path)]).toEqual([400, ["fresh_date"]]);
    }
  });

  it("work on the form of a new one, too", async () => {
    const { workspace, cookie } = await studio();
    const { body, status } = await postForm(
      make,
      "/booking/event-types/new",
      { ...fields, intent: "add_holidays", holiday_country: "NO", holiday_years: "2" },
      { cookie },
    );
    expect(status).toBe(200);
    const sent = { ...saved, excluded_dates: body.values.excluded_dates ?? [], intent: "save" };
    const made = await postForm(make, "/booking/event-types/new", sent, { cookie });
    expect(made.status).toBe(303);
    const [newest] = await listEventTypes(workspace.id);
    expect(newest?.excludedDateNotes[`${nextYear}-05-17`]).toContain("Constitution Day");
  });
});

describe("the names of the days left out", () => {
  it("stay when the API changes the dates, for the dates that stay", async () => {
    const { workspace, owner, id } = await studio();
    const { token } = await support.signIn(owner);
    const call = (body: object) =>
      callApi<{ excluded_dates: string[] }>(
        api,
        "PATCH",
        `/api/v1/workspaces/${workspace.slug}/booking/event-types/${id}`,
        { token, params: { ws: workspace.slug, id }, body },
      );
    const { body } = await call({ excluded_dates: ["2026-12-31", "2026-12-24"] });
    expect(body.excluded_dates).toEqual(["2026-12-24", "2026-12-31"]);
    expect(body).not.toHaveProperty("excluded_date_notes");
    expect((await findEventType(workspace.id, id))?.excludedDateNotes).toEqual({ "2026-12-24": "Christmas Eve" });
    expect((await call({ excluded_date_notes: {} })).status).toBe(400);
    await call({ name: "Renamed" });
    expect((await findEventType(workspace.id, id))?.excludedDateNotes).toEqual({ "2026-12-24": "Christmas Eve" });
    await call({ excluded_dates: [] });
    expect((await findEventType(workspace.id, id))?.excludedDateNotes).toEqual({});
  });

  it("go with a copy", async () => {
    const { workspace, owner, id } = await studio();
    const member = { userId: owner.id, role: "owner" } as const;
    const copied = await duplicateEventType({ workspaceId: workspace.id, id, member });
    expect(copied).toMatchObject({ ok: true, eventType: { excludedDateNotes: { "2026-12-24": "Christmas Eve" } } });
  });
});
