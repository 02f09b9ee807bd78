import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingEventTypes, notifications } from "~db/schema";
import { book } from "~/domain/bookings/book.server";
import { changeCoaching } from "~/domain/coaches/coaching.server";
import { findCoach } from "~/domain/coaches/coaches.server";
import { ensureSessionEventType, sessionEventTypeOf } from "~/domain/coaches/session-event-type.server";
import { createEventType } from "~/domain/event-types/save-event-type.server";
import { EventTypeInput } from "~/domain/event-types/event-type-input";
import { addMember, createBooking } from "../../support/factories";
import { inOslo, wish } from "../../support/orders";
import { askForSession, practice, sessionOf } from "../../support/sessions";

const ofSessions = (workspaceId: string) =>
  db.query.bookingEventTypes.findMany({
    where: (table, { and, eq }) => and(eq(table.workspaceId, workspaceId), eq(table.isSession, true)),
  });

describe("booking a session", () => {
  it("asks the coach, in the client's name and zone, and tells them both", async () => {
    const { workspace, coach, client } = await practice();
    const session = await sessionOf({ workspace, coach, client }, { notes: "About the move." });
    expect(session).toMatchObject({
      status: "pending",
      clientId: client.id,
      hostId: coach.id,
      inviteeName: "Mei Tanaka",
      inviteeEmail: client.email,
      timezone: "Asia/Tokyo",
      notes: "About the move.",
      end: session.start + 3_600_000,
    });
    const invitee = session.attendees.find(({ kind }) => kind === "invitee");
    expect(invitee).toMatchObject({ userId: client.id, email: client.email });
    const mails = await db.select().from(notifications).where(eq(notifications.bookingId, session.id));
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual([client.email, coach.email].sort());
  });

  it.each([15, 25, 480])("takes %i minutes, whatever the usual length is", async (durationMinutes) => {
    const who = await practice();
    const session = await sessionOf(who, { start: inOslo(9), durationMinutes });
    expect((session.end - session.start) / 60_000).toBe(durationMinutes);
  });

  it.each([14, 481, 30.5])("is refused for %d minutes", async (durationMinutes) => {
    const result = await askForSession(await practice(), { start: inOslo(9), durationMinutes });
    expect(result).toMatchObject({ ok: false, reason: "duration_not_offered" });
  });

  it("is refused in the past, outside the coach's hours, and where the coach is taken", async () => {
    const who = await practice();
    expect(await askForSession(who, { start: Date.now() - 60_000 })).toEqual({ ok: false, reason: "past" });
    const early = await askForSession(who, { start: inOslo(7) });
    expect(early).toMatchObject({ reason: "slot_unavailable", code: "outside_hours" });
    await sessionOf(who, { start: inOslo(10) });
    const taken = await askForSession(who, { start: inOslo(10, 30) });
    expect(taken).toMatchObject({ reason: "slot_unavailable", code: "claimed" });
    expect("alternatives" in taken && taken.alternatives[0]?.start).toBe(inOslo(11));
  });

  it("goes to one of two clients who ask for the same time at once, and makes one event type", async () => {
    const { workspace, coach, client } = await practice();
    const clients = [
      client,
      await addMember(workspace, { role: "client" }),
      await addMember(workspace, { role: "client" }),
    ];
    const results = await Promise.all(clients.map((each) => askForSession({ workspace, coach, client: each })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await ofSessions(workspace.id)).toHaveLength(1);
  });

  it("meets the coach's other bookings: a session takes their time like any meeting", async () => {
    const who = await practice();
    const member = { userId: who.coach.id, role: "owner" as const };
    const input = EventTypeInput.parse({ name: "Intro", duration_minutes: 60 });
    const made = await createEventType({ workspaceId: who.workspace.id, member, input });
    if (!made.ok) throw new Error(made.reason);
    const row = (await db.query.bookingEventTypes.findFirst({ where: eq(bookingEventTypes.id, made.eventType.id) }))!;
    await createBooking(row, { start: inOslo(10) });
    expect(await askForSession(who)).toMatchObject({ reason: "slot_unavailable", code: "claimed" });
  });

  it("is refused with whoever takes none: a client, a stranger, a host who says so", async () => {
    const { workspace, coach, client } = await practice();
    const other = await practice();
    for (const nobody of [client, other.coach]) {
      expect(await askForSession({ workspace, coach: nobody, client })).toEqual({ ok: false, reason: "no_coach" });
    }
    await sessionOf({ workspace, coach, client });
    const input = { takes_sessions: false, about: "" };
    await changeCoaching({ workspaceId: workspace.id, userId: coach.id, input, now: Date.now() });
    expect(await askForSession({ workspace, coach, client }, { start: inOslo(13) })).toEqual({
      ok: false,
      reason: "no_coach",
    });
    const again = { takes_sessions: true, about: "" };
    await changeCoaching({ workspaceId: workspace.id, userId: coach.id, input: again, now: Date.now() });
    expect(await askForSession({ workspace, coach, client }, { start: inOslo(13) })).toMatchObject({ ok: true });
  });

  it("is refused when the coach stops taking them in the very moment", async () => {
    const { workspace, coach, client } = await practice();
    const actor = { kind: "user", userId: client.id } as const;
    const eventType = (await ensureSessionEventType({ workspaceId: workspace.id, coachId: coach.id, actor }))!;
    const off = { takes_sessions: false, about: "" };
    await changeCoaching({ workspaceId: workspace.id, userId: coach.id, input: off, now: Date.now() });
    const input = wish({ start: new Date(inOslo(10)).toISOString() });
    const late = await book({ eventType, input, locale: "en", clientId: client.id, now: Date.now() });
    expect(late).toEqual({ ok: false, reason: "not_bookable" });
  });

  it("twice by one form makes one session", async () => {
    const who = await practice();
    const key = crypto.randomUUID();
    const both = await Promise.all([
      askForSession(who, { submissionKey: key }),
      askForSession(who, { submissionKey: key }),
    ]);
    const ids = both.map((each) => (each.ok ? each.booking.id : each.reason));
    expect(ids[0]).toBe(ids[1]);
  });
});

describe("the rules of a coach's sessions", () => {
  it("are there to read before anybody has booked, and nothing is written for it", async () => {
    const { workspace, coach } = await practice();
    const rules = await sessionEventTypeOf((await findCoach(workspace.id, coach.id))!);
    expect(rules).toMatchObject({
      isSession: true,
      durationMinutes: 60,
      requiresConfirmation: true,
      ownerId: coach.id,
    });
    expect(await ofSessions(workspace.id)).toEqual([]);
  });
});
