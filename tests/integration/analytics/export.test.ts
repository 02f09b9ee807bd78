import { describe, expect, it } from "vitest";
import { DAY_MS, formatDate } from "~/domain/availability/calendar-days";
import { loader } from "~/routes/booking.analytics.export[.]csv";
import { addMember, createEventType, createWorkspace, signIn } from "../../support/factories";
import { get } from "../../support/requests";
import { addViews } from "./studio";

const day = Math.floor(Date.now() / DAY_MS) - 5;
const noon = day * DAY_MS + DAY_MS / 2;
const span = `from=${formatDate(day)}&to=${formatDate(day + 1)}`;

async function studio() {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner, name: '=SUM(A1), "quoted"' });
  await addViews(eventType, { at: noon, count: 4 });
  const file = async (query: string, user: { id: string } = owner) =>
    get({ loader }, `/booking/analytics/export.csv?${query}`, { cookie: (await signIn(user)).cookie });
  return { workspace, file };
}

describe("the numbers as a file", () => {
  it("are those of each day", async () => {
    const { file } = await studio();
    const { text, headers } = await file(span);
    expect(headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("Content-Disposition")).toMatch(/^attachment; filename="analytics-days-\d{4}-\d\d-\d\d\.csv"$/);
    expect(text).toBe(`Date,Views,Bookings\r\n${formatDate(day)},4,0\r\n${formatDate(day + 1)},0,0\r\n`);
  });

  it("are those of each link and event type, in which nothing is run as a formula", async () => {
    const { file } = await studio();
    const { text } = await file(`${span}&table=ways`);
    expect(text).toBe(
      `Name,Kind,Views,Bookings,Booked per 100 views\r\n"'=SUM(A1), ""quoted""",Event type,4,0,0.0\r\n`,
    );
  });

  it("are a member's own", async () => {
    const { workspace, file } = await studio();
    const member = await addMember(workspace);
    expect((await file(`${span}&table=ways`, member)).text.split("\r\n")).toHaveLength(2);
    expect((await file(span, member)).text).toContain(`${formatDate(day)},0,0`);
  });
});
