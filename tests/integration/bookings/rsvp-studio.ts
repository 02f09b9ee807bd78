import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "~db/client";
import { claims, notifications } from "~db/schema";
import { book } from "~/domain/bookings/book.server";
import { hostsOf, type Actor } from "~/domain/bookings/booking";
import { findBooking, listHistory } from "~/domain/bookings/bookings.server";
import { respondRsvp } from "~/domain/bookings/respond-rsvp.server";
import { answerOf } from "~/domain/bookings/rsvp";
import { findEventType } from "~/domain/event-types/event-types.server";
import { addMember, createEventType, createUser, createWorkspace } from "../../support/factories";
import { now, wish } from "../../support/orders";

type EventTypeGiven = Partial<Parameters<typeof createEventType>[1]>;
type Given = EventTypeGiven & {
  by?: "invitee" | "ada" | "admin";
  input?: Record<string, unknown>;
  clock?: number;
  /** With four Kim is one of them. */
  hostCount?: 3 | 4;
};

/** A meeting of all hands of Ada, who leads it, Tomás and Mei; Kim could stand in, and an admin looks after it. */
export async function allHandsMeeting({
  by = "invitee",
  input = {},
  clock = now,
  hostCount = 3,
  ...columns
}: Given = {}) {
  const { workspace, owner: admin } = await createWorkspace();
  const names = ["Ada Okafor", "Tomás Figueiredo", "Mei Lin", "Kim Park"];
  const people = await Promise.all(names.map((name) => createUser({ name })));
  for (const user of people) await addMember(workspace, { user });
  const [ada, tomas, mei, kim] = people as [User, User, User, User];
  const hosts = [ada, tomas, mei, kim].slice(0, hostCount).map(({ id }, index) => ({ id, priority: 9 - index }));
  const team = { owner: ada, hosts, isTeamEvent: true, assignmentType: "all_hands" as const };
  const row = await createEventType(workspace, { ...team, ...columns });
  const eventType = (await findEventType(workspace.id, row.id))!;
  const actors = { invitee: { kind: "invitee" }, ada: actorOf(ada), admin: actorOf(admin) } as const;
  const made = await book({ eventType, input: wish(input), locale: "en", actor: actors[by], now: clock });
  if (!made.ok) throw new Error(made.reason);
  const { booking } = made;
  const { id } = booking;

  /** The key of the newest mail that asked this host. */
  const tokenOf = async ({ email }: User) => {
    const isTheirs = and(eq(notifications.bookingId, id), eq(notifications.recipient, email));
    const [mail] = await db
      .select()
      .from(notifications)
      .where(and(isTheirs, eq(notifications.kind, "booking_rsvp_host")))
      .orderBy(desc(sql`(payload->>'sequence')::int`))
      .limit(1);
    return mail?.payload.token as string | undefined;
  };
  const answer = async (token: string, response: "accept" | "decline", comment = "", at = clock) =>
    (await respondRsvp({ token, answer: answerOf[response], comment, now: at }))!;
  return {
    workspace,
    admin,
    ada,
    tomas,
    mei,
    kim,
    eventType,
    booking,
    tokenOf,
    answer,
    accept: async (who: User, comment = "") => answer((await tokenOf(who))!, "accept", comment),
    decline: async (who: User, comment = "") => answer((await tokenOf(who))!, "decline", comment),
    present: async () => (await findBooking(workspace.id, id))!,
    answers: async () =>
      Object.fromEntries(
        hostsOf((await findBooking(workspace.id, id))!).map(({ name, status }) => [name.split(" ")[0], status]),
      ),
    moves: async () => (await listHistory(workspace.id, id)).map(({ move }) => move).reverse(),
    claimed: () => db.$count(claims, eq(claims.bookingId, id)),
    /** The mails of one sequence as "kind recipient", sorted. */
    mails: async (sequence: number) => {
      const rows = await db.select().from(notifications).where(eq(notifications.bookingId, id));
      const own = rows.filter(({ payload }) => payload.sequence === sequence);
      return own.map(({ kind, recipientName }) => `${kind} ${recipientName.split(" ")[0]}`).sort();
    },
  };
}

export type User = Awaited<ReturnType<typeof createUser>>;

export function actorOf({ id }: { id: string }): Extract<Actor, { kind: "user" }> {
  return { kind: "user", userId: id };
}
