import { describe, expect, it } from "vitest";
import { changeEventType } from "~/domain/event-types/save-event-type.server";
import { findSessionEventType } from "~/domain/event-types/event-types.server";
import { isoInstant } from "~/domain/time";
import { formatDate } from "~/domain/availability/calendar-days";
import * as booking from "~/routes/api.v1.booking._index";
import * as one from "~/routes/api.v1.booking.$id._index";
import * as status from "~/routes/api.v1.booking.$id.status";
import * as ofClient from "~/routes/api.v1.booking.client.$id";
import * as ofCoach from "~/routes/api.v1.booking.coach.$id._index";
import * as availability from "~/routes/api.v1.booking.coach.$id.availability";
import * as coaches from "~/routes/api.v1.coaches";
import { addMember, createBooking, createWorkspace, signIn } from "../../support/factories";
import { inOslo, wednesday } from "../../support/orders";
import { callApi } from "../../support/requests";
import { practice, sessionOf } from "../../support/sessions";

const url = "/api/v1/booking";

async function studio() {
  const who = await practice();
  const [coach, client] = await Promise.all([signIn(who.coach), signIn(who.client)]);
  return { ...who, tokens: { coach: coach.token, client: client.token } };
}

const at = (hour: number, minutes = 0) => isoInstant(inOslo(hour, minutes));

describe("the flow of a client and a coach", () => {
  it("goes from the list of coaches over a free slot to a session that is confirmed, and cancelled", async () => {
    const { coach, client, tokens } = await studio();
    const listed = await callApi<{ coaches: { user_id: string }[] }>(coaches, "GET", "/api/v1/coaches", {
      token: tokens.client,
    });
    expect(listed.body.coaches.map(({ user_id }) => user_id)).toEqual([coach.id]);
    const date = formatDate(wednesday);
    const free = await callApi<{ available_slots: { start: string; end: string; duration_minutes: number }[] }>(
      availability,
      "GET",
      `${url}/coach/${coach.id}/availability?start_date=${date}&end_date=${date}&duration_minutes=60`,
      { params: { id: coach.id } },
    );
    expect(free.body.available_slots[0]).toEqual({ start: at(9), end: at(10), duration_minutes: 60 });
    expect(free.body.available_slots.at(-1)?.start).toBe(at(16));
    const body = { coach_id: coach.id, session_datetime: at(9), duration_minutes: 60, notes: "Test booking" };
    const made = await callApi<Record<string, string>>(booking, "POST", url, { token: tokens.client, body });
    expect([made.status, made.headers.get("Location")]).toEqual([201, `${url}/${made.body.id}`]);
    expect(made.body).toEqual({
      id: made.body.id,
      client_id: client.id,
      coach_id: coach.id,
      session_datetime: at(9),
      duration_minutes: 60,
      status: "pending",
      payment_id: null,
      meeting_link: null,
      notes: "Test booking",
      created_at: made.body.created_at,
      updated_at: made.body.created_at,
    });
    const params = { id: made.body.id! };
    const confirmed = await callApi(status, "PATCH", `${url}/x/status`, {
      token: tokens.coach,
      params,
      body: { status: "confirmed" },
    });
    expect([confirmed.status, confirmed.body.status]).toEqual([200, "confirmed"]);
    expect((await callApi(one, "GET", url, { token: tokens.client, params })).body.status).toBe("confirmed");
    expect((await callApi(one, "DELETE", url, { token: tokens.client, params })).status).toBe(204);
    expect((await callApi(one, "DELETE", url, { token: tokens.client, params })).status).toBe(204);
    const after = await callApi(one, "GET", url, { token: tokens.coach, params });
    expect(after.body.status).toBe("cancelled");
  });
});

describe("booking a session", () => {
  const post = (token: string, body: unknown) => callApi(booking, "POST", url, { token, body });

  it("says which field is wrong", async () => {
    const { coach, tokens } = await studio();
    const good = { coach_id: coach.id, session_datetime: at(10), duration_minutes: 60 };
    for (const [path, value] of [
      ["coach_id", "me"],
      ["session_datetime", "tomorrow"],
      ["session_datetime", "2020-01-06T10:00:00Z"],
      ["duration_minutes", 14],
      ["duration_minutes", 481],
      ["duration_minutes", "60"],
      ["notes", 5],
    ] as const) {
      const answer = await post(tokens.client, { ...good, [path]: value });
      expect([answer.status, answer.body.errors]).toEqual([400, [expect.objectContaining({ path })]]);
    }
    expect((await post(tokens.client, { ...good, client_id: coach.id })).status).toBe(400);
  });

  it("is refused to hosts, with nobody of whom there is no coach, and where the coach is taken", async () => {
    const { workspace, coach, client, tokens } = await studio();
    const good = { coach_id: coach.id, session_datetime: at(10), duration_minutes: 60 };
    expect((await post(tokens.coach, good)).status).toBe(403);
    expect((await post(tokens.client, { ...good, coach_id: client.id })).status).toBe(404);
    await sessionOf({ workspace, coach, client }, { start: inOslo(10) });
    const taken = await post(tokens.client, { ...good, session_datetime: at(10, 45) });
    expect([taken.status, taken.body.code]).toEqual([409, "slot_unavailable"]);
    expect((taken.body.alternatives as unknown[])[0]).toEqual({ start: at(11), end: at(12) });
  });

  it("takes the coach's id in capitals, and is done once for one Idempotency-Key", async () => {
    const { coach, client, tokens } = await studio();
    const body = { coach_id: coach.id.toUpperCase(), session_datetime: at(10), duration_minutes: 60 };
    const headers = { "Idempotency-Key": crypto.randomUUID() };
    const call = () => callApi(booking, "POST", url, { token: tokens.client, body, headers });
    const [first, second] = await Promise.all([call(), call()]);
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
    const own = await callApi(ofClient, "GET", url, { token: tokens.client, params: { id: client.id } });
    expect(own.body.total).toBe(1);
  });
});

describe("a session", () => {
  it("is for its client, its coach and admins; for nobody else is it there", async () => {
    const { workspace, coach, client, tokens } = await studio();
    const session = await sessionOf({ workspace, coach, client });
    const others = await Promise.all(
      [
        { person: await addMember(workspace, { role: "admin" }), expected: 200 },
        { person: await addMember(workspace), expected: 404 },
        { person: await addMember(workspace, { role: "client" }), expected: 404 },
        { person: (await createWorkspace()).owner, expected: 404 },
      ].map(async ({ person, expected }) => ({ ...(await signIn(person)), expected })),
    );
    for (const { token, expected } of [
      ...others,
      { token: tokens.coach, expected: 200 },
      { token: tokens.client, expected: 200 },
    ]) {
      const read = await callApi(one, "GET", url, { token, params: { id: session.id } });
      expect(read.status).toBe(expected);
    }
    const hidden = others.filter(({ expected }) => expected === 404);
    for (const { token } of hidden) {
      const params = { id: session.id };
      expect((await callApi(one, "DELETE", url, { token, params })).status).toBe(404);
      expect((await callApi(status, "PATCH", url, { token, params, body: { status: "cancelled" } })).status).toBe(404);
    }
    expect((await callApi(one, "GET", url, { token: tokens.client, params: { id: "1" } })).status).toBe(404);
  });

  it("is no booking of somebody without an account", async () => {
    const { coach, client, workspace, tokens } = await studio();
    const { eventTypeId } = await sessionOf({ workspace, coach, client });
    const row = await import("~db/client").then(({ db }) =>
      db.query.bookingEventTypes.findFirst({ where: (table, { eq }) => eq(table.id, eventTypeId) }),
    );
    const { id } = await createBooking(row!, { start: inOslo(13) });
    expect((await callApi(one, "GET", url, { token: tokens.coach, params: { id } })).status).toBe(404);
  });

  it("may be cancelled by its client and nothing else, and by its coach within its life cycle", async () => {
    const { workspace, coach, client, tokens } = await studio();
    const session = await sessionOf({ workspace, coach, client });
    const become = (token: string, to: string) =>
      callApi(status, "PATCH", url, { token, params: { id: session.id }, body: { status: to } });
    expect((await become(tokens.client, "confirmed")).status).toBe(403);
    expect((await become(tokens.coach, "completed")).body).toMatchObject({ status: 409, code: "illegal_transition" });
    expect((await become(tokens.coach, "no_show")).status).toBe(400);
    expect((await become(tokens.coach, "confirmed")).status).toBe(200);
    expect((await become(tokens.coach, "pending")).status).toBe(409);
    expect((await become(tokens.client, "cancelled")).status).toBe(200);
    expect((await become(tokens.coach, "confirmed")).status).toBe(409);
  });

  it("is cancelled by its client as the coach allows it", async () => {
    const { workspace, coach, client, tokens } = await studio();
    const session = await sessionOf({ workspace, coach, client });
    const params = { id: session.id };
    await callApi(status, "PATCH", url, { token: tokens.coach, params, body: { status: "confirmed" } });
    const { id } = (await findSessionEventType(workspace.id, coach.id))!;
    const member = { userId: coach.id, role: "owner" as const };
    const rule = (patch: object) => changeEventType({ workspaceId: workspace.id, id, member, patch });
    const cancel = (reason?: string) =>
      callApi(status, "PATCH", url, { token: tokens.client, params, body: { status: "cancelled", reason } });
    await rule({ cancel_notice_hours: 8760 });
    expect((await cancel()).body).toMatchObject({ status: 409, code: "too_late" });
    await rule({ cancel_notice_hours: 0, invitee_may_cancel: false });
    expect((await cancel()).status).toBe(403);
    await rule({ invitee_may_cancel: true, requires_reason: true });
    expect((await cancel()).body.errors).toMatchObject([{ path: "reason" }]);
    expect((await cancel("I am ill.")).status).toBe(200);
  });
});

describe("the lists of sessions", () => {
  it("hold one's own, the latest first, by status and page", async () => {
    const { workspace, coach, client, tokens } = await studio();
    const other = await addMember(workspace, { role: "client" });
    for (const hour of [9, 11, 13]) await sessionOf({ workspace, coach, client }, { start: inOslo(hour) });
    const confirmed = await sessionOf({ workspace, coach, client: other }, { start: inOslo(10) });
    const body = { status: "confirmed" };
    await callApi(status, "PATCH", url, { token: tokens.coach, params: { id: confirmed.id }, body });
    type List = { items: { session_datetime: string }[]; total: number; limit: number; offset: number };
    const list = async (route: typeof ofClient, token: string, id: string, query = "") => {
      const answer = await callApi<List>(route, "GET", `${url}${query}`, { token, params: { id } });
      return { ...answer.body, items: answer.body.items?.map(({ session_datetime }) => session_datetime) };
    };
    expect(await list(ofClient, tokens.client, client.id, "?limit=2")).toEqual({
      items: [at(13), at(11)],
      total: 3,
      limit: 2,
      offset: 0,
    });
    expect(await list(ofCoach, tokens.coach, coach.id, "?status=confirmed")).toMatchObject({
      items: [at(10)],
      total: 1,
    });
    expect(await list(ofCoach, tokens.coach, coach.id, "?offset=3")).toMatchObject({ items: [at(9)], total: 4 });
    expect(await list(ofClient, tokens.coach, client.id)).toMatchObject({ total: 3 });
    expect(await list(ofCoach, tokens.client, coach.id)).toMatchObject({ status: 403 });
    expect(await list(ofCoach, tokens.coach, coach.id, "?status=paid")).toMatchObject({ status: 400 });
  });
});
