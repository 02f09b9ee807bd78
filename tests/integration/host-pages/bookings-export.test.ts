import { sql } from "drizzle-orm";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { DAY_MS } from "~/domain/availability/calendar-days";
import { wallToInstant } from "~/domain/availability/zones";
import { loader } from "~/routes/booking.bookings.export[.]csv";
import * as list from "~/routes/booking.bookings._index";
import {
  addMember,
  createBooking,
  createEventType,
  createTeam,
  createWorkspace,
  signIn,
} from "../../support/factories";
import { manyBookings } from "../../support/many-bookings";
import { get } from "../../support/requests";

const hour = 3_600_000;
const day = Math.floor(Date.now() / DAY_MS) + 3;
const ten = wallToInstant("Europe/Oslo", day, 600);

async function studio() {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner });
  const fetchFile = async (query = "", user: { id: string } = owner) =>
    get({ loader }, `/booking/bookings/export.csv?${query}`, { cookie: (await signIn(user)).cookie });
  const starts = async (query?: string, user?: { id: string }) => startsOf((await fetchFile(query, user)).text);
  return { workspace, owner, eventType, fetchFile, starts };
}

/** The first cell of every row but the head; no cell of these tests has a second line. */
function startsOf(text: string) {
  const rows = text.split("\r\n").slice(1, -1);
  return rows.map((row) => Date.parse(row.split(",")[0]!));
}

/** The export's body, taken chunk by chunk. */
async function open(user: { id: string }, signal?: AbortSignal) {
  const { cookie } = await signIn(user);
  const url = "http://localhost:3000/booking/bookings/export.csv";
  const request = new Request(url, { headers: { Cookie: cookie }, signal });
  const response = await loader({ request, params: {}, context: {} });
  const reader = response.body!.getReader();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return async () => {
    const { value, done } = await reader.read();
    return done ? null : decoder.decode(value, { stream: true });
  };
}

describe("the export of bookings", () => {
  it("is a file named by the host's date, which nobody keeps on the way", async () => {
    const { fetchFile } = await studio();
    const { status, headers, text } = await fetchFile();
    expect(status).toBe(200);
    expect(headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("Content-Disposition")).toMatch(/^attachment; filename="bookings-\d{4}-\d\d-\d\d\.csv"$/);
    expect(headers.get("Cache-Control")).toBe("private, no-store");
    expect(text.split("\r\n")).toHaveLength(2);
  });

  it("has what the list has under the same address, of all its pages and in its order", async () => {
    const { workspace, eventType, owner, starts } = await studio();
    const member = await addMember(workspace);
    const team = await createTeam(workspace, [member]);
    const own = await createEventType(workspace, { owner: member });
    for (let index = 0; index < 21; index++) await createBooking(eventType, { start: ten + index * hour });
    await createBooking(own, { start: ten, notes: "About the skerries" });
    await createBooking(eventType, { start: ten, status: "cancelled" });
    await createBooking(eventType, { start: ten - 9 * DAY_MS, status: "completed" });
    await createBooking(eventType, { start: ten - 10 * DAY_MS, status: "completed" });
    const queries = [
      "",
      "tab=past",
      "tab=cancelled",
      "q=skerries",
      `host=${owner.id}`,
      `event=${own.id}`,
      `team=${team.id}`,
    ];
    const { cookie } = await signIn(owner);
    const listed = async (query: string) => {
      const pages = await Promise.all(
        [1, 2].map((page) => get(list, `/booking/bookings?${query}&page=${page}`, { cookie })),
      );
      const items = pages.flatMap(({ body }) => body.items);
      return [...new Map(items.map((item) => [item.id, item.start])).values()];
    };
    for (const query of [...queries, "from=2026-02-30", "page=2"]) {
      const found = await starts(query);
      expect([query, found]).toEqual([query, await listed(query.replace("page=2", ""))]);
      expect(found.length).toBeGreaterThan(0);
    }
  });

  it("holds for members what they host, and for nobody anything of another workspace", async () => {
    const { workspace, owner, eventType, fetchFile, starts } = await studio();
    await createBooking(eventType, { start: ten });
    const member = await addMember(workspace);
    const own = await createEventType(workspace, { owner: member });
    await createBooking(own, { start: ten + hour });
    expect(await starts(`host=${owner.id}`, member)).toEqual([ten + hour]);
    expect(await (await studio()).starts(`host=${owner.id}&event=${eventType.id}`)).toEqual([]);
    expect((await fetchFile("", await addMember(workspace, { role: "client" }))).status).toBe(403);
    const nobody = await get({ loader }, "/booking/bookings/export.csv?tab=past");
    expect([nobody.status, nobody.headers.get("Location")]).toEqual([
      302,
      "/login?to=%2Fbooking%2Fbookings%2Fexport.csv%3Ftab%3Dpast",
    ]);
  });
});

describe("the export of twenty thousand bookings", () => {
  it("is sent while it is read, in little room", async () => {
    const { owner, eventType } = await studio();
    await manyBookings(eventType, { count: 20_000, from: ten });
    const read = await open(owner);
    expect(await read()).toMatch(/^\uFEFFStart/);
    expect(await read()).toContain(new Date(ten).toISOString().slice(0, 16));
    // The last ones go while the first are on their way, so they are not in the file.
    const lastDay = new Date(ten + 19_000 * hour).toISOString();
    await db.execute(
      sql`delete from bookings where workspace_id = ${eventType.workspaceId} and start_time >= ${lastDay}`,
    );
    const room = roomTaken();
    let rows = 500;
    let most = 0;
    for (let chunk = await read(); chunk !== null; chunk = await read()) {
      rows += chunk.split("\r\n").length - 1;
      if (rows % 4000 === 0) most = Math.max(most, room());
    }
    expect(rows).toBe(19_000);
    expect(most).toBeLessThan(8_000_000);
  });

  it("is not read on when the browser has gone", async () => {
    const { owner, eventType } = await studio();
    await manyBookings(eventType, { count: 3000, from: ten });
    const gone = new AbortController();
    const read = await open(owner, gone.signal);
    await read();
    await read();
    gone.abort();
    let rows = 0;
    for (let chunk = await read(); chunk !== null; chunk = await read()) rows += chunk.split("\r\n").length - 1;
    expect(rows).toBeLessThanOrEqual(500);
  });
});

/** How many bytes of what cannot be thrown away have been added since now. */
function roomTaken() {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const used = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = used();
  return () => used() - before;
}
