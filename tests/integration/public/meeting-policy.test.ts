import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingEventTypes } from "~db/schema";
import { findBookingByUid } from "~/domain/bookings/bookings.server";
import * as meeting from "~/routes/meeting.$uid._index";
import * as cancelling from "~/routes/meeting.$uid.cancel";
import * as moving from "~/routes/meeting.$uid.reschedule";
import { createBooking, createEventType, createWorkspace } from "../../support/factories";
import { inOslo, wednesday } from "../../support/orders";
import { get, postForm } from "../../support/requests";

const start = inOslo(10);
const later = new Date(inOslo(13)).toISOString();
const hour = 3_600_000;
/** More than the two to three weeks until the meeting, so that it is too late already. */
const farAhead = 24 * 60;

type Given = { status?: "pending" | "confirmed"; start?: number };

async function booked(policy: Partial<typeof bookingEventTypes.$inferInsert>, given: Given = {}) {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner, ...policy });
  const { uid } = await createBooking(eventType, { start, ...given });
  const params = { uid };
  return {
    eventType,
    show: async () => {
      const { body } = await get(meeting, `/meeting/${uid}`, { params });
      if (body.state !== "found") throw new Error(body.state);
      return body.meeting;
    },
    openMove: (query = "") => get(moving, `/meeting/${uid}/reschedule${query}`, { params }),
    move: (fields: Record<string, string>) => postForm(moving, `/meeting/${uid}/reschedule`, fields, { params }),
    cancel: (fields: Record<string, string>) => postForm(cancelling, `/meeting/${uid}/cancel`, fields, { params }),
    read: async () => (await findBookingByUid(uid))!,
  };
}

describe("a meeting's page", () => {
  it("knows until when it can be changed", async () => {
    const { show } = await booked({ cancelNoticeHours: 24, inviteeMayReschedule: false });
    expect(await show()).toMatchObject({
      mayChange: true,
      cancelling: { refusal: null, deadline: start - 24 * hour },
      rescheduling: { refusal: "not_allowed", deadline: null },
    });
  });

  it("knows that it is too late, and when it was not yet", async () => {
    const { show } = await booked({ rescheduleNoticeHours: farAhead });
    const deadline = start - farAhead * hour;
    expect(await show()).toMatchObject({ rescheduling: { refusal: "too_late", deadline } });
  });

  it("lets a request go as freely as ever", async () => {
    const { show, cancel } = await booked(
      { inviteeMayCancel: false, inviteeMayReschedule: false },
      { status: "pending" },
    );
    const free = { refusal: null, deadline: null };
    expect(await show()).toMatchObject({ cancelling: free, rescheduling: free });
    expect((await cancel({ reason: "" })).status).toBe(303);
  });

  it("does not tell what else the event type decides", async () => {
    const { show } = await booked({});
    expect(Object.keys((await show()).event)).toEqual(["name", "slug"]);
  });
});

describe("a policy that refuses", () => {
  it("cancels nothing, with status 409", async () => {
    for (const policy of [{ inviteeMayCancel: false }, { cancelNoticeHours: farAhead }]) {
      const { cancel, read } = await booked(policy);
      expect((await cancel({ reason: "ill" })).status).toBe(409);
      expect((await read()).status).toBe("confirmed");
    }
  });

  it("moves nothing, and shows no times, however old the link", async () => {
    for (const policy of [{ inviteeMayReschedule: false }, { rescheduleNoticeHours: farAhead }]) {
      const { openMove, move, read } = await booked(policy);
      for (const query of ["", `?time=${later}`, "?date=2020-01-01"]) {
        expect(await openMove(query), query).toMatchObject({ status: 200, body: { state: "refused" } });
      }
      expect((await move({ start: later, reason: "train" })).status).toBe(409);
      expect((await read()).start).toBe(start);
    }
  });

  it("holds also for a page that was opened before it did", async () => {
    const { eventType, openMove, move } = await booked({});
    expect((await openMove(`?time=${later}`)).body).toMatchObject({ state: "open" });
    await db
      .update(bookingEventTypes)
      .set({ inviteeMayReschedule: false })
      .where(eq(bookingEventTypes.id, eventType.id));
    expect((await move({ start: later, reason: "" })).status).toBe(409);
  });
});

describe("a reason that is required", () => {
  it("is asked for at its field when cancelling", async () => {
    const { cancel, read } = await booked({ requiresReason: true });
    const refused = await cancel({ reason: "  " });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ problem: { values: { reason: ["  "] }, errors: [{ path: "reason" }] } });
    expect((await read()).status).toBe("confirmed");
    expect((await cancel({ reason: "ill" })).status).toBe(303);
  });

  it("is asked for at its field when moving, with the new time kept", async () => {
    const { move, read } = await booked({ requiresReason: true });
    const refused = await move({ start: later, reason: "" });
    expect(refused.status).toBe(400);
    const outcome = { outcome: "invalid", values: { start: [later] }, errors: [{ path: "reason" }] };
    expect(refused.body).toMatchObject(outcome);
    expect((await move({ start: later, reason: "train" })).status).toBe(303);
    expect((await read()).start).toBe(Date.parse(later));
  });
});

describe("the present time", () => {
  it("in the address is no new time: the page says so and shows its day", async () => {
    const { openMove } = await booked({});
    const present = new Date(start).toISOString();
    const { body } = await openMove(`?time=${present}&timezone=Europe/Oslo`);
    expect(body).toMatchObject({ state: "open", start: null, hint: "present", choice: { date: present.slice(0, 10) } });
  });

  it("does not count as free: a day that has nothing else names the next that has", async () => {
    const allDay = inOslo(9);
    const { openMove } = await booked({ durationMinutes: 480 }, { start: allDay });
    const { body } = await openMove("?timezone=Europe/Oslo");
    if (body.state !== "open") throw new Error(body.state);
    expect(body.choice!.slots).not.toContain(allDay);
    expect(body.choice!.nextFree).toBe(inOslo(9, 0, wednesday + 1));
  });
});
