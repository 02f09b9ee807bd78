import { describe, expect, it } from "vitest";
import { formatDate } from "~/domain/availability/calendar-days";
import { createBooking } from "../../support/factories";
import { inOslo, wednesday } from "../../support/orders";
import { at, program, studio } from "./v2-studio";

const anybody = program();
const day = formatDate(wednesday);
const next = formatDate(wednesday + 1);

describe("MyPortal's free slots", () => {
  it("stand under their dates in the zone that is asked for", async () => {
    const { id } = await studio({ durationMinutes: 60 });
    const range = `start_time=${day}T00:00:00Z&end_time=${day}T23:59:59Z`;
    const inUtc = await anybody("GET", `/v2/slots/available?event_type_id=${id}&${range}`);
    expect(inUtc.status).toBe(200);
    expect(Object.keys(inUtc.body.data.slots)).toEqual([day]);
    expect(inUtc.body.data.slots[day][0]).toEqual({ time: at(9) });
    const far = await anybody("GET", `/v2/slots/available?event_type_id=${id}&${range}&timezone=Pacific/Auckland`);
    expect(Object.keys(far.body.data.slots)).toEqual([day, next]);
  });

  it("are not sent again to whoever has them", async () => {
    const { id } = await studio();
    const url = `/v2/slots/available?event_type_id=${id}&start_time=${day}&end_time=${day}&timezone=Europe/Oslo`;
    const first = await anybody("GET", url);
    const again = await anybody("GET", url, { headers: { "If-None-Match": first.headers.get("ETag")! } });
    expect([again.status, again.text]).toEqual([304, ""]);
  });

  it("are refused for a range that ends before it begins, is too long, or is of nothing", async () => {
    const { id } = await studio();
    const ask = (query: string) => anybody("GET", `/v2/slots/available?${query}`);
    expect((await ask(`event_type_id=${id}&start_time=${next}&end_time=${day}`)).status).toBe(400);
    expect((await ask(`event_type_id=${id}&start_time=2026-01-01&end_time=2027-01-01`)).status).toBe(400);
    expect((await ask(`event_type_id=x&start_time=${day}&end_time=${next}`)).status).toBe(400);
    expect((await ask(`event_type_id=999999999&start_time=${day}&end_time=${next}`)).status).toBe(404);
  });
});

describe("Cal.com's free slots", () => {
  const cal = program({ version: "2024-09-04" });

  it("carry the offset of the zone, and an end where a range is asked for", async () => {
    const { id, workspace, eventType } = await studio({ durationMinutes: 60 });
    const range = `start=${day}&end=${day}`;
    const plain = await cal("GET", `/v2/slots?eventTypeId=${id}&${range}`);
    expect(plain.body.data[day][0]).toEqual({ start: new Date(inOslo(9)).toISOString() });
    const named = `eventTypeSlug=${eventType.slug}&username=${workspace.slug}`;
    const zoned = await cal("GET", `/v2/slots?${named}&${range}&timeZone=Europe/Oslo&format=range`);
    const [first] = zoned.body.data[day];
    expect(first.start).toMatch(/T09:00:00\.000\+0[12]:00$/);
    expect(Date.parse(first.end) - Date.parse(first.start)).toBe(3_600_000);
  });

  it("leave days without any out, and offer a booking that moves its own time", async () => {
    const { id, eventType } = await studio({ durationMinutes: 480 });
    const { uid } = await createBooking(eventType, { start: inOslo(9) });
    const url = `/v2/slots?eventTypeId=${id}&start=${day}&end=${day}`;
    expect((await cal("GET", url)).body.data).toEqual({});
    expect((await cal("GET", `${url}&bookingUidToReschedule=${uid}`)).body.data[day]).toHaveLength(1);
  });

  it("come as time or startTime by the older versions", async () => {
    const { id } = await studio();
    const older = program({ version: "2024-08-13" });
    const url = `/v2/slots/available?eventTypeId=${id}&startTime=${day}T00:00:00Z&endTime=${next}T00:00:00Z`;
    const times = await older("GET", url);
    expect(times.body.data.slots[day][0]).toEqual({ time: new Date(inOslo(9)).toISOString() });
    const ranges = await older("GET", `${url}&slotFormat=range&timeZone=Asia/Tokyo`);
    expect(ranges.body.data.slots[day][0].startTime).toMatch(/\+09:00$/);
    const inverted = await older("GET", `/v2/slots/available?eventTypeId=${id}&startTime=${next}&endTime=2020-01-01`);
    expect(inverted.body.error.message).toContain("Invalid time range given");
  });
});
