import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { auditLog, bookingEventTypes, bookings, notifications } from "~db/schema";
import { findEventType } from "~/domain/event-types/event-types.server";
import type { HostWish } from "~/domain/event-types/hosts.server";
import { mostRequests, mostRequestsOfAll, requestTime } from "~/domain/event-types/request-time.server";
import { TimeRequestInput } from "~/domain/event-types/time-request";
import { TimeRequestPayload } from "~/domain/notifications/notification";
import { addMember, createEventType, createTeam, createWorkspace, unique } from "../../support/factories";

type Columns = Partial<Parameters<typeof createEventType>[1]>;

async function offer(columns: Columns = {}) {
  const { workspace, owner } = await createWorkspace();
  const { id } = await createEventType(workspace, { owner, ...columns });
  const eventType = (await findEventType(workspace.id, id))!;
  const email = `Vidya-${unique()}@example.in`;
  const typed = { name: "Vidya Raghunathan", email, timezone: "Asia/Kolkata", wish: "Tuesdays\nafter four" };
  return {
    workspace,
    owner,
    id,
    email,
    ask: (given: Partial<typeof typed> & { submissionKey?: string; now?: number } = {}) => {
      const { submissionKey, now = Date.now(), ...fields } = given;
      const input = TimeRequestInput.parse({ ...typed, ...fields });
      return requestTime({ eventType, workspace, input, locale: "de-AT", submissionKey, now });
    },
    mails: () =>
      db
        .select()
        .from(notifications)
        .where(eq(sql`${notifications.payload} -> 'eventType' ->> 'id'`, id))
        .orderBy(notifications.kind),
    lines: () => db.$count(auditLog, and(eq(auditLog.subjectId, id), eq(auditLog.action, "event_type.time_requested"))),
  };
}

describe("a request for a time", () => {
  it("goes to the host, with a copy to whoever asks, and books nothing", async () => {
    const { workspace, owner, email, id, ask, mails, lines } = await offer();
    expect(await ask()).toEqual({ ok: true });
    const [host, invitee, ...others] = await mails();
    expect(others).toEqual([]);
    expect(host).toMatchObject({ kind: "time_requested_host", recipient: owner.email, recipientName: owner.name });
    expect(invitee).toMatchObject({ kind: "time_requested_invitee", recipient: email, workspaceId: workspace.id });
    expect(invitee!.recipientName).toBe("");
    for (const { payload } of [host!, invitee!]) {
      expect(TimeRequestPayload.parse(payload)).toMatchObject({
        eventType: { id },
        hostEmail: owner.email,
        hostTimezone: "Europe/Oslo",
        name: "Vidya Raghunathan",
        timezone: "Asia/Kolkata",
        locale: "de-AT",
        wish: "Tuesdays\nafter four",
      });
    }
    expect(await lines()).toBe(1);
    expect(await db.$count(bookings, eq(bookings.eventTypeId, id))).toBe(0);
  });

  it("is read by the one host, and of several hosts by the owner of the event type", async () => {
    const { workspace, owner } = await createWorkspace();
    const [first, second] = [await addMember(workspace), await addMember(workspace)];
    for (const { hosts, isTeamEvent, reader } of [
      { hosts: [first], isTeamEvent: false, reader: first },
      { hosts: [first, second], isTeamEvent: true, reader: owner },
    ]) {
      const assignmentType = isTeamEvent ? ("round_robin" as const) : null;
      const { id } = await createEventType(workspace, { owner, hosts, isTeamEvent, assignmentType });
      const eventType = (await findEventType(workspace.id, id))!;
      const input = TimeRequestInput.parse({ name: "A", email: "a@example.org", timezone: "UTC", wish: "Soon" });
      await requestTime({ eventType, workspace, input, locale: "en", now: Date.now() });
      const sent = and(eq(notifications.kind, "time_requested_host"), eq(notifications.recipient, reader.email));
      expect(await db.$count(notifications, sent)).toBe(1);
    }
  });

  it("of a page for some is read by the one who is named, of a whole team by the owner, and not sent to strangers", async () => {
    const { workspace, owner } = await createWorkspace();
    const [first, second] = [await addMember(workspace), await addMember(workspace)];
    const team = await createTeam(workspace, [first, second]);
    const given = { owner, isTeamEvent: true, assignmentType: "round_robin" as const };
    const eventType = (await findEventType(workspace.id, (await createEventType(workspace, given)).id))!;
    const input = TimeRequestInput.parse({ name: "A", email: "a@example.org", timezone: "UTC", wish: "Soon" });
    const ask = (wish: HostWish) => requestTime({ eventType, workspace, wish, input, locale: "en", now: Date.now() });
    const read = async (reader: { email: string }) =>
      (
        await db
          .select({ payload: notifications.payload })
          .from(notifications)
          .where(and(eq(notifications.kind, "time_requested_host"), eq(notifications.recipient, reader.email)))
      ).map(({ payload }) => TimeRequestPayload.parse(payload));
    expect(await ask({ team: team.slug, members: [second.id] })).toEqual({ ok: true });
    expect(await read(second)).toMatchObject([
      { team: { name: team.name, slug: team.slug }, members: [{ id: second.id, name: second.name }] },
    ]);
    expect(await ask({ team: team.slug })).toEqual({ ok: true });
    const [ofAll] = await read(owner);
    expect([ofAll?.team?.slug, ofAll?.members]).toEqual([team.slug, undefined]);
    for (const wish of [{ team: team.slug, members: [owner.id] }, { team: "nobody" }, { members: [first.id] }]) {
      expect(await ask(wish)).toEqual({ ok: false, reason: "not_taken" });
    }
    expect(await read(first)).toEqual([]);
  });

  it("of one form is one, however often it is sent, also at the same moment", async () => {
    const { ask, mails, lines } = await offer();
    const submissionKey = crypto.randomUUID();
    const both = await Promise.all([ask({ submissionKey }), ask({ submissionKey })]);
    expect([...both, await ask({ submissionKey })]).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect([(await mails()).length, await lines()]).toEqual([2, 1]);
    await ask({ submissionKey, wish: "Fridays" });
    expect((await mails()).length).toBe(4);
  });

  it("is refused where the event type takes none, or none any more", async () => {
    const refused = { ok: false, reason: "not_taken" };
    for (const columns of [{ takesTimeRequests: false }, { isActive: false }, { archivedAt: new Date() }]) {
      const { ask, mails } = await offer(columns);
      expect(await ask()).toEqual(refused);
      expect(await mails()).toEqual([]);
    }
    const { ask, id, mails } = await offer();
    await db.update(bookingEventTypes).set({ takesTimeRequests: false }).where(eq(bookingEventTypes.id, id));
    expect([await ask(), await mails()]).toEqual([refused, []]);
  });
});

describe("an address that asks again and again", () => {
  it("is heard a few times an hour, however it is written and however fast it asks", async () => {
    const { ask, mails, email } = await offer();
    const spellings = [email, email.toUpperCase(), email.toLowerCase(), email, email];
    const results = await Promise.all(spellings.map((each) => ask({ email: each })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(mostRequests);
    expect((await mails()).length).toBe(2 * mostRequests);
  });

  it("is told when it may again, and then may", async () => {
    const { ask, mails } = await offer();
    for (let times = 0; times < mostRequests; times++) await ask();
    const first = Math.min(...(await mails()).map(({ createdAt }) => createdAt.getTime()));
    const until = first + 1 + 3_600_000;
    expect(await ask()).toEqual({ ok: false, reason: "too_often", whose: "address", until });
    expect(await ask({ now: until })).toEqual({ ok: true });
  });

  it("under many names is heard so often only that the host can read it, however fast it asks", async () => {
    const { ask, mails } = await offer();
    const results = await Promise.all(
      Array.from({ length: mostRequestsOfAll + 5 }, (_, index) => ask({ email: `bot-${index}@example.in` })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(mostRequestsOfAll);
    expect((await mails()).length).toBe(2 * mostRequestsOfAll);
    const refused = await ask();
    if (refused.ok || refused.reason !== "too_often") throw new Error("was taken");
    expect(refused.whose).toBe("all");
    expect(await ask({ now: refused.until })).toEqual({ ok: true });
    expect(await (await offer()).ask()).toEqual({ ok: true });
  });

  it("keeps nobody else from asking, and asks elsewhere as before", async () => {
    const { ask, email } = await offer();
    for (let times = 0; times < mostRequests; times++) await ask();
    expect(await ask({ email: "somebody-else@example.in" })).toEqual({ ok: true });
    expect(await (await offer()).ask({ email })).toEqual({ ok: true });
  });
});
