import { describe, expect, it } from "vitest";
import { findBooking, listHistory } from "~/domain/bookings/bookings.server";
import * as notesRoute from "~/routes/booking.bookings.$id.notes";
import * as route from "~/routes/booking.bookings.$id.no-shows";
import { createBooking, createEventType, createWorkspace, signIn } from "../../support/factories";
import { noticeOf, postForm } from "../../support/requests";

const minute = 60_000;

async function studio(given: Partial<Parameters<typeof createBooking>[1]> = {}) {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner });
  const booking = await createBooking(eventType, { start: Date.now() - 5 * minute, ...given });
  const options = { params: { id: booking.id }, cookie: (await signIn(owner)).cookie };
  const page = `/booking/bookings/${booking.id}`;
  const now = async () => (await findBooking(workspace.id, booking.id))!;
  const invitee = (await now()).attendees.find(({ kind }) => kind === "invitee")!.id;
  const send = (absent: string[]) => postForm(route, `${page}/no-shows`, { absent }, options);
  const absent = async () => (await now()).attendees.filter(({ isNoShow }) => isNoShow).map(({ id }) => id);
  return { workspace, owner, booking, options, page, now, invitee, send, absent };
}

describe("noting on the page who did not come", () => {
  it("says what was noted, and takes it back when nothing is ticked", async () => {
    const { workspace, owner, booking, page, invitee, send, absent } = await studio();
    const noted = await send([invitee]);
    expect([noted.status, noted.headers.get("Location")]).toEqual([303, page]);
    expect((await noticeOf(noted))!.text).toBe("Noted as not there: Mei Tanaka.");
    expect(await absent()).toEqual([invitee]);
    await send([invitee]);
    expect((await noticeOf(await send([])))!.text).toBe("Noted: everybody came.");
    expect(await absent()).toEqual([]);
    const moves = (await listHistory(workspace.id, booking.id)).map(({ move, actorId }) => [move, actorId]);
    expect(moves).toEqual([
      ["no_show_withdrawn", owner.id],
      ["no_show", owner.id],
    ]);
  });

  it("takes an id in capital letters for what it is", async () => {
    const { invitee, send, absent } = await studio();
    await send([invitee.toUpperCase()]);
    expect(await absent()).toEqual([invitee]);
  });

  it("is a 409 before the start, for a request and for what was cancelled", async () => {
    for (const given of [{ start: Date.now() + minute }, { status: "pending" }, { status: "cancelled" }] as const) {
      const { invitee, send, absent } = await studio(given);
      expect((await send([invitee])).status).toBe(409);
      expect(await absent()).toEqual([]);
    }
  });

  it("takes ids of others and none at all as nobody", async () => {
    const { send, absent } = await studio();
    const other = await studio();
    expect((await send(["", "nobody", other.invitee])).status).toBe(303);
    expect([await absent(), await other.absent()]).toEqual([[], []]);
  });
});

describe("the notes of a booking", () => {
  it("are changed in any state, and kept for another try when they are too long", async () => {
    const { options, page, now } = await studio({ status: "cancelled", notes: "Two boats." });
    const long = "x".repeat(2001);
    const refused = await postForm(notesRoute, `${page}/notes`, { notes: long }, options);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ problem: { values: { notes: [long] }, errors: [{ path: "notes" }] } });
    const saved = await postForm(notesRoute, `${page}/notes`, { notes: "Two boats.\r\nBring maps. " }, options);
    expect([saved.status, saved.headers.get("Location")]).toEqual([303, page]);
    expect((await now()).notes).toBe("Two boats.\nBring maps.");
  });
});
