import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startProviders } from "../../support/providers";

const providers = await startProviders();
const { google, microsoft, reset, stop } = providers;
const { accountsOf, arrive, consentAt, hostWithMailboxes, leave, waitingJobs } =
  await import("../../support/connecting");
const { addMember, createBooking, createBusyBlock, createConnection, createEventType, signIn } =
  await import("../../support/factories");
const { callApi, get, noticeOf, postForm } = await import("../../support/requests");
const { forgetJobs } = await import("../../support/mails");
const { runJobs } = await import("../../support/jobs");
const { forgetAccount } = await import("~/domain/calendars/forget-account.server");
const { changeMember } = await import("~/domain/workspaces/change-member.server");
const { removeMember } = await import("~/domain/workspaces/remove-member.server");
const calendarPage = await import("~/routes/booking.calendars.$id.disconnect");
const accountPage = await import("~/routes/booking.calendars.accounts.$id.disconnect");
const one = await import("~/routes/api.v1.workspaces.$ws.booking.calendars.$id._index");
const { db } = await import("~db/client");
const { auditLog, bookingCalendarEvents, calendarAccounts, calendarChannels, calendarConnections, calendarEvents } =
  await import("~db/schema");

const hour = 3_600_000;

beforeEach(async () => {
  reset();
  await forgetJobs();
});
afterAll(stop);

type Host = Awaited<ReturnType<typeof hostWithMailboxes>>;

async function connect(host: Host, name: "google" | "microsoft", calendars = 1) {
  const back = await consentAt(providers[name], await leave(host.cookie, name), { email: host.email });
  await arrive(back, name, host.cookie);
  const account = (await accountsOf(host.owner.id)).find((each) => each.provider === name)!;
  const connections = [];
  for (let count = 0; count < calendars; count++) {
    const given = { provider: name, accountId: account.id, createEvents: count === 0 };
    connections.push(await createConnection(host.workspace, host.owner, given));
  }
  await forgetJobs();
  return { account, connections };
}

const revoked = () => google.requests.filter((each) => each.route === "revoke").length;
const rowsOf = (userId: string) =>
  Promise.all([
    accountsOf(userId),
    db.select().from(calendarConnections).where(eq(calendarConnections.userId, userId)),
    db.select().from(calendarEvents).where(eq(calendarEvents.userId, userId)),
  ]);

describe("disconnecting", () => {
  it("an account takes its calendars and blocks at once, and a job tells the provider and erases the tokens", async () => {
    const host = await hostWithMailboxes(providers);
    const { account, connections } = await connect(host, "google", 2);
    await createBusyBlock(connections[0]!, { start: Date.now() + hour });
    const url = `/booking/calendars/accounts/${account.id}/disconnect`;
    const at = { cookie: host.cookie, params: { id: account.id } };
    expect((await get(accountPage, url, at)).body).toMatchObject({ email: host.email, blocks: 1, createEvents: true });
    const gone = await postForm(accountPage, url, {}, at);
    expect((await noticeOf(gone))?.text).toBe("The account is disconnected.");
    const [[left], calendars, blocks] = await rowsOf(host.owner.id);
    expect([left!.disconnectedAt === null, calendars, blocks]).toEqual([false, [], []]);
    expect(revoked()).toBe(0);
    await runJobs();
    expect(revoked()).toBe(1);
    expect((await rowsOf(host.owner.id))[0]).toEqual([]);
    const lines = await db.select().from(auditLog).where(eq(auditLog.subjectId, account.id));
    expect(lines.map(({ action }) => action)).toContain("calendar_account.disconnected");
  });

  it("one calendar leaves the account's others, and the last one takes the account along", async () => {
    const host = await hostWithMailboxes(providers);
    const { connections } = await connect(host, "google", 2);
    const gone = async (id: string) => {
      const at = { cookie: host.cookie, params: { id } };
      return (await noticeOf(await postForm(calendarPage, "/", {}, at)))?.text;
    };
    expect(await gone(connections[0]!.id)).toBe("The calendar is disconnected.");
    expect((await waitingJobs("forget_calendar_account")).length).toBe(0);
    expect(await gone(connections[1]!.id)).toBe("The calendar and its account are disconnected.");
    await runJobs();
    expect(await rowsOf(host.owner.id)).toEqual([[], [], []]);
    expect(revoked()).toBe(1);
  });

  it("by the API is a 204, once", async () => {
    const host = await hostWithMailboxes(providers);
    const { connections } = await connect(host, "microsoft");
    const at = { token: host.token, params: { ws: host.workspace.slug, id: connections[0]!.id } };
    const both = await Promise.all([callApi(one, "DELETE", "/", at), callApi(one, "DELETE", "/", at)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 404]);
    await runJobs();
    expect(await rowsOf(host.owner.id)).toEqual([[], [], []]);
    expect(microsoft.complaints).toEqual([]);
  });

  it("stops the notices of its channels", async () => {
    const host = await hostWithMailboxes(providers);
    const { connections } = await connect(host, "google", 2);
    for (const { workspaceId, id } of connections) {
      const channel = {
        providerChannelId: `channel-${id}`,
        resourceId: "a-resource",
        expiresAt: new Date(Date.now() + hour),
      };
      await db.insert(calendarChannels).values({ workspaceId, connectionId: id, secretHash: "x", ...channel });
    }
    const stops = () => google.requests.filter((each) => each.route === "channels.stop").map(({ body }) => body);
    await postForm(calendarPage, "/", {}, { cookie: host.cookie, params: { id: connections[0]!.id } });
    await runJobs();
    expect(stops()).toEqual([{ id: `channel-${connections[0]!.id}`, resourceId: "a-resource" }]);
    await postForm(calendarPage, "/", {}, { cookie: host.cookie, params: { id: connections[1]!.id } });
    await runJobs();
    expect(stops()).toHaveLength(2);
  });

  it("says of what waited to be written that it is given up", async () => {
    const host = await hostWithMailboxes(providers);
    const { connections } = await connect(host, "google");
    const eventType = await createEventType(host.workspace, { owner: host.owner });
    const booking = await createBooking(eventType, { start: Date.now() + 72 * hour });
    const values = { workspaceId: host.workspace.id, bookingId: booking.id, userId: host.owner.id };
    const connection = { connectionId: connections[0]!.id, provider: "google" as const, calendarName: "Field work" };
    const [event] = await db
      .insert(bookingCalendarEvents)
      .values({ ...values, ...connection })
      .returning();
    await postForm(calendarPage, "/", {}, { cookie: host.cookie, params: { id: connections[0]!.id } });
    await runJobs();
    const [row] = await db.select().from(bookingCalendarEvents).where(eq(bookingCalendarEvents.id, event!.id));
    expect(row).toMatchObject({
      connectionId: null,
      state: "failed",
      lastError: "This calendar is no longer connected.",
    });
  });

  it("is tried again while the provider does not answer, and after a day done without it", async () => {
    const host = await hostWithMailboxes(providers);
    const { account } = await connect(host, "google");
    await postForm(accountPage, "/", {}, { cookie: host.cookie, params: { id: account.id } });
    await forgetJobs();
    const left = { workspaceId: host.workspace.id, accountId: account.id, channels: [] };
    google.fail("revoke", { status: 503 }, 10);
    await forgetAccount(left, Date.now());
    expect((await rowsOf(host.owner.id))[0]).toHaveLength(1);
    expect(await waitingJobs("forget_calendar_account")).toEqual([left]);
    await forgetAccount(left, Date.now() + 25 * hour);
    expect((await rowsOf(host.owner.id))[0]).toEqual([]);
    await forgetAccount(left, Date.now() + 25 * hour);
  });

  it("leaves a grant alone that the same account needs in another workspace", async () => {
    const host = await hostWithMailboxes(providers);
    const { account } = await connect(host, "google");
    const other = await hostWithMailboxes(providers);
    const back = await consentAt(google, await leave(other.cookie, "google"), { email: host.email });
    await arrive(back, "google", other.cookie);
    await postForm(accountPage, "/", {}, { cookie: host.cookie, params: { id: account.id } });
    await runJobs();
    expect([revoked(), (await rowsOf(host.owner.id))[0]]).toEqual([0, []]);
    expect((await rowsOf(other.owner.id))[0]).toHaveLength(1);
  });

  it("lets the account be connected anew at once", async () => {
    const host = await hostWithMailboxes(providers);
    const { account } = await connect(host, "google");
    await postForm(accountPage, "/", {}, { cookie: host.cookie, params: { id: account.id } });
    await arrive(
      await consentAt(google, await leave(host.cookie, "google"), { email: host.email }),
      "google",
      host.cookie,
    );
    await runJobs();
    const [[left, ...more]] = await rowsOf(host.owner.id);
    expect([left!.id === account.id, left!.disconnectedAt, more, revoked()]).toEqual([false, null, [], 0]);
  });

  it("is for one's own alone", async () => {
    const host = await hostWithMailboxes(providers);
    const { account, connections } = await connect(host, "google");
    const { cookie, token } = await signIn(await addMember(host.workspace, { role: "admin" }));
    for (const [page, id] of [
      [calendarPage, connections[0]!.id],
      [accountPage, account.id],
      [calendarPage, "x"],
      [accountPage, "x"],
    ] as const) {
      expect((await get(page, "/", { cookie, params: { id } })).status).toBe(404);
      expect((await postForm(page, "/", {}, { cookie, params: { id } })).status).toBe(404);
    }
    const at = { token, params: { ws: host.workspace.slug, id: connections[0]!.id } };
    expect((await callApi(one, "DELETE", "/", at)).status).toBe(404);
    expect((await rowsOf(host.owner.id))[1]).toHaveLength(1);
  });
});

describe("a member who takes no part any more", () => {
  async function memberWithCalendar() {
    const host = await hostWithMailboxes(providers);
    const member = await addMember(host.workspace);
    const { cookie } = await signIn(member);
    const asMember = { ...host, owner: member, cookie };
    await connect(asMember, "google");
    return { host, member, who: { workspaceId: host.workspace.id, actorId: host.owner.id, userId: member.id } };
  }

  it("is disconnected when deactivated", async () => {
    const { member, who } = await memberWithCalendar();
    expect(await changeMember({ ...who, status: "deactivated", now: Date.now() })).toEqual({ ok: true });
    const [accounts, calendars] = await rowsOf(member.id);
    expect([accounts.every((each) => each.disconnectedAt !== null), calendars]).toEqual([true, []]);
    await runJobs();
    expect([revoked(), (await rowsOf(member.id))[0]]).toEqual([1, []]);
  });

  it("is erased when removed, and the provider is told", async () => {
    const { member, who } = await memberWithCalendar();
    expect(await removeMember({ ...who, now: Date.now() })).toEqual({ ok: true });
    expect(await rowsOf(member.id)).toEqual([[], [], []]);
    expect(revoked()).toBe(1);
  });

  it("goes also when the provider does not answer, and stays with all of it where removing is refused", async () => {
    const { member, who } = await memberWithCalendar();
    const eventType = await createEventType({ id: who.workspaceId }, { owner: member });
    await createBooking(eventType, { start: Date.now() + 72 * hour });
    expect((await removeMember({ ...who, now: Date.now() })).ok).toBe(false);
    expect([(await rowsOf(member.id))[1].length, revoked()]).toEqual([1, 0]);
    google.fail("revoke", { kind: "dropped" }, 10);
    const other = await memberWithCalendar();
    expect(await removeMember({ ...other.who, now: Date.now() })).toEqual({ ok: true });
    expect(await db.select().from(calendarAccounts).where(eq(calendarAccounts.userId, other.member.id))).toEqual([]);
  });
});
