import { describe, expect, it } from "vitest";
import { book } from "~/domain/bookings/book.server";
import { reschedule } from "~/domain/bookings/reschedule.server";
import type { EventType } from "~/domain/event-types/event-type";
import { findEventType } from "~/domain/event-types/event-types.server";
import { addMember, createEventType, createWorkspace } from "../../support/factories";
import { booked, now, office, wish } from "../../support/orders";

describe("limits", () => {
  const halfHours = (from: string, count: number) =>
    Array.from({ length: count }, (_, i) => new Date(Date.parse(from) + i * 30 * 60_000).toISOString());

  async function rush(eventType: EventType, starts: string[]) {
    const results = await Promise.all(
      starts.map((start) => book({ eventType, input: wish({ start }), locale: "en", now })),
    );
    const codes = results.flatMap((result) => (!result.ok && "code" in result ? [result.code] : []));
    return { taken: results.filter((result) => result.ok).length, codes };
  }

  it("for a day hold when thirty bookings come at once", async () => {
    const { eventType } = await office({ maxPerDay: 3 });
    const starts = halfHours("2026-11-23T08:00:00Z", 16);
    const { taken, codes } = await rush(eventType, [...starts, ...starts.slice(0, 14)]);
    expect(taken).toBe(3);
    expect(codes).toContain("daily_limit");
  });

  it("for a week hold when thirty bookings of its days come at once", async () => {
    const { eventType } = await office({ maxPerWeek: 3 });
    const days = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"];
    const { taken, codes } = await rush(
      eventType,
      days.flatMap((date) => halfHours(`${date}T08:00:00Z`, 6)),
    );
    expect(taken).toBe(3);
    expect(codes).toHaveLength(27);
    expect(codes).toContain("weekly_limit");
    const nextWeek = await rush(eventType, halfHours("2026-11-30T08:00:00Z", 5));
    expect(nextWeek.taken).toBe(3);
  });

  it("are each host's own in a team", async () => {
    const { workspace, owner } = await createWorkspace();
    const hosts = [{ id: owner.id }, { id: (await addMember(workspace)).id }];
    const columns = { owner, hosts, isTeamEvent: true, assignmentType: "round_robin", maxPerDay: 3 } as const;
    const row = await createEventType(workspace, columns);
    const eventType = (await findEventType(workspace.id, row.id))!;
    const starts = halfHours("2026-11-23T08:00:00Z", 15);
    expect((await rush(eventType, [...starts, ...starts])).taken).toBe(6);
  });

  it("hold for moves, too: a day that is full takes no booking from another one", async () => {
    const { eventType } = await office({ maxPerDay: 1 });
    await booked(eventType);
    const other = await booked(eventType, { start: "2026-11-24T09:00:00Z" });
    const actor = { kind: "invitee" } as const;
    const onto = { booking: other, actor, now };
    expect(await reschedule({ ...onto, start: Date.parse("2026-11-23T12:00:00Z") })).toMatchObject({
      code: "daily_limit",
    });
    expect(await reschedule({ ...onto, start: Date.parse("2026-11-24T12:00:00Z") })).toMatchObject({ ok: true });
  });
});
