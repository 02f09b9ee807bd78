import { describe, expect, it } from "vitest";
import { book } from "~/domain/bookings/book.server";
import { findBooking, listHistory } from "~/domain/bookings/bookings.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import * as detailsRoute from "~/routes/booking.bookings.$id._index";
import * as route from "~/routes/booking.bookings.$id.reassign";
import {
  addMember,
  createBooking,
  createEventType,
  createUser,
  createWorkspace,
  signIn,
} from "../../support/factories";
import { inOslo, wish } from "../../support/orders";
import { get, noticeOf, postForm } from "../../support/requests";

const ten = inOslo(10);

/** A booking of Ada's, a member; Tomás could take it; Ingrid owns the workspace. */
async function studio(given: Partial<Parameters<typeof createBooking>[1]> = {}) {
  const { workspace, owner: ingrid } = await createWorkspace({ owner: await createUser({ name: "Ingrid Halvorsen" }) });
  const ada = await addMember(workspace);
  const tomas = await addMember(workspace, { user: await createUser({ name: "Tomás Figueiredo" }) });
  const eventType = await createEventType(workspace, { owner: ada });
  const booking = await createBooking(eventType, { start: ten, ...given });
  const page = `/booking/bookings/${booking.id}/reassign`;
  const params = { id: booking.id };
  const as = async (user: { id: string }) => ({ params, cookie: (await signIn(user)).cookie });
  const open = async (user: { id: string }) => {
    const { body } = await get(route, page, await as(user));
    if (body.state !== "open") throw new Error(body.state);
    return body;
  };
  const give = async (user: { id: string }, fields: Record<string, string>) =>
    postForm(route, page, fields, await as(user));
  const now = async () => (await findBooking(workspace.id, booking.id))!;
  return { workspace, ingrid, ada, tomas, eventType, booking, page, params, as, open, give, now };
}

/** A meeting of all hands of two hosts, and somebody who could stand in. */
async function allHands() {
  const { workspace, ingrid, ada, tomas, ...rest } = await studio();
  const hosts = [ada, ingrid].map(({ id }, index) => ({ id, priority: 9 - index }));
  const team = { owner: ada, hosts, isTeamEvent: true, assignmentType: "all_hands" as const };
  const eventType = await createEventType(workspace, team);
  const input = wish({ start: new Date(inOslo(14)).toISOString() });
  const found = (await findEventType(workspace.id, eventType.id))!;
  const made = await book({ eventType: found, input, locale: "en", now: Date.now() });
  if (!made.ok) throw new Error(made.reason);
  return { ...rest, workspace, ingrid, ada, tomas, meeting: made.booking };
}

describe("the page that hands a booking over", () => {
  it("shows who could take it, and what keeps the others", async () => {
    const { workspace, ingrid, ada, tomas, open } = await studio();
    await createBooking(await createEventType(workspace, { owner: tomas }), { start: ten });
    const { successors, places } = await open(ada);
    expect(successors.map(({ userId, reasons }) => [userId, reasons])).toEqual([
      [ingrid.id, []],
      [tomas.id, ["claimed"]],
    ]);
    expect(places.map(({ userId }) => userId)).toEqual([ada.id]);
  });

  it("hands it over with a reason; a member who gave it away comes back to their list", async () => {
    const { workspace, ada, tomas, booking, give, now, as, page } = await studio();
    const answer = await give(ada, { to: tomas.id, reason: "On leave" });
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/booking/bookings"]);
    const text = "Handed over to Tomás Figueiredo. Everybody who is in it gets a mail.";
    expect(await noticeOf(answer)).toEqual({ kind: "ok", text });
    expect((await now()).hostId).toBe(tomas.id);
    const [move] = await listHistory(workspace.id, booking.id);
    expect(move).toMatchObject({ move: "reassigned", actorId: ada.id, reason: "On leave" });
    expect((await get(detailsRoute, page, await as(ada))).status).toBe(404);
    expect((await get(detailsRoute, page, await as(tomas))).status).toBe(200);
  });

  it("sent twice hands it over once, and the second answer says so", async () => {
    const { workspace, ada, tomas, booking, give } = await studio();
    await give(ada, { to: tomas.id });
    const again = await give(ada, { to: tomas.id });
    expect([again.status, again.headers.get("Location")]).toEqual([303, "/booking/bookings"]);
    expect((await noticeOf(again))!.text).toBe("You have handed that meeting over already.");
    expect(await listHistory(workspace.id, booking.id)).toHaveLength(1);
  });

  it("lets an admin hand over anybody's, and shows them the booking again", async () => {
    const { ingrid, tomas, booking, give, now } = await studio();
    const answer = await give(ingrid, { to: tomas.id });
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `/booking/bookings/${booking.id}`]);
    expect((await now()).hostId).toBe(tomas.id);
  });

  it("keeps the reason when whoever was chosen is not free any more", async () => {
    const { workspace, ada, tomas, give, now } = await studio();
    await createBooking(await createEventType(workspace, { owner: tomas }), { start: ten });
    const refused = await give(ada, { to: tomas.id, reason: "On leave" });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ outcome: "taken", code: "claimed", values: { reason: ["On leave"] } });
    expect((await now()).hostId).toBe(ada.id);
  });

  it("names what is missing or wrong, and no input breaks it", async () => {
    const { workspace, ada, tomas, give, now } = await studio();
    const path = async (fields: Record<string, string>) => {
      const { status, body } = await give(ada, fields);
      return [status, "errors" in body ? body.errors.map((error) => error.path) : body];
    };
    for (const to of ["", "nobody", "\u0000", "6f9619ff"]) expect(await path({ to })).toEqual([400, ["to"]]);
    expect(await path({})).toEqual([400, ["to"]]);
    expect(await path({ to: tomas.id, reason: "x".repeat(501) })).toEqual([400, ["reason"]]);
    expect(await path({ to: tomas.id, from: tomas.id })).toEqual([400, ["from"]]);
    const client = await addMember(workspace, { role: "client" });
    for (const to of [ada.id, client.id, crypto.randomUUID()]) {
      const refused = await give(ada, { to, reason: "On leave" });
      expect([refused.status, refused.body]).toMatchObject([409, { outcome: "not_a_successor" }]);
    }
    expect((await now()).hostId).toBe(ada.id);
  });

  it("takes an id in capital letters for what it is, and refuses whoever has the place already", async () => {
    const { ingrid, ada, tomas, give, now } = await studio();
    const oneself = await give(ingrid, { from: ada.id.toUpperCase(), to: ada.id.toUpperCase() });
    expect([oneself.status, oneself.body]).toMatchObject([409, { outcome: "not_a_successor" }]);
    const answer = await give(ingrid, { to: tomas.id.toUpperCase() });
    expect((await noticeOf(answer))!.text).toMatch(/^Handed over to Tomás Figueiredo\./);
    expect(await now()).toMatchObject({ hostId: tomas.id, sequence: 1 });
  });

  it("comes too late for what is cancelled or over", async () => {
    const { ada, tomas, page, as, give } = await studio({ status: "cancelled" });
    expect((await get(route, page, await as(ada))).body.state).toBe("fixed");
    expect((await give(ada, { to: tomas.id })).status).toBe(409);
    const over = await studio({ start: Date.now() - 86_400_000 });
    expect((await over.give(over.ada, { to: over.tomas.id })).status).toBe(409);
  });

  it("to two people at once gives it to one; the member who lost it is told so on their list", async () => {
    const { ingrid, ada, tomas, give, now } = await studio();
    const [admins, own] = await Promise.all([give(ingrid, { to: tomas.id }), give(ada, { to: ingrid.id })]);
    const { hostId } = await now();
    expect([tomas.id, ingrid.id]).toContain(hostId);
    if (hostId === tomas.id) {
      expect(own.headers.get("Location")).toBe("/booking/bookings");
      expect((await noticeOf(own))!.text).toMatch(/^Nothing was changed/);
    } else {
      expect([admins.status, admins.body]).toMatchObject([409, { outcome: "not_a_host" }]);
    }
  });
});

describe("handing over a place among all hands", () => {
  it("asks an admin whose it is, and a member only about their own", async () => {
    const { ingrid, ada, tomas, meeting, as } = await allHands();
    const page = `/booking/bookings/${meeting.id}/reassign`;
    const options = async (user: { id: string }) => ({ ...(await as(user)), params: { id: meeting.id } });
    const placesOf = async (user: { id: string }) => {
      const { body } = await get(route, page, await options(user));
      return body.state === "open" ? body.places.map(({ userId }) => userId).sort() : body.state;
    };
    expect(await placesOf(ingrid)).toEqual([ada.id, ingrid.id].sort());
    expect(await placesOf(ada)).toEqual([ada.id]);
    const unsaid = await postForm(route, page, { to: tomas.id }, await options(ingrid));
    expect([unsaid.status, unsaid.body]).toMatchObject([400, { errors: [{ path: "from" }] }]);
    const foreign = await postForm(route, page, { from: ingrid.id, to: tomas.id }, await options(ada));
    expect([foreign.status, foreign.body]).toMatchObject([400, { errors: [{ path: "from" }] }]);
    const given = await postForm(route, page, { from: ada.id, to: tomas.id }, await options(ingrid));
    expect(given.headers.get("Location")).toBe(`/booking/bookings/${meeting.id}`);
    const after = (await findBooking(meeting.workspaceId, meeting.id))!;
    expect(after.attendees.flatMap(({ kind, userId }) => (kind === "host" ? [userId] : [])).sort()).toEqual(
      [tomas.id, ingrid.id].sort(),
    );
  });
});
