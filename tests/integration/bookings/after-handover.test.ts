import { describe, expect, it } from "vitest";
import { reassign } from "~/domain/bookings/reassign.server";
import { reschedule } from "~/domain/bookings/reschedule.server";
import { isStillTrue } from "~/domain/notifications/notification";
import { createSchedule } from "../../support/factories";
import { booked, now } from "../../support/orders";
import { claimants, handover, officeOf, present } from "./handover-studio";

const invitee = { kind: "invitee" } as const;
const hour = 3_600_000;
const allDay = Object.fromEntries([1, 2, 3, 4, 5].map((weekday) => [weekday, [6 * 60, 23 * 60]]));

describe("a meeting that was handed over", () => {
  it("moves by the hours of the one who has it now, not by those that its event type names for its own host", async () => {
    const { workspace, ada, tomas } = await handover();
    const late = await createSchedule(workspace, ada, { name: "Long days", isDefault: false, weekly: allDay });
    const eventType = await officeOf(workspace, ada, { scheduleId: late.id });
    const booking = await booked(eventType, { start: "2026-11-24T10:00:00Z" });
    const evening = booking.start + 10 * hour;
    const actor = { kind: "user", userId: ada.id } as const;
    await reassign({ booking, from: ada.id, to: tomas.id, actor, now });
    const handed = await present(booking);
    expect(await claimants(handed)).toEqual([tomas.id]);
    const refused = await reschedule({ booking: handed, start: evening, actor: invitee, now });
    expect(refused).toMatchObject({ ok: false, code: "outside_hours" });
    expect(await reschedule({ booking: handed, start: booking.start + hour, actor: invitee, now })).toMatchObject({
      ok: true,
    });
  });

  it("keeps its reminders, which say when and not with whom", async () => {
    const { tomas, booking, give } = await handover();
    const about = { sequence: booking.sequence, start: booking.start };
    const reminder = { kind: "booking_reminder_invitee" as const, recipient: booking.inviteeEmail, payload: about };
    await give(tomas);
    const handed = await present(booking);
    expect(handed.sequence).toBe(booking.sequence + 1);
    expect(isStillTrue(reminder, handed, now)).toBe(true);
    const moved = { ...handed, start: handed.start + hour };
    expect(isStillTrue(reminder, moved, now), "another time has reminders of its own").toBe(false);
  });
});
