import { describe, expect, it } from "vitest";
import { book } from "~/domain/bookings/book.server";
import { findBookingByUid } from "~/domain/bookings/bookings.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import * as meeting from "~/routes/meeting.$uid._index";
import * as calendar from "~/routes/meeting.$uid.calendar[.]ics";
import * as cancelling from "~/routes/meeting.$uid.cancel";
import * as moving from "~/routes/meeting.$uid.reschedule";
import {
  addMember,
  createBooking,
  createEventType,
  createTeam,
  createUser,
  createWorkspace,
} from "../../support/factories";
import { wish } from "../../support/orders";
import { get, noticeOf, postForm } from "../../support/requests";
import { allHandsMeeting } from "../bookings/rsvp-studio";

const hour = 3_600_000;

async function booked(given: { start?: number; status?: "pending" | "confirmed" | "cancelled" | "completed" } = {}) {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner });
  const { uid } = await createBooking(eventType, { start: nextMonday(), ...given });
  const params = { uid };
  return {
    eventType,
    uid,
    params,
    read: () => findBookingByUid(uid).then((found) => found!),
    free: async () => {
      const { body } = await get(moving, `/meeting/${uid}/reschedule?timezone=Europe/Oslo`, { params });
      if (body.state !== "open") throw new Error(body.state);
      return body.choice!.slots;
    },
    move: (fields: Record<string, string>) => postForm(moving, `/meeting/${uid}/reschedule`, fields, { params }),
    cancel: (fields: Record<string, string>) => postForm(cancelling, `/meeting/${uid}/cancel`, fields, { params }),
  };
}

/** Ten in the morning in Oslo, at least a week from now. */
function nextMonday() {
  const now = new Date();
  const days = 14 - ((now.getUTCDay() + 6) % 7);
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days, 9);
}

const isoOf = (ms: number) => new Date(ms).toISOString();

describe("a meeting's page", () => {
  it("shows the booking in the invitee's own zone, to whoever has the address", async () => {
    const { params, uid } = await booked();
    const { status, body } = await get(meeting, `/meeting/${uid}`, { params, cookie: "tz=America%2FLima" });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: "found",
      visitor: { zone: "Asia/Tokyo" },
      meeting: { state: "confirmed", mayChange: true },
    });
  });

  it("says in the reader's language that too few of its hosts can come", async () => {
    const { decline, tomas, booking } = await allHandsMeeting({
      clock: Date.now(),
      input: { start: isoOf(nextMonday()) },
    });
    await decline(tomas);
    const params = { uid: booking.uid };
    const { body } = await get(meeting, `/meeting/${booking.uid}?lang=de`, { params });
    expect(body).toMatchObject({
      meeting: { state: "declined", reason: expect.stringContaining("Zu wenige") as string },
    });
  });

  it("shows each host's own zone, also of one who is no host of the event type", async () => {
    const { workspace, owner } = await createWorkspace();
    const lima = await addMember(workspace, { user: await createUser({ timezone: "America/Lima" }) });
    const team = await createTeam(workspace, [owner, lima]);
    const row = await createEventType(workspace, { owner, isTeamEvent: true, assignmentType: "all_hands" });
    const eventType = (await findEventType(workspace.id, row.id))!;
    const input = wish({ start: isoOf(nextMonday() + 5 * hour) });
    const result = await book({ eventType, wish: { team: team.slug }, input, locale: "en", now: Date.now() });
    if (!result.ok) throw new Error(result.reason);
    const { uid } = result.booking;
    const { body } = await get(meeting, `/meeting/${uid}`, { params: { uid } });
    if (body.state !== "found") throw new Error(body.state);
    expect(body.meeting.hosts.map(({ timezone }) => timezone).sort()).toEqual(["America/Lima", "Europe/Oslo"]);
  });

  it("keeps its address to itself", () => {
    const given = {
      loaderHeaders: new Headers(),
      actionHeaders: new Headers(),
      parentHeaders: new Headers(),
      errorHeaders: undefined,
    };
    for (const { headers } of [meeting, cancelling, moving]) {
      const sent = new Headers(headers(given));
      expect(sent.get("Referrer-Policy")).toBe("same-origin");
      expect(sent.get("Cache-Control")).toBe("private, no-store");
      expect(sent.get("X-Robots-Tag")).toContain("noindex");
    }
  });

  it.each([
    ["cancelled", "cancelled", {}],
    ["completed", "over", { start: Date.now() - 48 * hour }],
    ["confirmed", "over", { start: Date.now() - 48 * hour }],
    ["pending", "pending", {}],
  ] as const)("of a %s booking says that it is %s", async (status, state, given) => {
    const { uid, params } = await booked({ status, ...given });
    const { body } = await get(meeting, `/meeting/${uid}`, { params });
    expect(body).toMatchObject({ meeting: { state, mayChange: state === "pending" } });
  });

  it("is a 404 under any other address", async () => {
    for (const uid of ["x".repeat(24), "\u0000", "../../etc", "x".repeat(5000)]) {
      for (const route of [meeting, cancelling, moving, calendar]) {
        expect((await get(route, "/meeting/x", { params: { uid } })).status).toBe(404);
      }
      for (const route of [cancelling, moving]) {
        expect((await postForm(route, "/meeting/x", { start: "x" }, { params: { uid } })).status).toBe(404);
      }
    }
  });

  it("links only to what a browser may open", async () => {
    const { workspace, owner } = await createWorkspace();
    const eventType = await createEventType(workspace, { owner });
    for (const [locationValue, url] of [
      ["https://rooms.example/a", "https://rooms.example/a"],
      ["javascript:alert(1)", null],
      ["data:text/html,x", null],
    ] as const) {
      const start = nextMonday() + Math.random() * 1000 * hour;
      const { uid } = await createBooking(eventType, { start, locationType: "custom", locationValue });
      expect((await get(meeting, `/meeting/${uid}`, { params: { uid } })).body).toMatchObject({
        meeting: { place: { url } },
      });
    }
  });

  it("gives a calendar file to keep", async () => {
    const { uid, params } = await booked();
    const { headers, text } = await get(calendar, `/meeting/${uid}/calendar.ics`, { params });
    expect(headers.get("Content-Type")).toContain("text/calendar");
    expect(headers.get("Content-Disposition")).toMatch(/^attachment; filename="intro-[\w-]+\.ics"$/);
    expect(headers.get("Cache-Control")).toContain("no-store");
    expect(text.replaceAll("\r\n ", "")).toContain(`http://localhost:3000/meeting/${uid}`);
  });
});

describe("cancelling", () => {
  it("frees the time, keeps the reason and says so on the meeting's page", async () => {
    const { cancel, read, uid } = await booked();
    const done = await cancel({ reason: "A train is late" });
    expect([done.status, done.headers.get("Location")]).toEqual([303, `/meeting/${uid}`]);
    expect(await read()).toMatchObject({ status: "cancelled", cancellationReason: "A train is late" });
  });

  it("twice is as good as once, and what is over stays as it is", async () => {
    const { cancel, read } = await booked();
    expect((await noticeOf(await cancel({ reason: "First" })))!.kind).toBe("ok");
    const again = await cancel({ reason: "Second" });
    expect(again.status).toBe(303);
    const text = "The meeting was off already. Nothing has changed.";
    expect(await noticeOf(again)).toEqual({ kind: "info", text });
    expect((await read()).cancellationReason).toBe("First");
    const over = await booked({ start: Date.now() - 48 * hour });
    expect((await over.cancel({ reason: "" })).status).toBe(409);
  });

  it("never happens by opening a link, nor from another site", async () => {
    const { uid, params, read } = await booked();
    await get(cancelling, `/meeting/${uid}/cancel`, { params });
    const foreign = { params, headers: { "Sec-Fetch-Site": "cross-site" } };
    expect((await postForm(cancelling, `/meeting/${uid}/cancel`, {}, foreign)).status).toBe(403);
    expect((await read()).status).toBe("confirmed");
  });

  it("gives a reason that is too long back", async () => {
    const { cancel, read } = await booked();
    const reason = "x".repeat(501);
    expect(await cancel({ reason })).toMatchObject({
      status: 400,
      body: { problem: { values: { reason: [reason] } } },
    });
    expect((await read()).status).toBe("confirmed");
  });
});

describe("rescheduling", () => {
  it("opens on the day of the meeting and does not offer the time that it has", async () => {
    const { uid, params, read } = await booked();
    const { body } = await get(moving, `/meeting/${uid}/reschedule`, { params });
    if (body.state !== "open") throw new Error(body.state);
    expect(body.choice!.slots).toContain((await read()).start + hour / 2);
    expect(body.choice!.slots).not.toContain((await read()).start);
    expect(body.choice!.date).toBe(new Date((await read()).start).toISOString().slice(0, 10));
  });

  it("moves the booking under the same address", async () => {
    const { move, free, read, uid } = await booked();
    const start = (await free()).at(-1)!;
    const done = await move({ start: new Date(start).toISOString(), reason: "Better" });
    expect([done.status, done.headers.get("Location")]).toEqual([303, `/meeting/${uid}`]);
    expect(await read()).toMatchObject({ start, uid, sequence: 1 });
  });

  it("says that nothing has changed where it is at that time already", async () => {
    const { move, free, read } = await booked();
    const start = new Date((await free()).at(-1)!).toISOString();
    expect((await noticeOf(await move({ start })))!.kind).toBe("ok");
    const text = "The meeting was at that time already. Nothing has changed.";
    expect(await noticeOf(await move({ start }))).toEqual({ kind: "info", text });
    expect((await read()).sequence).toBe(1);
  });

  it("offers the nearest times and keeps the reason when the new time has just been taken", async () => {
    const { move, free, read, eventType } = await booked();
    const before = await read();
    const start = (await free()).at(-1)!;
    await createBooking(eventType, { start });
    const { status, body } = await move({ start: new Date(start).toISOString(), reason: "Better" });
    expect(status).toBe(409);
    expect(body).toMatchObject({ outcome: "taken", values: { reason: ["Better"] }, taken: { code: "claimed" } });
    expect((await read()).start).toBe(before.start);
  });

  it("confirms a free time that stands in the address, and tells why another cannot be had", async () => {
    const { uid, params, free } = await booked();
    const start = (await free()).at(-1)!;
    const chosen = await get(moving, `/meeting/${uid}/reschedule?time=${new Date(start).toISOString()}`, { params });
    expect(chosen.body).toMatchObject({ start, choice: null });
    const odd = await get(moving, `/meeting/${uid}/reschedule?time=1999-01-01T00:00:00Z`, { params });
    expect(odd).toMatchObject({ status: 200, body: { start: null, refused: { code: "outside_hours" } } });
  });

  it("refuses what it cannot read, and what is over", async () => {
    const { move } = await booked();
    expect((await move({ start: "soon" })).status).toBe(400);
    expect((await move({ start: "9999-12-31T23:59:59Z" })).status).toBe(400);
    expect((await move({})).status).toBe(400);
    const { params, uid, ...over } = await booked({ start: Date.now() - 48 * hour });
    expect((await over.move({ start: new Date(nextMonday()).toISOString() })).status).toBe(409);
    expect((await get(moving, `/meeting/${uid}/reschedule`, { params })).body).toMatchObject({ state: "fixed" });
  });
});
