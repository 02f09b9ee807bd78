import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { claims, notifications } from "~db/schema";
import { DAY_MS } from "~/domain/availability/calendar-days";
import { listHistory } from "~/domain/bookings/bookings.server";
import { isoInstant } from "~/domain/time";
import * as detailsRoute from "~/routes/booking.bookings.$id._index";
import * as cancelRoute from "~/routes/booking.bookings.$id.cancel";
import * as confirmRoute from "~/routes/booking.bookings.$id.confirm";
import * as declineRoute from "~/routes/booking.bookings.$id.decline";
import * as moveRoute from "~/routes/booking.bookings.$id.reschedule";
import { addMember, createBooking, createUser, signIn } from "../../support/factories";
import { get, noticeOf, postForm } from "../../support/requests";
import { hour, studio, ten } from "./booking-studio";

describe("the page of a booking", () => {
  it("holds the booking, its history and the mails that left for it", async () => {
    const { booking, options, page } = await studio({ status: "pending" });
    await postForm(confirmRoute, `${page}/confirm`, {}, options);
    const { status, body } = await get(detailsRoute, page, options);
    expect([status, body.booking.id, body.booking.status]).toEqual([200, booking.id, "confirmed"]);
    expect(body.history.map(({ move, actorKind }) => [move, actorKind])).toEqual([["confirmed", "user"]]);
    expect(body.mails.map(({ kind }) => kind).sort()).toEqual(["booking_confirmed_host", "booking_confirmed_invitee"]);
    expect(body.mails.every(({ state }) => state === "queued")).toBe(true);
  });

  it("tells of mails still to come first, then of the newest", async () => {
    const { booking, eventType, workspace, options, page } = await studio();
    const mail = (minutesAgo: number, state: "kept" | "queued") => ({
      workspaceId: workspace.id,
      bookingId: booking.id,
      kind: "booking_confirmed_invitee",
      recipient: `${state}-${minutesAgo}@example.com`,
      payload: { sequence: 0 },
      state,
      createdAt: new Date(Date.now() - minutesAgo * 60_000),
      finishedAt: state === "kept" ? new Date(Date.now() - minutesAgo * 60_000) : null,
      dedupeKey: `${booking.id}/${minutesAgo}`,
    });
    await db.insert(notifications).values([mail(1, "kept"), mail(3, "queued"), mail(2, "kept")]);
    const { body } = await get(detailsRoute, page, options);
    expect(body.mails.map(({ recipient }) => recipient)).toEqual([
      "queued-3@example.com",
      "kept-1@example.com",
      "kept-2@example.com",
    ]);
    const other = await createBooking(eventType, { start: ten + hour });
    const theirs = await get(detailsRoute, page, { ...options, params: { id: other.id } });
    expect(theirs.body.mails).toEqual([]);
  });
});

describe("answering a request", () => {
  it("confirms it by a POST, and comes back to where the button was", async () => {
    const { options, now, page } = await studio({ status: "pending" });
    expect((await get(confirmRoute, `${page}/confirm`, options)).status).toBe(200);
    expect((await now()).status).toBe("pending");
    const answer = await postForm(confirmRoute, `${page}/confirm`, { to: "/booking" }, options);
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/booking"]);
    expect((await now()).status).toBe("confirmed");
    const again = await postForm(confirmRoute, `${page}/confirm`, { to: "https://evil.example" }, options);
    expect([again.status, again.headers.get("Location")]).toEqual([303, page]);
    expect(await noticeOf(again)).toEqual({ kind: "info", text: "You have done that already." });
  });

  it("tells the second of two who was faster", async () => {
    const { workspace, owner, booking, options, page } = await studio({ status: "pending" });
    const admin = await addMember(workspace, { role: "admin" });
    const theirs = { ...options, cookie: (await signIn(admin)).cookie };
    const answers = await Promise.all([
      postForm(confirmRoute, `${page}/confirm`, {}, options),
      postForm(confirmRoute, `${page}/confirm`, {}, theirs),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const { body } = await get(confirmRoute, `${page}/confirm`, options);
    const winner = answers[0].status === 303 ? owner : admin;
    expect(body.settled).toMatchObject({ move: "confirmed", actorId: winner.id, actorName: winner.name });
    expect((await postForm(declineRoute, `${page}/decline`, { reason: "Away" }, options)).status).toBe(409);
    expect((await listHistory(workspace.id, booking.id)).map(({ move }) => move)).toEqual(["confirmed"]);
  });

  it("declines it with a reason, and gives its time back", async () => {
    const { booking, options, now, page } = await studio({ status: "pending" });
    const answer = await postForm(declineRoute, `${page}/decline`, { reason: "We are at sea." }, options);
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, page]);
    expect(await now()).toMatchObject({ status: "cancelled", cancellationReason: "We are at sea." });
    expect((await now()).attendees.find(({ kind }) => kind === "host")!.status).toBe("declined");
    expect(await db.$count(claims, eq(claims.bookingId, booking.id))).toBe(0);
  });

  it("comes too late when the meeting would have begun", async () => {
    const { options, now, page } = await studio({ status: "pending", start: Date.now() - hour / 4 });
    expect((await postForm(confirmRoute, page, { to: "/booking" }, options)).status).toBe(409);
    expect((await now()).status).toBe("pending");
  });

  it("changes nothing where there is no request any more", async () => {
    const { options, now, page, workspace, booking } = await studio({ status: "cancelled" });
    for (const route of [confirmRoute, declineRoute]) {
      expect((await postForm(route, page, {}, options)).status).toBe(409);
    }
    expect((await now()).status).toBe("cancelled");
    expect(await listHistory(workspace.id, booking.id)).toEqual([]);
  });
});

describe("cancelling", () => {
  it("takes a reason, and keeps one that is too long for another try", async () => {
    const { options, now, page } = await studio();
    const reason = "x".repeat(501);
    const refused = await postForm(cancelRoute, `${page}/cancel`, { reason }, options);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ problem: { values: { reason: [reason] }, errors: [{ path: "reason" }] } });
    expect((await now()).status).toBe("confirmed");
    const done = await postForm(cancelRoute, `${page}/cancel`, { reason: "Storm" }, options);
    expect([done.status, done.headers.get("Location")]).toEqual([303, page]);
    expect(await now()).toMatchObject({ status: "cancelled", cancellationReason: "Storm" });
  });

  it("of a meeting that is over changes nothing", async () => {
    const { options, now, page } = await studio({ start: Date.now() - DAY_MS });
    expect((await postForm(cancelRoute, `${page}/cancel`, {}, options)).status).toBe(409);
    expect((await now()).status).toBe("confirmed");
  });

  it("twice is no error, and whoever was later learns who cancelled it", async () => {
    const { workspace, options, page } = await studio();
    const admin = await addMember(workspace, { role: "admin", user: await createUser({ name: "Maya Lind" }) });
    const theirs = { ...options, cookie: (await signIn(admin)).cookie };
    await postForm(cancelRoute, `${page}/cancel`, {}, theirs);
    const late = await postForm(cancelRoute, `${page}/cancel`, { reason: "Storm" }, options);
    expect([late.status, late.headers.get("Location")]).toEqual([303, page]);
    const text = "Nothing was changed. Maya Lind cancelled it a moment before you.";
    expect(await noticeOf(late)).toEqual({ kind: "info", text });
    expect(await noticeOf(await postForm(cancelRoute, `${page}/cancel`, {}, theirs))).toMatchObject({ kind: "ok" });
  });
});

describe("moving a meeting", () => {
  it("offers the free times of its own hosts, but not the time that it has", async () => {
    const { options, page } = await studio();
    const { body } = await get(moveRoute, `${page}/reschedule`, options);
    if (body.state !== "open") throw new Error(body.state);
    expect(body.choice.slots).not.toContain(ten);
    expect(body.choice.slots).toContain(ten + hour);
    const chosen = await get(moveRoute, `${page}/reschedule?time=${isoInstant(ten + hour)}`, options);
    expect(chosen.body).toMatchObject({ state: "chosen", start: ten + hour });
    const gone = await get(moveRoute, `${page}/reschedule?time=${isoInstant(ten + 12 * hour)}`, options);
    expect(gone.body).toMatchObject({ state: "open", refused: { code: "outside_hours" } });
    for (const odd of ["time=noon", "date=2026-13-01", "month=x", "time=9999-12-31T23:59:59Z", "date=9999-12-31"]) {
      expect((await get(moveRoute, `${page}/reschedule?${odd}`, options)).body.state, odd).toBe("open");
    }
  });

  it("moves it, and asks the host again where the event type does", async () => {
    const { options, now, page, workspace, booking } = await studio({}, { requiresConfirmation: true });
    const start = isoInstant(ten + 2 * hour);
    const answer = await postForm(moveRoute, `${page}/reschedule`, { start, reason: "The ferry" }, options);
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, page]);
    expect(await now()).toMatchObject({ start: ten + 2 * hour, status: "pending" });
    const [move] = await listHistory(workspace.id, booking.id);
    expect(move).toMatchObject({ move: "rescheduled", actorKind: "user", reason: "The ferry" });
  });

  it("to a time that is taken is refused with those nearby, and the reason is kept", async () => {
    const { options, now, page, eventType } = await studio();
    await createBooking(eventType, { start: ten + hour });
    const fields = { start: isoInstant(ten + hour), reason: "The ferry" };
    const refused = await postForm(moveRoute, `${page}/reschedule`, fields, options);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ outcome: "taken", values: { reason: ["The ferry"] }, code: "claimed" });
    expect(JSON.stringify(refused.body)).toContain("alternatives");
    expect((await now()).start).toBe(ten);
  });

  it("to what is no time, or one beyond all calendars, is a 400", async () => {
    const { options, now, page } = await studio();
    for (const start of ["", "noon", "9999-12-31T23:59:59Z"]) {
      const refused = await postForm(moveRoute, `${page}/reschedule`, { start }, options);
      expect(refused.status, start).toBe(400);
      expect(refused.body).toMatchObject({ outcome: "invalid" });
    }
    expect((await now()).start).toBe(ten);
  });

  it("is not offered when it is over", async () => {
    const { options, page } = await studio({ start: Date.now() - DAY_MS, status: "completed" });
    expect((await get(moveRoute, `${page}/reschedule`, options)).body.state).toBe("fixed");
    const start = isoInstant(ten);
    expect((await postForm(moveRoute, `${page}/reschedule`, { start }, options)).status).toBe(409);
  });
});
