import { eq } from "drizzle-orm";
import { db } from "~db/client";
import { bookings } from "~db/schema";
import { findBookingByUid } from "~/domain/bookings/bookings.server";
import * as teamRoute from "~/routes/book.$workspace.$event.team.$team";
import { addMember, createEventType, createTeam, createUser, createWorkspace } from "../../support/factories";
import { inOslo } from "../../support/orders";
import { get, postForm } from "../../support/requests";

type Columns = Partial<Parameters<typeof createEventType>[1]>;

/** A team event of its owner alone, and a team of two others who hold it too. */
export async function teamOffer(columns: Columns = {}) {
  const { workspace, owner } = await createWorkspace();
  const [ada, bo] = [
    await addMember(workspace, { user: await createUser({ name: "Ada Okafor" }) }),
    await addMember(workspace, { user: await createUser({ name: "Bo Lindgren" }) }),
  ];
  const team = await createTeam(workspace, [ada, bo]);
  const given = { isTeamEvent: true, assignmentType: "round_robin" as const, ...columns };
  const eventType = await createEventType(workspace, { owner, ...given });
  const path = `/book/${workspace.slug}/${eventType.slug}`;
  const params = { workspace: workspace.slug, event: eventType.slug };
  const inTeam = { ...params, team: team.slug };
  const open = (query = "", slug = team.slug) =>
    get(teamRoute, `${path}/team/${slug}${query}`, { params: { ...params, team: slug } });
  const form = { timezone: "Europe/Oslo", duration_minutes: "30", name: "Vidya", email: "vidya@example.in" };
  const answers = { ...form, start: new Date(inOslo(10)).toISOString(), guests: "", notes: "Bring maps" };
  const send = (query = "", fields: Record<string, string> = {}) =>
    postForm(teamRoute, `${path}/team/${team.slug}${query}`, { ...answers, ...fields }, { params: inTeam });
  const made = () => db.$count(bookings, eq(bookings.eventTypeId, eventType.id));
  return { workspace, owner, ada, bo, team, eventType, path, params, open, send, made };
}

/** Who hosts what a form has booked. */
export async function hostIn(answer: { headers: Headers }) {
  return (await findBookingByUid(uidIn(answer)))?.hostId;
}

export function uidIn({ headers }: { headers: Headers }) {
  return /^\/meeting\/([\w-]+)/.exec(headers.get("Location") ?? "")?.[1] ?? "";
}
