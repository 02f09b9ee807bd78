import { expect, test } from "vitest";
import type { Attendee } from "~/domain/bookings/booking";
import { calendarFile } from "~/domain/bookings/calendar-file";
import { lintCalendar } from "../../support/calendar-lint";
import { readCalendar } from "../../support/calendar-readers";
import { aBooking, aGuest, now } from "../emails/a-booking";

const options = { method: "REQUEST" as const, now };
const [host, invitee] = aBooking().attendees as [Attendee, Attendee];
const ingrid = "ingrid@northlight.example";

function read(given: Parameters<typeof aBooking>[0], more: Partial<Parameters<typeof calendarFile>[1]> = {}) {
  const file = calendarFile(aBooking(given), { ...options, ...more });
  lintCalendar(file);
  return readCalendar(file);
}

/** Address, role, answer, and whether they are asked for one. */
function partsOf({ attendees }: ReturnType<typeof read>) {
  return attendees.map(({ address, role, answer, isAsked }) => [address, role, answer, isAsked]);
}

test("everybody is in the invitation: the organizer in the chair, hosts and invitee by their answers, guests asked", () => {
  const guest = { ...aGuest("guest@example.org"), name: "guest@example.org" };
  const second = { ...host, id: "second", name: "Bo Lind", email: "bo@northlight.example", status: "pending" as const };
  const third = { ...second, id: "third", email: "mei@northlight.example", status: "declined" as const };
  const entry = read({ attendees: [second, host, third, invitee, guest] });
  expect(entry.organizer).toEqual({ name: "Ingrid Halvorsen-Nakamura", address: ingrid, sentBy: null });
  expect(partsOf(entry)).toEqual([
    [ingrid, "CHAIR", "ACCEPTED", false],
    ["bo@northlight.example", "REQ-PARTICIPANT", "NEEDS-ACTION", true],
    ["mei@northlight.example", "REQ-PARTICIPANT", "DECLINED", false],
    ["v.raghunathan@example.in", "REQ-PARTICIPANT", "ACCEPTED", false],
    ["guest@example.org", "OPT-PARTICIPANT", "NEEDS-ACTION", true],
  ]);
});

test.each([
  ["confirmed", "NEEDS-ACTION", true],
  ["pending", "NEEDS-ACTION", true],
  ["declined", "DECLINED", false],
] as const)("a guest who is noted as %s has said %s", (status, answer, isAsked) => {
  const guest = { ...aGuest("guest@example.org"), status };
  expect(read({ attendees: [host, invitee, guest] }).attendees[2]).toMatchObject({ answer, isAsked });
});

test("a host who has not answered yet is in the chair without an answer, and is not asked by themselves", () => {
  const waiting = { ...host, status: "pending" as const };
  expect(partsOf(read({ status: "pending", attendees: [waiting, invitee] }))[0]).toEqual([
    ingrid,
    "CHAIR",
    "NEEDS-ACTION",
    false,
  ]);
});

test("a cancellation lists the same people and asks nobody", () => {
  const people = { attendees: [host, invitee, aGuest("guest@example.org")] };
  const addresses = (entry: ReturnType<typeof read>) => entry.attendees.map(({ address }) => address);
  const cancellation = read(people, { method: "CANCEL" });
  expect(addresses(cancellation)).toEqual(addresses(read(people)));
  expect(cancellation.attendees.map(({ isAsked }) => isAsked)).toEqual([false, false, false]);
});

test("who is host and invitee, or invitee and guest, is in it once, by the first of their parts", () => {
  const same = { ...invitee, name: "Ingrid", email: "Ingrid@Northlight.example" };
  const entry = read({
    inviteeEmail: same.email,
    attendees: [host, same, aGuest(ingrid), aGuest("guest@example.org"), aGuest("Guest@Example.org")],
  });
  expect(partsOf(entry)).toEqual([
    [ingrid, "CHAIR", "ACCEPTED", false],
    ["guest@example.org", "OPT-PARTICIPANT", "NEEDS-ACTION", true],
  ]);
});

test("the organizer keeps the address that they were invited at, though their account has another one by now", () => {
  const { hostId } = aBooking();
  const booked = { ...host, userId: hostId };
  const moved = { ...aBooking().host, email: "ingrid@elsewhere.example" };
  const entry = read({ host: moved, attendees: [booked, invitee] });
  expect(entry.organizer.address).toBe(ingrid);
  expect(entry.attendees.map(({ address }) => address)).toEqual([ingrid, "v.raghunathan@example.in"]);
});

test("an organizer who is not among the attendees is listed all the same", () => {
  expect(partsOf(read({ attendees: [invitee] }))).toEqual([
    [ingrid, "CHAIR", "ACCEPTED", false],
    ["v.raghunathan@example.in", "REQ-PARTICIPANT", "ACCEPTED", false],
  ]);
});

test("who has no name is called by their address", () => {
  expect(read({ attendees: [host, invitee, aGuest("guest@example.org")] }).attendees[2]!.name).toBe(
    "guest@example.org",
  );
});

test("a cancellation for one person names that one alone, and says nothing of the meeting's status", () => {
  const only = { name: "Bo Lind", email: "bo@northlight.example" };
  const entry = read({ sequence: 3 }, { method: "CANCEL", only });
  expect(entry).toMatchObject({
    method: "CANCEL",
    uid: read({}).uid,
    sequence: 3,
    status: null,
    organizer: { address: ingrid },
    start: aBooking().start,
  });
  expect(entry.attendees).toEqual([
    { name: "Bo Lind", address: only.email, role: "REQ-PARTICIPANT", answer: null, isAsked: false },
  ]);
});

test("the sender of the mail is named where it is not the organizer", () => {
  expect(read({}, { sentBy: "meridian@northlight.example" }).organizer.sentBy).toBe("meridian@northlight.example");
  expect(read({}, { sentBy: "Ingrid@northlight.example" }).organizer.sentBy).toBeNull();
});
