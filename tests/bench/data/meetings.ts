import { idOf, pick } from "./chance";
import type { Dates } from "./dates";
import { emailOf, eventTypeOf, nameOf, userId, workspaceId, workspaceOf } from "./measured";
import type { Fillings } from "./people";
import { measuredHosts, measuredMeetings, pastMeetings, type Size } from "./sizes";

export const meetingTables = {
  bookings:
    "workspace_id, id, uid, event_type_id, host_id, invitee_name, invitee_email, start_time, end_time, timezone, " +
    "status, confirmed_at, location_type, created_at, updated_at",
  booking_attendees: "workspace_id, id, booking_id, user_id, kind, name, email, status, created_at",
  claims: "workspace_id, booking_id, host_id, during",
  booking_history: "workspace_id, id, booking_id, move, actor_kind, start_after, created_at",
  audit_log: "workspace_id, actor_kind, action, subject_id, created_at",
  notifications:
    "id, workspace_id, booking_id, kind, recipient, recipient_name, payload, state, subject, attempts, finished_at, " +
    "dedupe_key, created_at",
};

type To = Fillings<typeof meetingTables>;
type Status = "completed" | "cancelled" | "confirmed" | "pending";
type Meeting = { number: number; host: number; start: number; status: Status };

const [HALF_HOUR, HOUR, DAY] = [1_800_000, 3_600_000, 86_400_000];
const inviteeZones = ["Europe/Berlin", "America/New_York", "Asia/Tokyo"];

/** One booking with everything that booking, holding and ending it writes. */
export function addMeeting(to: To, size: Size, dates: Dates, number: number) {
  const meeting = number < measuredMeetings ? ofMeasured(dates, number) : bulk(size, dates, number);
  const { host, start, status } = meeting;
  const [tenant, id, user] = [workspaceId(workspaceOf(size, host)), idOf("booking", number), userId(host)];
  const [from, until, made] = [instant(start), instant(start + HALF_HOUR), instant(madeAt(start, dates))];
  const person = { name: nameOf(number), email: `person${number % 700_000}@people.example` };
  const confirmed = status === "pending" ? null : made;
  to.bookings.add(
    ...[tenant, id, id.replaceAll("-", ""), idOf("eventType", eventTypeOf(size, host, number)), user],
    ...[
      person.name,
      person.email,
      from,
      until,
      inviteeZones[number % 3]!,
      status,
      confirmed,
      "google_meet",
      made,
      made,
    ],
  );
  addPeople(to, meeting, tenant, { id, at: made }, person);
  if (status === "confirmed" || status === "pending") to.claims.add(tenant, id, user, `[${from},${until})`);
  const [move, mail] = status === "pending" ? ["requested", "requested"] : ["booked", "confirmed"];
  addMove(to, number * 2, tenant, id, move, from, made);
  if (status === "completed" || status === "cancelled") addMove(to, number * 2 + 1, tenant, id, status, null, until);
  addMail(to, number * 2, tenant, id, `booking_${mail}_invitee`, person, made);
  addMail(to, number * 2 + 1, tenant, id, `booking_${mail}_host`, hostPerson(host), made);
}

/** Ten days ahead, and never after today. */
function madeAt(start: number, { anchor }: Dates) {
  return Math.min(start - 10 * DAY, anchor);
}

type Person = { name: string; email: string };

function hostPerson(host: number): Person {
  return { name: nameOf(host), email: emailOf(host) };
}

function addPeople(to: To, meeting: Meeting, tenant: string, booking: { id: string; at: string }, invitee: Person) {
  const { number, host, status } = meeting;
  const add = (n: number, user: string | null, kind: string, person: Person, state: string) => {
    const cells = [tenant, idOf("person", n), booking.id, user, kind, person.name, person.email, state, booking.at];
    to.booking_attendees.add(...cells);
  };
  add(number * 2, null, "invitee", invitee, "confirmed");
  add(number * 2 + 1, userId(host), "host", hostPerson(host), status === "pending" ? "pending" : "confirmed");
}

/** The same in every database: some before today, the others each on a date of its own in the month asked for. */
function ofMeasured({ workdaysBefore, workdaysInMonth }: Dates, number: number): Meeting {
  const host = number % measuredHosts;
  const turn = Math.floor(number / measuredHosts);
  const hour = (8 + pick("booking", number, 0, 14) / 2) * HOUR;
  if (turn < pastMeetings) {
    const day = workdaysBefore[(turn * 31 + host) % workdaysBefore.length]!;
    return { number, host, start: day + hour, status: "completed" };
  }
  return { number, host, start: workdaysInMonth[turn - pastMeetings]! + hour, status: "confirmed" };
}

/** Two of three are over. Those to come are on different dates, so that no host's claims overlap. */
function bulk(size: Size, { workdaysBefore, workdaysAfter }: Dates, number: number): Meeting {
  const rest = number - measuredMeetings;
  const host = measuredHosts + (rest % (size.hosts - measuredHosts));
  const turn = Math.floor(rest / (size.hosts - measuredHosts));
  const hour = (8 + pick("booking", number, 0, 18) / 2) * HOUR;
  const chance = pick("booking", number, 1, 100);
  if (turn % 3 === 2) {
    const day = workdaysAfter[Math.floor(turn / 3) * 8 + (host % 8)]!;
    return { number, host, start: day + hour, status: chance < 5 ? "pending" : "confirmed" };
  }
  const day = workdaysBefore[(turn * 23 + host) % workdaysBefore.length]!;
  return { number, host, start: day + hour, status: chance < 15 ? "cancelled" : "completed" };
}

function addMove(to: To, n: number, tenant: string, booking: string, move: string, start: string | null, at: string) {
  const actor = move === "completed" ? "system" : "invitee";
  to.booking_history.add(tenant, idOf("change", n), booking, move, actor, start, at);
  to.audit_log.add(tenant, actor, `booking.${move}`, booking, at);
}

function addMail(to: To, n: number, tenant: string, booking: string, kind: string, person: Person, at: string) {
  to.notifications.add(
    ...[idOf("mail", n), tenant, booking, kind, person.email, person.name, '{"sequence":0}', "sent", "Confirmed"],
    ...[1, at, `${booking}/0/${kind}/${person.email}`, at],
  );
}

const day = { start: NaN, text: "" };

/** As Postgres reads it. Written by hand, because millions of them take longer than the rest of a row. */
function instant(ms: number) {
  const start = Math.floor(ms / DAY) * DAY;
  if (day.start !== start) Object.assign(day, { start, text: new Date(start).toISOString().slice(0, 11) });
  const minutes = (ms - start) / 60_000;
  return `${day.text}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00Z`;
}

function two(value: number) {
  return value < 10 ? `0${value}` : String(value);
}
