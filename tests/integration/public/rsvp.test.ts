import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookings } from "~db/schema";
import { cancel } from "~/domain/bookings/cancel.server";
import { reassign } from "~/domain/bookings/reassign.server";
import { reschedule } from "~/domain/bookings/reschedule.server";
import * as meetingPage from "~/routes/meeting.$uid._index";
import * as route from "~/routes/rsvp.$token";
import { inOslo } from "../../support/orders";
import { get, postForm } from "../../support/requests";
import { actorOf, allHandsMeeting, type User } from "../bookings/rsvp-studio";

const hour = 3_600_000;

/** The page as the hosts of a meeting open it from their mails. */
async function asked(given: Parameters<typeof allHandsMeeting>[0] = {}) {
  const start = new Date(inOslo(10)).toISOString();
  const meeting = await allHandsMeeting({ clock: Date.now(), ...given, input: { start, ...given.input } });
  const open = async (token: string, cookie?: string) => get(route, `/rsvp/${token}`, { params: { token }, cookie });
  const send = async (token: string, fields: Record<string, string>, headers = {}) =>
    postForm(route, `/rsvp/${token}`, fields, { params: { token }, headers });
  const keyOf = async (who: User) => (await meeting.tokenOf(who))!;
  return { ...meeting, open, send, keyOf };
}

describe("the page of a host who is asked", () => {
  it("shows the meeting in their own zone with who has said what, and no address but the organizer's", async () => {
    const { open, keyOf, accept, tomas, ada, mei, booking } = await asked({ input: { notes: "By the lagoon" } });
    await accept(mei, "By train");
    const { status, body, text } = await open(await keyOf(tomas), "tz=America%2FLima");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: "asked",
      said: null,
      visitor: { zone: "Europe/Oslo" },
      event: "Intro call",
      organiser: { name: "Ada Okafor", email: ada.email },
      meeting: { start: booking.start, status: "pending", quorum: "all", notes: "By the lagoon" },
    });
    if (body.state !== "asked") throw new Error(body.state);
    expect(body.meeting.places.map((place) => [place.name, place.status, place.comment, place.isReader])).toEqual([
      ["Ada Okafor", "pending", "", false],
      ["Mei Lin", "confirmed", "By train", false],
      ["Tomás Figueiredo", "pending", "", true],
    ]);
    for (const address of [tomas.email, mei.email, booking.inviteeEmail]) expect(text).not.toContain(address);
  });

  it("answers nothing by being opened, however often", async () => {
    const { keyOf, ada, answers } = await asked();
    const token = await keyOf(ada);
    for (const query of ["", "?response=accept", "?response=decline"])
      await get(route, `/rsvp/${token}${query}`, { params: { token } });
    expect(Object.values(await answers())).toEqual(["pending", "pending", "pending"]);
  });

  it("takes the answer by a form, and shows it from then on", async () => {
    const { open, send, keyOf, tomas, answers } = await asked();
    const token = await keyOf(tomas);
    const done = await send(token, { response: "accept", comment: " With maps \r\n" });
    expect([done.status, done.headers.get("Location")]).toEqual([303, `/rsvp/${token}`]);
    expect((await answers()).Tomás).toBe("confirmed");
    const { status, body } = await open(token);
    expect([status, body]).toMatchObject([200, { said: { answer: "accepted", comment: "With maps" } }]);
    const second = await send(token, { response: "decline" });
    expect(second.status).toBe(410);
    expect((await answers()).Tomás).toBe("confirmed");
    expect((await open(token)).body).toMatchObject({ said: { answer: "accepted" } });
  });

  it("names what is wrong with an answer, keeps what was typed and takes no foreign form", async () => {
    const { send, keyOf, tomas, answers } = await asked();
    const token = await keyOf(tomas);
    const comment = "x".repeat(501);
    const long = await send(token, { response: "accept", comment });
    expect(long).toMatchObject({ status: 400, body: { problem: { values: { comment: [comment] } } } });
    expect((await send(token, { response: "perhaps" })).status).toBe(400);
    expect((await send(token, {})).status).toBe(400);
    const foreign = await send(token, { response: "accept" }, { "Sec-Fetch-Site": "cross-site" });
    expect(foreign.status).toBe(403);
    expect((await answers()).Tomás).toBe("pending");
  });

  it("after a move says that a newer mail asks", async () => {
    const { open, send, keyOf, tomas, booking } = await asked();
    const token = await keyOf(tomas);
    const actor = { kind: "invitee" } as const;
    await reschedule({ booking, start: booking.start + hour, actor, now: Date.now() });
    expect(await open(token)).toMatchObject({ status: 410, body: { state: "replaced", isHanded: false } });
    expect((await send(token, { response: "accept" })).status).toBe(410);
    expect(await open(await keyOf(tomas))).toMatchObject({ status: 200, body: { state: "asked", said: null } });
  });

  it("tells who gave their place away that it is somebody else's, and nothing about them", async () => {
    const { open, keyOf, tomas, kim, ada, booking } = await asked();
    const token = await keyOf(tomas);
    await reassign({ booking, from: tomas.id, to: kim.id, actor: actorOf(ada), now: Date.now() });
    const { status, body, text } = await open(token);
    expect([status, body]).toMatchObject([410, { state: "replaced", isHanded: true }]);
    expect(text).not.toContain("Kim");
    expect(await open(await keyOf(kim))).toMatchObject({ status: 200, body: { state: "asked" } });
  });

  it("says who called the meeting off, or what did", async () => {
    const one = await asked();
    await cancel({ booking: one.booking, reason: "", actor: { kind: "invitee" }, now: Date.now() });
    expect(await one.open(await one.keyOf(one.ada))).toMatchObject({
      status: 410,
      body: { state: "closed", end: { kind: "cancelled", name: "Mei Tanaka" } },
    });
    const two = await asked();
    await cancel({ booking: two.booking, reason: "", actor: actorOf(two.ada), now: Date.now() });
    expect((await two.open(await two.keyOf(two.mei))).body).toMatchObject({ end: { name: "Ada Okafor" } });
    const three = await asked();
    await three.decline(three.mei);
    expect((await three.open(await three.keyOf(three.tomas))).body).toMatchObject({ end: { kind: "too_few" } });
    expect(await three.open(await three.keyOf(three.mei))).toMatchObject({
      status: 200,
      body: { said: { answer: "declined" }, meeting: { status: "cancelled" } },
    });
  });

  it("is closed once the meeting has begun", async () => {
    const { open, keyOf, ada, booking } = await asked();
    const [startTime, endTime] = [new Date(Date.now() - hour), new Date(Date.now() + hour)];
    await db.update(bookings).set({ startTime, endTime }).where(eq(bookings.id, booking.id));
    expect((await open(await keyOf(ada))).body).toMatchObject({ state: "closed", end: { kind: "begun" } });
  });

  it("is a 404 under any other address", async () => {
    const { open, send } = await asked();
    for (const token of ["x".repeat(43), "\u0000", "../../etc", "x".repeat(5000)]) {
      expect((await open(token)).status).toBe(404);
      for (const response of ["accept", "perhaps"]) expect((await send(token, { response })).status).toBe(404);
    }
  });

  it("keeps its address to itself", () => {
    const none = new Headers();
    const given = { loaderHeaders: none, actionHeaders: none, parentHeaders: none, errorHeaders: undefined };
    const sent = new Headers(route.headers(given));
    expect(sent.get("Referrer-Policy")).toBe("same-origin");
    expect(sent.get("Cache-Control")).toBe("private, no-store");
    expect(sent.get("X-Robots-Tag")).toContain("noindex");
  });
});

describe("the invitee's page of such a meeting", () => {
  it("names no host who said no, once the meeting stands", async () => {
    const { accept, decline, ada, tomas, mei, booking } = await asked({ rsvpQuorum: "majority" });
    const hosts = async () => {
      const { body } = await get(meetingPage, `/meeting/${booking.uid}`, { params: { uid: booking.uid } });
      if (body.state !== "found") throw new Error(body.state);
      return body.meeting.hosts.map(({ name }) => name);
    };
    await decline(tomas);
    expect(await hosts()).toHaveLength(3);
    await accept(ada);
    await accept(mei);
    expect(await hosts()).toEqual(["Ada Okafor", "Mei Lin"]);
  });
});
