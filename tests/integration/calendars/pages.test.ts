import { afterAll, describe, expect, it } from "vitest";
import { troubleMark } from "~/components/calendar-troubles";
import { startProviders } from "../../support/providers";

const { stop } = await startProviders();
const { createBusyBlock, createConnection, createWorkspace, signIn } = await import("../../support/factories");
const { get } = await import("../../support/requests");
const calendarPage = await import("~/routes/booking.calendars.$id._index");
const calendarsPage = await import("~/routes/booking.calendars._index");
const connectPage = await import("~/routes/booking.calendars.connect.$provider");
const setupPage = await import("~/routes/booking.calendars.setup");
const hostPages = await import("~/routes/booking");
const todayPage = await import("~/routes/booking._index");

const minute = 60_000;

afterAll(stop);

async function host(given: Parameters<typeof createConnection>[2] = {}) {
  const { workspace, owner } = await createWorkspace();
  const connection = await createConnection(workspace, owner, given);
  const { cookie } = await signIn(owner);
  return { connection, cookie, at: () => ({ cookie, params: { id: connection.id } }) };
}

describe("the calendars' pages", () => {
  it("tell what is held of each calendar, and no more of its events than their times", async () => {
    const { at, connection, cookie } = await host();
    const start = Math.ceil(Date.now() / minute) * minute;
    await createBusyBlock(connection, { start: start - 3 * 60 * minute });
    for (const hours of [5, 2]) await createBusyBlock(connection, { start: start + hours * 60 * minute });
    const page = await get(calendarPage, "/", at());
    expect(page.body).toMatchObject({ total: 2, connection: { blocks: 3 } });
    expect(page.body.busy.map((each) => each.start)).toEqual([start + 120 * minute, start + 300 * minute]);
    const all = await get(calendarsPage, "/booking/calendars", { cookie });
    expect(all.body.connections).toHaveLength(1);
    expect(all.text).not.toMatch(/syncToken|accessToken|refreshToken/);
  });

  it("lead through the sign-in, or to its setup with this instance's own addresses", async () => {
    const { cookie } = await host();
    const at = { cookie, params: { provider: "google" } };
    expect((await get(connectPage, "/", at)).body).toMatchObject({ name: "Google" });
    expect((await get(connectPage, "/", { cookie, params: { provider: "icloud" } })).status).toBe(404);
    expect((await get(setupPage, "/", { cookie })).body).toMatchObject({
      google: {
        isRegistered: true,
        connecting: "http://localhost:3000/api/v1/booking/calendars/callback/google",
        signIn: "http://localhost:3000/auth/google/callback",
      },
    });
  });

  it("warn on the host's day and beside the navigation while a calendar is unread for too long", async () => {
    const fresh = await host({ staleAt: new Date(Date.now() + minute) });
    expect((await get(hostPages, "/booking", fresh)).body).toMatchObject({ isHost: true });
    expect(troubleMark((await get(hostPages, "/booking", fresh)).body.troubles)).toBeUndefined();
    const stale = await host({ staleAt: new Date(Date.now() - minute) });
    expect(troubleMark((await get(hostPages, "/booking", stale)).body.troubles)).toBe("needs a look");
    expect((await get(todayPage, "/booking", stale)).body.troubles).toMatchObject([{ kind: "stale" }]);
  });
});
