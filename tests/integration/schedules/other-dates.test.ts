import { describe, expect, it } from "vitest";
import * as make from "~/routes/booking.availability.new";
import { get } from "../../support/requests";
import { scheduleForm, schedulePage } from "../../support/schedule-pages";

type Fields = Record<string, string | string[]>;

const year = new Date().getUTCFullYear();

/** The page with hours on Monday morning, and what else is sent. */
async function studio() {
  const { send, ...rest } = await schedulePage();
  const monday = (fields: Fields) => scheduleForm([["monday", "09:00", "12:00"]], { copy_from: "monday", ...fields });
  return { ...rest, send: (fields: Fields, query?: string) => send(monday(fields), query) };
}

describe("the small calendar", () => {
  it("turns without losing anything typed, and its month is in the address", async () => {
    const { send, page, read } = await studio();
    const before = await read();
    const turned = await send(
      { intent: "month:next", name: "Half typed", "fresh.date": "2027-01-04", "fresh.note": "Ferry" },
      "?month=2026-12",
    );
    expect(turned.status).toBe(200);
    expect(turned.body).toMatchObject({
      focus: "month-next",
      draft: { name: "Half typed", fresh: { date: "2027-01-04", note: "Ferry" } },
    });
    expect((await page("?month=2026-12")).body.month).toBe("2026-12");
    expect((await page("?month=x")).status).toBe(200);
    expect(await read()).toEqual(before);
  });

  it("puts a date with what it has into the fields, and saving then adds none", async () => {
    const { send, read } = await studio();
    const chosen = await send({ intent: "date:2027-01-04" });
    const fresh = { date: "2027-01-04", note: "", isClosed: false, ranges: [{ start: "09:00", end: "12:00" }] };
    expect(chosen.body).toMatchObject({ focus: "fresh.date", draft: { fresh } });
    const fields = {
      "fresh.date": "2027-01-04",
      "fresh.ranges.0.start": "09:00",
      "fresh.ranges.0.end": "12:00",
      "fresh.given": chosen.body.draft.fresh.given,
    };
    expect((await send(fields)).status).toBe(303);
    expect((await read()).overrides).toEqual([]);
    expect((await send({ ...fields, "fresh.ranges.0.end": "11:00" }, "?month=2027-01")).status).toBe(303);
    expect((await read()).overrides).toEqual([{ date: "2027-01-04", intervals: [540, 660], note: "" }]);
  });

  it("keeps its month after saving", async () => {
    const { send, url } = await studio();
    expect((await send({}, "?month=2027-01")).headers.get("Location")).toBe(`${url}?month=2027-01`);
  });
});

describe("what is wrong with other dates", () => {
  it("is said at the fields of a new one, with the rest of the page, and nothing is saved", async () => {
    const { send, read } = await studio();
    const before = await read();
    const wrong: [Fields, string[]][] = [
      [{ "fresh.date": "2026-02-30", "fresh.closed": "on" }, ["fresh.date"]],
      [
        { "fresh.date": "2027-01-04", "fresh.ranges.0.start": "24:01", "fresh.ranges.0.end": "25:00" },
        ["fresh.ranges.0.start", "fresh.ranges.0.end"],
      ],
      [
        { "fresh.date": "2027-01-04", "fresh.ranges.0.start": "09:60", "fresh.ranges.0.end": "11:00" },
        ["fresh.ranges.0.start"],
      ],
      [{ "fresh.date": "2027-01-04", "fresh.closed": "on", "fresh.note": "x".repeat(101) }, ["fresh.note"]],
      [{ timezone: "Mars/Olympus", "fresh.date": "2026-02-30", "fresh.closed": "on" }, ["timezone", "fresh.date"]],
      [{ "availability.0.end": "25:00" }, ["availability.0.end"]],
      [{ "availability.0.end": "09:60" }, ["availability.0.end"]],
      [{ "availability.0.end": "24:01" }, ["availability.0.end"]],
      [{ "availability.0.end": "08:00" }, ["availability.0.end"]],
    ];
    for (const [fields, paths] of wrong) {
      const answer = await send(fields);
      expect([answer.status, answer.body.errors.map(({ path }) => path)]).toEqual([400, paths]);
      const typed = answer.body.draft.fresh;
      expect([typed.date, typed.note]).toEqual([fields["fresh.date"] ?? "", fields["fresh.note"] ?? ""]);
    }
    expect(await read()).toEqual(before);
  });

  it("is said at the line of a listed one", async () => {
    const { send, read } = await studio();
    const overrides = ["2026-12-24", "2026-02-30", "2026-12-24 | Twice", "2026-12-31 10:00-09:00"];
    const answer = await send({ overrides });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([
      { path: "overrides.1", label: expect.stringMatching(/^2026-02-30: /) },
      { path: "overrides.2", label: expect.stringMatching(/^2026-12-24: /) },
      { path: "overrides.3", label: expect.stringMatching(/^2026-12-31: /) },
    ]);
    expect(answer.body.draft.dates).toHaveLength(4);
    expect((await read()).overrides).toEqual([]);
  });

  it("is a copy to no day", async () => {
    const { send } = await studio();
    const answer = await send({ intent: "copy", copy_to: "monday" });
    expect([answer.status, answer.body.errors.map(({ path }) => path)]).toEqual([400, ["copy_to"]]);
  });
});

describe("public holidays", () => {
  const norway = { intent: "add_holidays", holiday_country: "NO", holiday_years: "2" };
  const christmas = `${year + 1}-12-25`;

  it("come as closed dates with their names; a date that is there stays as it is", async () => {
    const { send, read } = await studio();
    const added = await send({ ...norway, overrides: `${christmas} 10:00-12:00 | Open house` });
    expect(added.status).toBe(200);
    const dates = new Map(added.body.draft.dates.map((each) => [each.date, each]));
    expect(dates.get(christmas)).toMatchObject({ note: "Open house", intervals: [{ start: "10:00", end: "12:00" }] });
    expect(dates.get(`${year + 1}-12-26`)).toEqual({
      date: `${year + 1}-12-26`,
      intervals: [],
      note: "Boxing Day",
    });
    expect(added.body).toMatchObject({
      added: { place: "Norway" },
      offer: { country: "NO" },
      focus: "public-holidays",
    });
    expect((await read()).overrides).toEqual([]);
  });

  it("stay unfolded while one after the other is removed, and the next one has the focus", async () => {
    const { send } = await studio();
    const added = await send(norway);
    expect(added.body.unfolded).toContain(`${year + 1}-12`);
    const overrides = added.body.draft.dates.map(({ date, note }) => `${date} | ${note}`);
    const place = overrides.findIndex((text) => text.startsWith(christmas));
    const { unfolded } = added.body;
    const removed = await send({ ...norway, intent: `remove_date:${place}`, overrides, unfolded });
    expect(removed.body).toMatchObject({ focus: `date-${year + 1}-12-26`, unfolded });
    expect(removed.body.draft.dates).toHaveLength(overrides.length - 1);
    const none = await send({ intent: "remove_date:0", overrides: christmas });
    expect(none.body.focus).toBe("other-dates");
  });

  it("of no country are refused at the field", async () => {
    const { send } = await studio();
    const answer = await send({ ...norway, holiday_country: "XX" });
    expect([answer.status, answer.body.errors.map(({ path }) => path)]).toEqual([400, ["holiday_country"]]);
  });

  it("are offered for the country of the zone", async () => {
    const { page, cookie } = await studio();
    expect((await page()).body.saved.offer.country).toBe("NO");
    expect((await get(make, "/booking/availability/new", { cookie })).body.blank.offer.country).toBe("NO");
  });
});
