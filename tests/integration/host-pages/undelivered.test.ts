import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookings, notifications } from "~db/schema";
import * as dashboardRoute from "~/routes/booking._index";
import * as detailsRoute from "~/routes/booking.bookings.$id._index";
import * as sendAgainRoute from "~/routes/booking.bookings.$id.mails.$mailId.send-again";
import { addMember, createBooking, createEventType, createWorkspace, signIn, unique } from "../../support/factories";
import { inOslo } from "../../support/orders";
import { get, noticeOf, postForm } from "../../support/requests";

const day = 86_400_000;

type Given = Partial<typeof notifications.$inferInsert> & { daysAgo?: number };

/** A booking of Ada's with a mail that failed. */
async function studio(given: Given = {}) {
  const { workspace, owner: ada } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner: ada });
  const booking = await createBooking(eventType, { start: inOslo(10) });
  const fail = async ({ daysAgo = 0, ...columns }: Given = {}) => {
    const values = {
      workspaceId: workspace.id,
      bookingId: booking.id,
      kind: "booking_confirmed_invitee",
      recipient: "mei@example.com",
      recipientName: "Mei Tanaka",
      payload: { sequence: 0 },
      state: "failed" as const,
      attempts: 9,
      lastError: "550 No such mailbox",
      createdAt: new Date(Date.now() - daysAgo * day),
      finishedAt: new Date(),
      dedupeKey: unique(),
      ...columns,
    };
    const [mail] = await db.insert(notifications).values(values).returning();
    return mail!;
  };
  const mail = await fail(given);
  const as = async (user: { id: string }) => (await signIn(user)).cookie;
  const told = async (user: { id: string } = ada) =>
    (await get(dashboardRoute, "/booking", { cookie: await as(user) })).body.undelivered;
  const page = `/booking/bookings/${booking.id}`;
  const sendAgain = async (user: { id: string }, params: Record<string, string> = {}) =>
    postForm(
      sendAgainRoute,
      `${page}/mails/${mail.id}/send-again`,
      {},
      {
        params: { id: booking.id, mailId: mail.id, ...params },
        cookie: await as(user),
      },
    );
  const present = async () => (await db.select().from(notifications).where(eq(notifications.id, mail.id)))[0]!;
  return { workspace, ada, booking, eventType, mail, fail, told, page, sendAgain, present, as };
}

describe("the dashboard's notice of mail that did not arrive", () => {
  it("names each mail with its booking and what came back, and counts them all", async () => {
    const { booking, fail, told } = await studio();
    for (const _ of [1, 2, 3]) await fail({ state: "bounced" });
    const { items, total } = await told();
    expect([items.length, total]).toEqual([3, 4]);
    expect((await told()).items[0]).toMatchObject({
      bookingId: booking.id,
      kind: "booking_confirmed_invitee",
      recipientName: "Mei Tanaka",
      state: "bounced",
      lastError: "550 No such mailbox",
    });
  });

  it("is there for the hosts of the booking, and goes after fourteen days", async () => {
    const { workspace, told } = await studio();
    const colleague = await addMember(workspace, { role: "admin" });
    expect([(await told()).total, (await told(colleague)).total]).toEqual([1, 0]);
    expect((await (await studio({ daysAgo: 13.9 })).told()).total).toBe(1);
    expect((await (await studio({ daysAgo: 14.1 })).told()).total).toBe(0);
  });

  it("is silent about mails that wait, were taken, kept or overtaken", async () => {
    for (const state of ["queued", "sending", "sent", "kept", "skipped"] as const) {
      expect((await (await studio({ state })).told()).total, state).toBe(0);
    }
  });

  it("goes when the mail is sent again, and comes back when that fails too", async () => {
    const { ada, told, sendAgain, mail } = await studio();
    await sendAgain(ada);
    expect((await told()).total).toBe(0);
    await db.update(notifications).set({ state: "failed" }).where(eq(notifications.id, mail.id));
    expect((await told()).total).toBe(1);
  });
});

describe("sending a mail again", () => {
  it("queues it, says so on the booking's page, and does it once however often the button is pressed", async () => {
    const { ada, page, sendAgain, present } = await studio();
    const answers = await Promise.all([sendAgain(ada), sendAgain(ada)]);
    expect(answers.map(({ status, headers }) => [status, headers.get("Location")])).toEqual([
      [303, page],
      [303, page],
    ]);
    const kinds = await Promise.all(answers.map(async (answer) => (await noticeOf(answer))!.kind));
    expect(kinds.sort()).toEqual(["info", "ok"]);
    expect(await present()).toMatchObject({ state: "queued", attempts: 0, round: 1 });
  });

  it("is refused in so many words where a later change made it untrue, and the page says so beforehand", async () => {
    const { ada, booking, page, sendAgain, present, as } = await studio();
    await db.update(bookings).set({ sequence: 1 }).where(eq(bookings.id, booking.id));
    const { body } = await get(detailsRoute, page, { params: { id: booking.id }, cookie: await as(ada) });
    expect(body.mails).toMatchObject([{ state: "failed", isOvertaken: true }]);
    const answer = await sendAgain(ada);
    const text = "That mail was not sent again. A later change made it untrue.";
    expect(await noticeOf(answer)).toEqual({ kind: "info", text });
    expect(await present()).toMatchObject({ state: "failed", round: 0 });
  });

  it("takes an id in capital letters for what it is", async () => {
    const { ada, mail, present, sendAgain } = await studio();
    await sendAgain(ada, { mailId: mail.id.toUpperCase() });
    expect(await present()).toMatchObject({ state: "queued", round: 1 });
  });

  it("is a 404 for what is no mail of this booking, and for whom the booking is none", async () => {
    const { workspace, ada, eventType, present, sendAgain } = await studio();
    const other = await createBooking(eventType, { start: inOslo(12) });
    for (const mailId of ["1", "\u0000", crypto.randomUUID()]) {
      expect((await sendAgain(ada, { mailId })).status, mailId).toBe(404);
    }
    expect((await sendAgain(ada, { id: other.id })).status).toBe(404);
    const stranger = await createWorkspace();
    for (const user of [stranger.owner, await addMember(workspace)]) expect((await sendAgain(user)).status).toBe(404);
    expect((await present()).state).toBe("failed");
  });

  it("is done by its form only: a link to it leads to the booking, another site's form is refused", async () => {
    const { ada, page, booking, mail, present, as } = await studio();
    const options = { params: { id: booking.id, mailId: mail.id }, cookie: await as(ada) };
    const followed = await get(sendAgainRoute, page, options);
    expect([followed.status, followed.headers.get("Location")]).toEqual([302, page]);
    const foreign = { ...options, headers: { "Sec-Fetch-Site": "cross-site" } };
    expect((await postForm(sendAgainRoute, page, {}, foreign)).status).toBe(403);
    expect((await present()).state).toBe("failed");
  });

  it("stands on the booking's page with how often it was tried and what came back", async () => {
    const { ada, page, booking, as } = await studio();
    const { body } = await get(detailsRoute, page, { params: { id: booking.id }, cookie: await as(ada) });
    expect(body.mails).toMatchObject([
      { state: "failed", attempts: 9, lastError: "550 No such mailbox", answer: null },
    ]);
  });
});
