import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { client, db } from "~db/client";
import { bookingBulkCancellations } from "~db/schema";
import { countOne, findBulkCancellation } from "~/domain/bookings/bulk-cancellations.server";
import { cancelBookings } from "~/domain/bookings/cancel-bookings.server";
import { addMember, createBooking, createEventType } from "../../support/factories";
import { runJobs } from "../../support/jobs";
import { hour, mailsOf, movesOf, statusOf, studio, ten } from "./cancel-day-studio";

function startedIn({ id }: { id: string }) {
  return db.select().from(bookingBulkCancellations).where(eq(bookingBulkCancellations.workspaceId, id));
}

describe("cancelling a day", () => {
  it("cancels what was ticked with one message, declines requests, and tells everybody", async () => {
    const { owner, eventType, send, look } = await studio();
    const confirmed = await createBooking(eventType, { start: ten });
    const request = await createBooking(eventType, { start: ten + hour, status: "pending" });
    const unticked = await createBooking(eventType, { start: ten + 2 * hour });
    const sent = await send([confirmed.id, request.id], { reason: "The harbour is closed." });
    expect([sent.status, sent.headers.get("Location")]).toEqual([303, `/booking/bookings/cancel-day/${sent.id}`]);
    const before = await look(sent.id);
    expect(before.headers.get("Refresh")).toBe("2");
    expect(before.body).toMatchObject({ done: 0, total: 2, isFinished: false });
    expect((await look(sent.id, owner, "?refresh=off")).headers.get("Refresh")).toBeNull();
    await runJobs();
    expect([await statusOf(confirmed), await statusOf(request), await statusOf(unticked)]).toEqual([
      "cancelled",
      "cancelled",
      "confirmed",
    ]);
    const said = { actorId: owner.id, reason: "The harbour is closed." };
    expect(await movesOf(confirmed)).toEqual([{ move: "cancelled", ...said }]);
    expect(await movesOf(request)).toEqual([{ move: "declined", ...said }]);
    const invitees = [...(await mailsOf(confirmed)), ...(await mailsOf(request))].filter(({ kind }) =>
      /invitee/.test(kind),
    );
    expect(invitees).toEqual([
      { kind: "booking_cancelled_invitee", reason: said.reason },
      { kind: "booking_declined_invitee", reason: said.reason },
    ]);
    const after = await look(sent.id);
    expect(after.headers.get("Refresh")).toBeNull();
    expect(after.body).toMatchObject({ done: 2, refused: 0, isFinished: true, standing: [] });
    expect(after.body.cancelled.map(({ id }) => id)).toEqual([confirmed.id, request.id]);
  });

  it("says which it came too late for", async () => {
    const { eventType, send, look } = await studio();
    const over = await createBooking(eventType, { start: Date.now() - hour });
    const ahead = await createBooking(eventType, { start: ten });
    const { id } = await send([over.id, ahead.id]);
    await runJobs();
    const { body } = await look(id);
    expect(body).toMatchObject({ done: 2, refused: 1, isFinished: true });
    expect([body.cancelled.map((each) => each.id), body.standing.map((each) => each.id)]).toEqual([
      [ahead.id],
      [over.id],
    ]);
    expect(await statusOf(over)).toBe("confirmed");
    expect(await movesOf(over)).toEqual([]);
  });

  it("counts what somebody else cancelled meanwhile as cancelled, and tells nobody again", async () => {
    const { eventType, send, look } = await studio();
    const off = await createBooking(eventType, { start: ten, status: "cancelled" });
    const { id } = await send([off.id]);
    await runJobs();
    expect((await look(id)).body).toMatchObject({ done: 1, refused: 0 });
    expect([await movesOf(off), await mailsOf(off)]).toEqual([[], []]);
  });

  it("starts once for a form that is sent many times at once, and once more for none", async () => {
    const { workspace, eventType, send } = await studio();
    const booking = await createBooking(eventType, { start: ten });
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => send([booking.id], { key })));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(303));
    await runJobs();
    const again = await send([booking.id], { key: key.toUpperCase() });
    expect([...new Set(answers.map(({ id }) => id))]).toEqual([again.id]);
    await runJobs();
    expect(await startedIn(workspace)).toHaveLength(1);
    expect(await movesOf(booking)).toHaveLength(1);
  });

  it("starts another one for a form that was gone back to and changed", async () => {
    const { workspace, eventType, send, look } = await studio();
    const admin = await addMember(workspace, { role: "admin" });
    const first = await createBooking(eventType, { start: ten });
    const second = await createBooking(eventType, { start: ten + hour });
    const key = randomUUID();
    const one = await send([first.id], { key, reason: "Storm." });
    await runJobs();
    const both = await send([first.id, second.id], { key, reason: "Storm." });
    expect([one.status, both.status]).toEqual([303, 303]);
    await runJobs();
    expect((await look(both.id)).body).toMatchObject({ total: 2, done: 2, refused: 0, reason: "Storm." });
    expect([await statusOf(first), await statusOf(second)]).toEqual(["cancelled", "cancelled"]);
    const others = [
      await send([first.id], { key, reason: "Ice." }),
      await send([first.id], { key, reason: "Storm.", user: admin }),
    ];
    expect(new Set([one, both, ...others].map(({ id }) => id)).size).toBe(4);
    expect(await startedIn(workspace)).toHaveLength(4);
    expect((await send([second.id, first.id], { key, reason: "Storm." })).id).toBe(both.id);
  });

  it("goes on after a booking whose cancelling throws each time, and counts it as refused", async () => {
    const { workspace, eventType, send, look } = await studio();
    const broken = await createBooking(eventType, { start: ten, notes: "broken" });
    const other = await createBooking(eventType, { start: ten + hour });
    const { id } = await send([broken.id, other.id]);
    await client.unsafe(`
      create function break_it() returns trigger language plpgsql as $$ begin raise 'broken'; end $$;
      create trigger break_it before update on bookings
      for each row when (new.notes = 'broken') execute function break_it()`);
    const failures = await cancelBookings({ workspaceId: workspace.id, cancellationId: id }, Date.now());
    await client.unsafe("drop function break_it cascade");
    expect(failures).toEqual([{ bookingId: broken.id, error: expect.any(Error) }]);
    const { body } = await look(id);
    expect(body).toMatchObject({ done: 2, refused: 1, isFinished: true });
    expect([body.cancelled.map((each) => each.id), body.standing.map((each) => each.id)]).toEqual([
      [other.id],
      [broken.id],
    ]);
    expect(await movesOf(broken)).toEqual([]);
  });

  it("takes ids in capital letters for what they are", async () => {
    const { eventType, send } = await studio();
    const booking = await createBooking(eventType, { start: ten });
    const key = randomUUID();
    const sent = await send([booking.id.toUpperCase(), booking.id], { key });
    expect((await send([booking.id], { key })).id).toBe(sent.id);
    await runJobs();
    expect(await statusOf(booking)).toBe("cancelled");
  });

  it("goes on where a run broke off, and counts and tells each booking once", async () => {
    const { workspace, eventType, send, look } = await studio();
    const all = [];
    for (let index = 0; index < 4; index++) all.push(await createBooking(eventType, { start: ten + index * hour }));
    const { id } = await send(all.map((each) => each.id));
    const about = { workspaceId: workspace.id, cancellationId: id };
    // It ends after the third is cancelled, before that is counted.
    await client.unsafe(`
      create function end_it() returns trigger language plpgsql as $$ begin raise 'ended'; end $$;
      create trigger end_it before update on booking_bulk_cancellations
      for each row when (new.done = 3) execute function end_it()`);
    await expect(cancelBookings(about, Date.now())).rejects.toThrow();
    expect(await statusOf(all[2]!)).toBe("cancelled");
    expect((await look(id)).body).toMatchObject({ done: 2, isFinished: false });
    await client.unsafe("drop function end_it cascade");
    await Promise.all([cancelBookings(about, Date.now()), cancelBookings(about, Date.now())]);
    await runJobs();
    expect((await look(id)).body).toMatchObject({ done: 4, refused: 0, isFinished: true });
    for (const booking of all) {
      expect(await movesOf(booking)).toHaveLength(1);
      expect((await mailsOf(booking)).filter(({ kind }) => kind === "booking_cancelled_invitee")).toHaveLength(1);
    }
  });

  it("counts each once when two runs count it, also when one of them lags behind", async () => {
    const { workspace, eventType, send } = await studio();
    const over = [Date.now() - 2 * hour, Date.now() - hour].map((start) => createBooking(eventType, { start }));
    const { id } = await send((await Promise.all(over)).map((each) => each.id));
    const before = (await findBulkCancellation(workspace.id, id))!;
    const now = Date.now();
    await Promise.all([1, 2].map(() => countOne(before, { isOff: false, now })));
    expect(await findBulkCancellation(workspace.id, id)).toMatchObject({ done: 1, refused: 1 });
    await cancelBookings({ workspaceId: workspace.id, cancellationId: id }, now);
    await countOne(before, { isOff: false, now });
    expect(await findBulkCancellation(workspace.id, id)).toMatchObject({ done: 2, refused: 2, isFinished: true });
  });

  it("shows the form again with what was ticked and typed when it refuses", async () => {
    const { eventType, send } = await studio();
    const booking = await createBooking(eventType, { start: ten });
    const none = await send([], { reason: "Storm." });
    expect([none.status, none.body.problem.errors[0]!.path]).toEqual([400, "bookings"]);
    expect(none.body.problem.values.reason).toEqual(["Storm."]);
    const long = await send([booking.id], { reason: "x".repeat(501) });
    expect([long.status, long.body.problem.errors[0]!.path]).toEqual([400, "reason"]);
    expect(long.body.problem.values.booking).toEqual([booking.id]);
    expect((await send(["me"])).status).toBe(400);
    expect((await send([booking.id], { key: "me" })).status).toBe(400);
    expect((await send(Array.from({ length: 301 }, () => randomUUID()))).status).toBe(400);
    expect(await statusOf(booking)).toBe("confirmed");
  });

  it("touches nothing that is not the sender's to cancel, and shows its progress to nobody else", async () => {
    const { workspace, eventType, send, look } = await studio();
    const member = await addMember(workspace);
    const admin = await addMember(workspace, { role: "admin" });
    const owners = await createBooking(eventType, { start: ten });
    const own = await createBooking(await createEventType(workspace, { owner: member }), { start: ten });
    expect((await send([owners.id], { user: member })).status).toBe(400);
    const mixed = await send([owners.id, own.id], { user: member });
    const elsewhere = await studio();
    expect((await elsewhere.send([own.id])).status).toBe(400);
    await runJobs();
    expect([await statusOf(owners), await statusOf(own)]).toEqual(["confirmed", "cancelled"]);
    const rows = await db
      .select()
      .from(bookingBulkCancellations)
      .where(and(eq(bookingBulkCancellations.id, mixed.id), eq(bookingBulkCancellations.workspaceId, workspace.id)));
    expect(rows[0]!.bookingIds).toEqual([own.id]);
    const stranger = await addMember(workspace);
    const seen = [await look(mixed.id, member), await look(mixed.id, admin), await look(mixed.id, stranger)];
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 404]);
    expect([(await elsewhere.look(mixed.id)).status, (await look("me")).status]).toEqual([404, 404]);
    // An admin cancels anybody's.
    await send([owners.id], { user: admin });
    await runJobs();
    expect(await statusOf(owners)).toBe("cancelled");
  });
});
