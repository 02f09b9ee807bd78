import { describe, expect, it } from "vitest";
import { addMember, createBooking, createUser, signIn } from "../../support/factories";
import { inOslo } from "../../support/orders";
import { at, program, studio } from "./v2-studio";

const jane = { name: "Jane Doe", email: "jane@example.com", timezone: "America/New_York" };
const anybody = program();

describe("MyPortal's bookings", () => {
  it("are made without an account, and answered in an envelope with integer ids", async () => {
    const { id, workspace } = await studio();
    const attendee = { ...jane, notes: "Looking forward to the meeting" };
    const made = await anybody("POST", "/v2/bookings", { body: { event_type_id: id, start: at(10), attendee } });
    expect(made.status).toBe(201);
    expect(made.body.status).toBe("success");
    expect(made.headers.get("Location")).toBe(`/v2/bookings/${made.body.data.uid}`);
    expect(made.body.data).toMatchObject({
      id: expect.any(Number),
      event_type_id: id,
      start: at(10),
      end: at(10, 30),
      status: "confirmed",
      attendee,
    });
    expect(JSON.stringify(made.body)).not.toContain(workspace.id);
    const read = await anybody("GET", `/v2/bookings/${made.body.data.uid}`);
    expect(read.body.data).toEqual(made.body.data);
  });

  it("are moved and cancelled by whoever has their uid, which stays the same", async () => {
    const { id } = await studio();
    const made = await anybody("POST", "/v2/bookings", { body: { event_type_id: id, start: at(10), attendee: jane } });
    const url = `/v2/bookings/${made.body.data.uid}`;
    const moved = await anybody("PATCH", url, { body: { start: at(11) } });
    expect([moved.status, moved.body.data.start, moved.body.data.uid]).toEqual([200, at(11), made.body.data.uid]);
    const cancelled = await anybody("DELETE", `${url}?reason=Ill`);
    expect([cancelled.status, cancelled.text]).toEqual([204, ""]);
    const read = await anybody("GET", url);
    expect(read.body.data).toMatchObject({ status: "cancelled", cancellation_reason: "Ill" });
    expect((await anybody("PATCH", url, { body: { start: at(12) } })).body.error.code).toBe("illegal_transition");
  });

  it("are a 409 with other times where the time is taken", async () => {
    const { id } = await studio();
    const body = { event_type_id: id, start: at(10), attendee: jane };
    await anybody("POST", "/v2/bookings", { body });
    const second = await anybody("POST", "/v2/bookings", { body });
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({ status: "error", error: { code: "slot_unavailable" } });
    expect(second.body.error.details.alternatives).toHaveLength(4);
    expect(second.headers.get("Content-Type")).toMatch(/^application\/json/);
  });

  it("name what is wrong with a body in the caller's own words, unknown fields too", async () => {
    const { id } = await studio();
    const attendee = { name: "Jane", email: "jane", timezone: "Mars" };
    const body = { event_type_id: id, start: "soon", attendee, colour: "red" };
    const refused = await anybody("POST", "/v2/bookings", { body });
    expect([refused.status, refused.body.error.code]).toEqual([400, "invalid_request"]);
    const errors = refused.body.error.details.errors as { path: string }[];
    const paths = errors.map(({ path }) => path);
    expect(paths.sort()).toEqual(["attendee.email", "attendee.timezone", "colour", "start"]);
  });

  it("cannot be made of what is switched off, reached by a link alone, or not there", async () => {
    const { id: off } = await studio({ isActive: false });
    const { id: linked } = await studio({ isLinkOnly: true });
    for (const event_type_id of [off, linked, 999_999_999]) {
      const refused = await anybody("POST", "/v2/bookings", { body: { event_type_id, start: at(10), attendee: jane } });
      expect([refused.status, refused.body.error.code]).toEqual([404, "not_found"]);
    }
  });

  it("are made once for one Idempotency-Key", async () => {
    const { id } = await studio();
    const send = (start: string) =>
      anybody("POST", "/v2/bookings", {
        body: { event_type_id: id, start, attendee: jane },
        headers: { "Idempotency-Key": `key-${id}` },
      });
    const [first, again, other] = [await send(at(10)), await send(at(10)), await send(at(11))];
    expect(again.body).toEqual(first.body);
    expect([other.status, other.body.error.code]).toEqual([422, "idempotency_key_reused"]);
  });

  it("are listed to the host whose they are, and to nobody else", async () => {
    const { workspace, eventType, token } = await studio();
    await createBooking(eventType, { start: inOslo(10) });
    await createBooking(eventType, { start: inOslo(11), status: "pending" });
    const colleague = await signIn(await addMember(workspace));
    const mine = await program({ token })("GET", "/v2/bookings?limit=1");
    expect(mine.body.data).toHaveLength(1);
    expect(mine.body.pagination).toEqual({ total: 2, limit: 1, offset: 0 });
    const waiting = await program({ token })("GET", "/v2/bookings?status=pending");
    expect(waiting.body.data).toMatchObject([{ status: "pending", start: at(11) }]);
    expect((await program({ token: colleague.token })("GET", "/v2/bookings")).body.data).toEqual([]);
    expect((await anybody("GET", "/v2/bookings")).body.error.code).toBe("unauthorized");
    const homeless = await signIn(await createUser());
    const nowhere = await program({ token: homeless.token })("GET", "/v2/bookings");
    expect([nowhere.status, nowhere.body.error.code]).toEqual([409, "conflict"]);
  });

  it("obey what the event type lets invitees do, and let its host do more", async () => {
    const { eventType, token } = await studio({ inviteeMayReschedule: false, requiresReason: true });
    const { uid } = await createBooking(eventType, { start: inOslo(10) });
    const url = `/v2/bookings/${uid}`;
    const stranger = await anybody("PATCH", url, { body: { start: at(12) } });
    expect([stranger.status, stranger.body.error.code]).toEqual([403, "not_allowed"]);
    expect((await anybody("DELETE", url)).status).toBe(400);
    const elsewhere = program({ token: (await studio()).token });
    expect((await elsewhere("PATCH", url, { body: { start: at(12) } })).status).toBe(403);
    const host = program({ token });
    expect((await host("PATCH", url, { body: { start: at(12) } })).body.data.start).toBe(at(12));
    expect((await host("DELETE", url)).status).toBe(204);
  });
});
