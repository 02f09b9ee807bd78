import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { notify } from "~/domain/notifications/notify.server";
import { db } from "~db/client";
import { notifications } from "~db/schema";
import { sendNotification } from "../../../jobs/send-notification";
import { addMember, createBooking, createEventType, createUser, createWorkspace } from "../../support/factories";
import { firstTurn } from "../../support/mails";

const now = Date.parse("2026-11-18T09:44:00Z");

test("a host who does not lead the meeting, and one who gave it away, read it in their own zone", async () => {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner });
  const booking = await createBooking(eventType, { start: Date.parse("2026-11-23T10:30:00Z") });
  const user = await createUser({ name: "Bo Lind", timezone: "America/Lima" });
  const { email, name } = await addMember(workspace, { user });
  const handed = { hostBefore: name, hostAfter: owner.name, successor: owner.email };
  for (const [kind, payload] of [
    ["booking_confirmed_host", {}],
    ["booking_unassigned_host", handed],
  ] as const) {
    const about = {
      workspaceId: workspace.id,
      bookingId: booking.id,
      recipient: email.toUpperCase(),
      recipientName: name,
    };
    await db.transaction((tx) =>
      notify(tx, [{ ...about, kind, payload: { sequence: 0, ...payload }, dedupeKey: kind }]),
    );
    const ofKind = eq(notifications.dedupeKey, kind);
    const [queued] = await db.select().from(notifications).where(ofKind);
    await sendNotification(firstTurn(queued!.id), now);
    const [kept] = await db.select().from(notifications).where(ofKind);
    expect(kept).toMatchObject({ state: "kept", replyTo: expect.anything() });
    expect(kept!.text).toContain(
      "Monday 23 November, 05:30 – 06:00\nLima time, UTC−5. For Mei Tanaka in Tokyo it is 19:30.",
    );
  }
});
