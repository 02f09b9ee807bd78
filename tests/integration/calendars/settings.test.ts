import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startProviders } from "../../support/providers";

const { reset, stop } = await startProviders();
const { waitingJobs } = await import("../../support/connecting");
const { addMember, createCalendarAccount, createConnection, createWorkspace, signIn } =
  await import("../../support/factories");
const { callApi, get, noticeOf, postForm } = await import("../../support/requests");
const { forgetJobs } = await import("../../support/mails");
const calendarPage = await import("~/routes/booking.calendars.$id._index");
const syncPage = await import("~/routes/booking.calendars.$id.sync");
const list = await import("~/routes/api.v1.workspaces.$ws.booking.calendars._index");
const one = await import("~/routes/api.v1.workspaces.$ws.booking.calendars.$id._index");
const sync = await import("~/routes/api.v1.workspaces.$ws.booking.calendars.$id.sync");
const { db } = await import("~db/client");
const { auditLog, calendarConnections } = await import("~db/schema");

const minute = 60_000;

beforeEach(async () => {
  reset();
  await forgetJobs();
});
afterAll(stop);

async function host(given: Parameters<typeof createConnection>[2] = {}) {
  const { workspace, owner } = await createWorkspace();
  const connection = await createConnection(workspace, owner, given);
  const credentials = await signIn(owner);
  const at = (id = connection.id) => ({ ...credentials, params: { ws: workspace.slug, id } });
  const row = async (id = connection.id) =>
    (await db.select().from(calendarConnections).where(eq(calendarConnections.id, id)))[0]!;
  const patch = (body: unknown, id?: string) => callApi(one, "PATCH", "/", { ...at(id), body });
  return { workspace, owner, connection, ...credentials, at, row, patch };
}

describe("a calendar's settings", () => {
  it("are changed by their names, and answered as they are then", async () => {
    const { patch, row } = await host();
    const changes = {
      is_primary: true,
      sync_enabled: false,
      check_conflicts: false,
      create_events: true,
      tentative_blocks: false,
      stale_after_minutes: 90,
      stale_stops_offers: true,
    };
    const changed = await patch(changes);
    expect([changed.status, changed.body]).toEqual([200, expect.objectContaining(changes)]);
    expect(await row()).toMatchObject({ isPrimary: true, staleAfterMinutes: 90, staleAt: null });
    expect((await patch({})).status).toBe(200);
  });

  it("are refused where they make no sense, with the field's name", async () => {
    const { patch, row, connection } = await host();
    const wrong = [
      { stale_after_minutes: 4 },
      { stale_after_minutes: 1441 },
      { stale_after_minutes: "30" },
      { is_primary: "yes" },
      { access_token: "x" },
      { name: "x" },
    ];
    for (const body of wrong) {
      const refused = await patch(body);
      expect([refused.status, refused.body.errors]).toEqual([
        400,
        [expect.objectContaining({ path: Object.keys(body)[0] })],
      ]);
    }
    expect(await row()).toEqual(connection);
  });

  it("let one calendar be primary and one take new events, whichever of two comes last", async () => {
    const { workspace, owner, connection, patch } = await host({ isPrimary: true, createEvents: true });
    const other = await createConnection(workspace, owner, { provider: "microsoft" });
    const both = { is_primary: true, create_events: true };
    expect((await patch(both, other.id)).body).toMatchObject(both);
    const answers = await Promise.all([0, 1, 2, 3, 4, 5].map((n) => patch(both, n % 2 ? connection.id : other.id)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    const rows = await db.select().from(calendarConnections).where(eq(calendarConnections.userId, owner.id));
    expect(rows.filter((row) => row.isPrimary && row.createEvents)).toHaveLength(1);
    expect(rows.filter((row) => row.isPrimary || row.createEvents)).toHaveLength(1);
  });

  it("write no bookings to a calendar that is open for reading only", async () => {
    const { patch, connection, at } = await host({ isWritable: false });
    expect((await patch({ create_events: true })).status).toBe(409);
    const page = await postForm(calendarPage, "/", { of: "create_events", create_events: "on" }, at());
    expect(page.body).toMatchObject({ problem: { errors: [{ path: "create_events" }] } });
    expect(connection.createEvents).toBe(false);
  });

  it("have the calendar read from the start where maybe begins or ceases to block", async () => {
    const { patch, row, connection, workspace } = await host({ syncToken: "a-token" });
    await patch({ check_conflicts: false });
    expect([(await row()).syncToken, await waitingJobs("sync_calendar")]).toEqual(["a-token", []]);
    await patch({ tentative_blocks: false });
    expect((await row()).syncToken).toBeNull();
    const job = { workspaceId: workspace.id, connectionId: connection.id };
    expect(await waitingJobs("sync_calendar")).toEqual([job]);
  });

  it("say from when on it is too long unread", async () => {
    const read = new Date(Date.now() - 20 * minute);
    const { patch, row } = await host({ lastSyncedAt: read });
    await patch({ stale_after_minutes: 10 });
    expect((await row()).staleAt?.getTime()).toBe(read.getTime() + 10 * minute);
    await patch({ sync_enabled: false });
    expect((await row()).staleAt).toBeNull();
    await patch({ sync_enabled: true });
    expect((await row()).staleAt?.getTime()).toBe(read.getTime() + 10 * minute);
    expect(await waitingJobs("sync_calendar")).toHaveLength(1);
  });

  it("leave a line of what was changed, by whom", async () => {
    const { patch, connection, owner } = await host();
    await patch({ check_conflicts: false });
    await patch({ check_conflicts: false });
    const lines = await db.select().from(auditLog).where(eq(auditLog.subjectId, connection.id));
    expect(lines.map(({ action, actorId, details }) => [action, actorId, details])).toEqual([
      ["calendar.changed", owner.id, { checkConflicts: false }],
    ]);
  });

  it("are one's own: for an admin and for a stranger there is no such calendar", async () => {
    const { workspace, connection, row } = await host();
    const admin = await signIn(await addMember(workspace, { role: "admin" }));
    const stranger = await host();
    for (const { token, cookie } of [admin, stranger]) {
      for (const ws of [workspace.slug, stranger.workspace.slug]) {
        const at = { token, params: { ws, id: connection.id } };
        expect((await callApi(one, "GET", "/", at)).status).toBe(404);
        expect((await callApi(one, "PATCH", "/", { ...at, body: { is_primary: true } })).status).toBe(404);
        expect((await callApi(sync, "POST", "/", at)).status).toBe(404);
      }
      expect((await get(calendarPage, "/", { cookie, params: { id: connection.id } })).status).toBe(404);
      expect((await postForm(calendarPage, "/", {}, { cookie, params: { id: connection.id } })).status).toBe(404);
    }
    expect(
      (await callApi(list, "GET", "/", { token: admin.token, params: { ws: workspace.slug } })).body,
    ).toMatchObject({
      total: 0,
    });
    expect(await row()).toEqual(connection);
    for (const id of ["x", "%00", connection.id + "0"])
      expect(
        (await callApi(one, "GET", "/", { token: stranger.token, params: { ws: stranger.workspace.slug, id } })).status,
      ).toBe(404);
  });

  it("are found by their id in capitals too", async () => {
    const { at, connection } = await host();
    expect((await callApi(one, "GET", "/", at(connection.id.toUpperCase()))).body.id).toBe(connection.id);
  });
});

describe("the settings' forms", () => {
  it("say no by a box that is not ticked, and nothing about what they do not name", async () => {
    const { at, row, connection } = await host({ checkConflicts: true, createEvents: true, tentativeBlocks: true });
    const short = {
      of: ["create_events", "check_conflicts", "sync_enabled"],
      sync_enabled: connection.id,
      to: "/booking/calendars",
    };
    const saved = await postForm(calendarPage, "/", short, at());
    expect([saved.status, saved.headers.get("Location")]).toEqual([303, "/booking/calendars"]);
    expect(await row()).toMatchObject({
      createEvents: false,
      checkConflicts: false,
      syncEnabled: true,
      tentativeBlocks: true,
    });
  });

  it("keep a number that is none, and name its field", async () => {
    const { at, row, connection } = await host();
    for (const minutes of ["", "soon", "4", "1e3", "99999999"]) {
      const page = await postForm(
        calendarPage,
        "/",
        { of: "is_primary", is_primary: "on", stale_after_minutes: minutes },
        at(),
      );
      expect(page.status).toBe(400);
      expect(page.body).toMatchObject({
        problem: { values: { stale_after_minutes: [minutes] }, errors: [{ path: "stale_after_minutes" }] },
      });
    }
    expect(await row()).toEqual(connection);
    const away = await postForm(calendarPage, "/", { of: [], to: "https://evil.example/" }, at());
    expect(away.headers.get("Location")).toBe(`/booking/calendars/${connection.id}`);
  });
});

describe("sync now", () => {
  it("is a job for a worker, one at a time, and a 202", async () => {
    const { at, connection, workspace } = await host();
    const asked = await Promise.all([callApi(sync, "POST", "/", at()), callApi(sync, "POST", "/", at())]);
    expect(asked.map(({ status }) => status)).toEqual([202, 202]);
    const own = `/booking/calendars/${connection.id}`;
    const page = await postForm(syncPage, "/", { to: own }, at());
    expect([(await noticeOf(page))?.kind, page.headers.get("Location")]).toEqual(["ok", own]);
    const job = { workspaceId: workspace.id, connectionId: connection.id };
    expect(await waitingJobs("sync_calendar")).toEqual([job]);
  });

  it("is refused in words where the calendar cannot be read", async () => {
    const off = await host({ syncEnabled: false });
    expect((await callApi(sync, "POST", "/", off.at())).status).toBe(409);
    const { workspace, owner } = await createWorkspace();
    const account = await createCalendarAccount(workspace, owner, { needsReconnectSince: new Date() });
    const { id } = await createConnection(workspace, owner, { accountId: account.id });
    const { token, cookie } = await signIn(owner);
    const refused = await callApi(sync, "POST", "/", { token, params: { ws: workspace.slug, id } });
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("Connect the account again")]);
    expect((await noticeOf(await postForm(syncPage, "/", {}, { cookie, params: { id } })))?.kind).toBe("wait");
    expect(await waitingJobs("sync_calendar")).toEqual([]);
  });
});
