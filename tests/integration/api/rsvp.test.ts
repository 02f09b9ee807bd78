import { describe, expect, it } from "vitest";
import { cancel } from "~/domain/bookings/cancel.server";
import { reschedule } from "~/domain/bookings/reschedule.server";
import * as reading from "~/routes/api.v1.booking.rsvp.$token";
import * as responding from "~/routes/api.v1.booking.rsvp.$token.respond";
import * as bookingRoute from "~/routes/api.v1.workspaces.$ws.booking.bookings.$id";
import { signIn } from "../../support/factories";
import { inOslo } from "../../support/orders";
import { callApi } from "../../support/requests";
import { allHandsMeeting, type User } from "../bookings/rsvp-studio";

const invitee = { kind: "invitee" } as const;

async function asked(given: Parameters<typeof allHandsMeeting>[0] = {}) {
  const start = new Date(inOslo(10)).toISOString();
  const meeting = await allHandsMeeting({ clock: Date.now(), input: { start }, ...given });
  const address = (token: string) => `/api/v1/booking/rsvp/${token}`;
  const read = (token: string, method = "GET") => callApi(reading, method, address(token), { params: { token } });
  const respond = (token: string, body?: unknown, method = "POST") =>
    callApi(responding, method, `${address(token)}/respond`, { params: { token }, body });
  const keyOf = async (who: User) => (await meeting.tokenOf(who))!;
  return { ...meeting, read, respond, keyOf };
}

describe("the RSVP of the API", () => {
  it("tells the meeting and its tally by a host's key alone, and nobody's address", async () => {
    const { read, keyOf, accept, ada, tomas, mei, booking } = await asked();
    await accept(mei);
    const { status, body, text, headers } = await read(await keyOf(tomas));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: "open",
      booking: {
        event_name: "Intro call",
        start_time: new Date(booking.start).toISOString().replace(".000Z", "Z"),
        duration_minutes: 30,
        status: "pending",
        organizer_name: "Ada Okafor",
        invitee_name: "Mei Tanaka",
      },
      attendee: { name: "Tomás Figueiredo", status: "pending" },
      rsvp_quorum: "all",
      tally: { accepted: 1, declined: 0, pending: 2, count: 3 },
    });
    for (const { email } of [ada, tomas, mei]) expect(text).not.toContain(email);
    expect(text).not.toContain(booking.inviteeEmail);
    expect(headers.get("Cache-Control")).toBe("no-store");
  });

  it("takes one answer; a second is 410 and tells the first", async () => {
    const { read, respond, keyOf, ada, tomas, mei, present } = await asked();
    const token = await keyOf(tomas);
    expect(await respond(token, { response: "accept", comment: "By train" })).toMatchObject({
      status: 200,
      body: { status: "confirmed", booking_status: "pending" },
    });
    expect(await respond(token, { response: "decline" })).toMatchObject({
      status: 410,
      body: { code: "answered", response: "accepted" },
    });
    expect((await read(token)).body).toMatchObject({ status: "answered", attendee: { status: "confirmed" } });
    await respond(await keyOf(ada), { response: "accept" });
    const last = await respond(await keyOf(mei), { response: "decline" });
    expect(last.body).toEqual({ status: "declined", booking_status: "cancelled" });
    expect((await present()).status).toBe("cancelled");
  });

  it("is open to the pages of other sites, as all that asks for no account", async () => {
    const { read, respond, keyOf, tomas } = await asked();
    const token = await keyOf(tomas);
    const preflights = [await read(token, "OPTIONS"), await respond(token, undefined, "OPTIONS")];
    const methods = preflights.map(({ headers }) => headers.get("Access-Control-Allow-Methods"));
    expect(methods).toEqual(["GET", "POST"]);
    for (const { headers } of [await read(token), await respond(token, { response: "accept" })])
      expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
  });

  it("takes one of two that come at once", async () => {
    const { respond, keyOf, mei } = await asked();
    const token = await keyOf(mei);
    const answers = await Promise.all(["accept", "decline"].map((response) => respond(token, { response })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it("is 404 for an unknown key, 410 for one that is replaced or closed, 400 for what it cannot read", async () => {
    const { read, respond, keyOf, ada, tomas, booking } = await asked();
    for (const token of ["x".repeat(43), "\u0000", "x".repeat(5000)]) {
      expect((await read(token)).status).toBe(404);
      expect((await respond(token, { response: "accept" })).status).toBe(404);
    }
    const token = await keyOf(tomas);
    for (const body of [{}, { response: "yes" }, { response: "accept", comment: 7 }, { response: "accept", more: 1 }])
      expect((await respond(token, body)).status).toBe(400);
    expect((await respond(token, undefined, "GET")).status).toBe(405);
    await reschedule({ booking, start: booking.start + 3_600_000, actor: invitee, now: Date.now() });
    expect(await read(token)).toMatchObject({ status: 410, body: { code: "replaced" } });
    expect(await respond(token, { response: "accept" })).toMatchObject({ status: 410, body: { code: "replaced" } });
    await cancel({ booking, reason: "", actor: invitee, now: Date.now() });
    const present = await keyOf(ada);
    expect(await read(present)).toMatchObject({ status: 410, body: { code: "closed" } });
    expect(await respond(present, { response: "accept" })).toMatchObject({ status: 410, body: { code: "closed" } });
  });
});

describe("a PATCH of the status of a meeting of all hands", () => {
  async function change({ workspace, booking }: Awaited<ReturnType<typeof asked>>, who: User, status: string) {
    const params = { ws: workspace.slug, id: booking.id };
    const { token } = await signIn(who);
    const address = `/api/v1/workspaces/${workspace.slug}/booking/bookings/${booking.id}`;
    return callApi(bookingRoute, "PATCH", address, { params, token, body: { status } });
  }

  it("to confirmed is the caller's own yes, which counts once", async () => {
    const meeting = await asked();
    const answer = await change(meeting, meeting.ada, "confirmed");
    expect([answer.status, answer.body.status]).toEqual([200, "pending"]);
    expect(await meeting.answers()).toEqual({ Ada: "confirmed", Tomás: "pending", Mei: "pending" });
    expect(await change(meeting, meeting.ada, "confirmed")).toMatchObject({ status: 409, body: { code: "answered" } });
  });

  it("to confirmed is refused to who has no place in it, with the reason", async () => {
    const meeting = await asked();
    const answer = await change(meeting, meeting.admin, "confirmed");
    expect(answer).toMatchObject({ status: 409, body: { code: "not_yours" } });
    expect(answer.body.detail).toContain("answers for themselves");
    expect((await meeting.present()).status).toBe("pending");
  });

  it("to cancelled calls it off for all, whatever the quorum", async () => {
    const meeting = await asked({ rsvpQuorum: "any" });
    const answer = await change(meeting, meeting.admin, "cancelled");
    expect([answer.status, answer.body.status]).toEqual([200, "cancelled"]);
    expect(await meeting.answers()).toEqual({ Ada: "pending", Tomás: "pending", Mei: "pending" });
  });
});
