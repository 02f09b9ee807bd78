import { eq } from "drizzle-orm";
import { db } from "~db/client";
import { bookings } from "~db/schema";
import { bookKnown } from "~/domain/bookings/book-known.server";
import { book } from "~/domain/bookings/book.server";
import { knownEventType, learnEventType } from "~/domain/event-types/known-event-types.server";
import { changeEventType } from "~/domain/event-types/save-event-type.server";
import { now, office, wish } from "../../support/orders";

const tuesday = "2026-11-24T09:00:00Z";

/** An office of which this process knows all that a booking needs, since one was made through it. */
export async function knownOffice(columns: Parameters<typeof office>[0] = {}, address: "slug" | "id" = "slug") {
  const { workspace, owner, eventType } = await office(columns);
  const name = workspace[address];
  const learned = (await learnEventType(name, eventType.slug))!;
  await book({ eventType: learned, input: wish({ start: tuesday }), locale: "en", now });
  const again = async (given: Record<string, unknown> = {}) => {
    const order = { input: wish(given), locale: "en", now };
    const remembered = knownEventType(name, eventType.slug);
    return remembered && bookKnown(remembered, order);
  };
  const made = () => db.$count(bookings, eq(bookings.workspaceId, workspace.id));
  const change = (patch: Parameters<typeof changeEventType>[0]["patch"]) =>
    changeEventType({
      workspaceId: workspace.id,
      id: eventType.id,
      member: { userId: owner.id, role: "owner" },
      patch,
    });
  return { workspace, owner, eventType, again, made, change };
}
