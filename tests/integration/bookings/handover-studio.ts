import { eq } from "drizzle-orm";
import { db } from "~db/client";
import { claims } from "~db/schema";
import type { Booking } from "~/domain/bookings/booking";
import { findBooking } from "~/domain/bookings/bookings.server";
import { reassign } from "~/domain/bookings/reassign.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import { addMember, createEventType, createUser } from "../../support/factories";
import { booked, now, office } from "../../support/orders";

type User = { id: string };

/** Ada has a booking, and Tomás and Mei could take it. */
export async function handover(columns: Parameters<typeof office>[0] = {}) {
  const { workspace, owner: ada, eventType } = await office(columns);
  const tomas = await addMember(workspace, { user: await createUser({ name: "Tomás Figueiredo" }) });
  const mei = await addMember(workspace, { user: await createUser({ name: "Mei Lin" }) });
  const booking = await booked(eventType, { guests: ["guest@example.com"] });
  const give = (to: User, given: { from?: User; reason?: string; now?: number } = {}) =>
    reassign({
      booking,
      now,
      ...given,
      from: (given.from ?? ada).id,
      to: to.id,
      actor: { kind: "user", userId: ada.id },
    });
  return { workspace, ada, tomas, mei, eventType, booking, give };
}

export async function officeOf(workspace: { id: string }, owner: User, columns: object = {}) {
  const row = await createEventType(workspace, { owner, ...columns });
  return (await findEventType(workspace.id, row.id))!;
}

/** A meeting of all hands of Ada, Tomás and Mei. */
export async function allHands() {
  const { workspace, owner: ada } = await office();
  const [tomas, mei, kim] = [await addMember(workspace), await addMember(workspace), await addMember(workspace)];
  const hosts = [ada, tomas, mei].map(({ id }, index) => ({ id, priority: 9 - index }));
  const team = { hosts, isTeamEvent: true, assignmentType: "all_hands" as const };
  const eventType = await officeOf(workspace, ada, team);
  return { workspace, ada, tomas, mei, kim, eventType, booking: await booked(eventType) };
}

export async function claimants({ id }: Booking) {
  const rows = await db.select().from(claims).where(eq(claims.bookingId, id));
  return rows.map(({ hostId }) => hostId).sort();
}

export async function present({ workspaceId, id }: Booking) {
  return (await findBooking(workspaceId, id))!;
}
