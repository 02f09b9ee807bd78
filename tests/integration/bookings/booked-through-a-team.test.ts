import { describe, expect, it } from "vitest";
import { timesInPlaceOf } from "~/domain/bookings/alternatives.server";
import { book } from "~/domain/bookings/book.server";
import { findBooking } from "~/domain/bookings/bookings.server";
import { deleteTeam } from "~/domain/teams/delete-team.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import { addMember, createEventType, createTeam, createUser, createWorkspace } from "../../support/factories";
import { now, wish } from "../../support/orders";

/** An event type of Ada's in Oslo, booked with a team whose one member is in Lima. */
async function bookedWithLima() {
  const { workspace, owner } = await createWorkspace();
  const lima = await addMember(workspace, { user: await createUser({ timezone: "America/Lima" }) });
  const row = await createEventType(workspace, { owner, isTeamEvent: true, assignmentType: "all_hands" });
  const eventType = (await findEventType(workspace.id, row.id))!;
  const team = await createTeam(workspace, [lima], { name: "Lima" });
  const input = wish({ start: "2026-11-23T20:00:00Z" });
  const result = await book({ eventType, wish: { team: team.slug }, input, locale: "en", now });
  if (!result.ok) throw new Error(result.reason);
  return { workspace, owner, team, booking: result.booking };
}

describe("a booking that was made through a team's page", () => {
  it("remembers the team, as long as there is one", async () => {
    const { workspace, owner, team, booking } = await bookedWithLima();
    expect(booking.team).toEqual({ name: "Lima", slug: team.slug });
    expect(await findBooking(workspace.id, booking.id)).toEqual(booking);
    await deleteTeam({ workspaceId: workspace.id, userId: owner.id, idOrSlug: team.id });
    expect((await findBooking(workspace.id, booking.id))!.team).toBeNull();
  });

  it("is replaced by times of that team, not of the event type's hosts", async () => {
    const { booking } = await bookedWithLima();
    const times = await timesInPlaceOf(booking, now);
    // Lima is open from 14 to 22 in UTC, Oslo from 8 to 16.
    expect(times.map(({ start }) => new Date(start).toISOString().slice(0, 16))).toEqual([
      "2026-11-23T19:00",
      "2026-11-23T19:30",
      "2026-11-23T20:30",
      "2026-11-23T21:00",
    ]);
  });
});
