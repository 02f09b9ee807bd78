import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { DAY_MS, formatDate } from "~/domain/availability/calendar-days";
import { localDay, wallToInstant } from "~/domain/availability/zones";
import * as route from "~/routes/api.v1.bookings.links.$id.analytics";
import {
  addMember,
  createBooking,
  createEventType,
  createUser,
  createWorkspace,
  signIn,
} from "../../support/factories";
import { createLink } from "../../support/links";
import { callApi } from "../../support/requests";
import { addViews } from "./studio";

const zone = "Pacific/Auckland";
const today = localDay(zone, Date.now());

async function studio() {
  const { workspace, owner } = await createWorkspace({ owner: await createUser({ timezone: zone }) });
  const eventType = await createEventType(workspace, { owner });
  const link = await createLink(eventType);
  const call = async (query = "", { user = owner, id = link.id }: { user?: { id: string }; id?: string } = {}) =>
    callApi(route, "GET", `/api/v1/bookings/links/${id}/analytics?${query}`, {
      token: (await signIn(user)).token,
      params: { id },
    });
  return { workspace, owner, eventType, link, call };
}

describe("GET /bookings/links/{id}/analytics", () => {
  it("answers the last thirty days of a link, by the days of its owner", async () => {
    const { workspace, eventType, link, call } = await studio();
    const dawn = wallToInstant(zone, today - 3, 1);
    await addViews(eventType, { at: dawn, count: 8, linkId: link.id });
    await addViews(eventType, { at: dawn, count: 5 });
    await addViews(eventType, { at: dawn - 40 * DAY_MS, count: 5, linkId: link.id });
    const at = { start: dawn + 2 * DAY_MS, createdAt: new Date(dawn) };
    await createBooking(eventType, { ...at, linkId: link.id });
    await createBooking(eventType, { ...at, start: at.start + 3_600_000 });

    const { status, body } = await call();
    expect(status).toBe(200);
    expect(body).toMatchObject({ views: 8, bookings: 1, conversion_rate: 0.125 });
    const days = body.by_day as { date: string; views: number; bookings: number }[];
    expect(days).toHaveLength(30);
    expect(days.at(-4)).toEqual({ date: formatDate(today - 3), views: 8, bookings: 1 });
    expect(days.at(-1)!.date).toBe(formatDate(today));

    const admin = await addMember(workspace, { role: "admin" });
    expect((await call("", { user: admin })).body.by_day).toEqual(days);
  });

  it("answers the dates that are asked for, both included, and nothing where there is nothing", async () => {
    const { call } = await studio();
    const { body } = await call("from=2026-03-28&to=2026-03-30");
    const none = ["2026-03-28", "2026-03-29", "2026-03-30"].map((date) => ({ date, views: 0, bookings: 0 }));
    expect(body).toEqual({ views: 0, bookings: 0, conversion_rate: 0, by_day: none });
  });

  it.each([
    ["from=tomorrow", "from"],
    ["from=2026-03-30&to=2026-03-28", "to"],
    ["from=2025-01-01&to=2026-03-28", "from"],
  ])("refuses dates that make no period: %s", async (query, path) => {
    const { call } = await studio();
    const { status, body } = await call(query);
    expect([status, (body.errors as { path: string }[])[0]!.path]).toEqual([400, path]);
  });

  it("knows no link of others, none that is gone, and none that never was", async () => {
    const { workspace, eventType, call } = await studio();
    const gone = await createLink(eventType, { archivedAt: new Date() });
    expect((await call("", { user: await addMember(workspace) })).status).toBe(404);
    for (const id of [gone.id, randomUUID(), "x"]) expect((await call("", { id })).status).toBe(404);
  });
});
