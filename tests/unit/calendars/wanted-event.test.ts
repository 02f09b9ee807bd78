import { describe, expect, it } from "vitest";
import { conferenceOf, eventOf, wantedEvent } from "~/domain/calendars/wanted-event";
import { aBooking } from "../emails/a-booking";

const url = "https://meridian.example/booking/bookings/1";

function calendarOf(userId: string, given = {}) {
  return { userId, provider: "google" as const, generation: 0, conferences: ["google_meet"], ...given };
}

describe("what stands in a host's calendar", () => {
  const made = aBooking({ status: "confirmed", locationType: "google_meet" });
  const attendees = made.attendees.map((each) => (each.kind === "host" ? { ...each, userId: made.hostId } : each));
  const booking = { ...made, attendees };
  const lead = calendarOf(booking.hostId);

  it("is there for a meeting, and for one that waits to be confirmed anew, as a maybe", () => {
    expect(wantedEvent(booking, lead, url)?.isTentative).toBe(false);
    expect(wantedEvent({ ...booking, status: "pending" }, lead, url)?.isTentative).toBe(true);
    expect(wantedEvent({ ...booking, status: "completed" }, lead, url)).not.toBeNull();
  });

  it.each([
    ["a request that never was a meeting", { status: "pending" as const, confirmedAt: null }],
    ["a cancelled one", { status: "cancelled" as const }],
  ])("is nothing for %s", (_, given) => {
    expect(wantedEvent({ ...booking, ...given }, lead, url)).toBeNull();
  });

  it("is nothing for a host who has said no, and for somebody who has no part in it", () => {
    const declined = attendees.map((each) => ({ ...each, status: "declined" as const }));
    expect(wantedEvent({ ...booking, attendees: declined }, lead, url)).toBeNull();
    expect(wantedEvent(booking, calendarOf("7e1f8ad3-5f86-4ac4-8a4f-2b8f3d1f1b07"), url)).toBeNull();
  });

  it("asks for the link that its calendar makes, of the one who leads alone, and then says no place of its own", () => {
    expect(eventOf({ ...booking, meetingUrl: null }, lead, url)).toMatchObject({
      conference: "google_meet",
      location: "",
    });
    const other = eventOf({ ...booking, hostId: "somebody" }, lead, url);
    expect([other.conference, other.location, other.attendees]).toEqual([null, booking.meetingUrl, []]);
  });

  it.each([
    ["another provider's link", "microsoft_teams", "google", ["google_meet", "microsoft_teams"]],
    ["a calendar that makes none", "google_meet", "google", []],
    ["a way to meet that needs none", "phone", "google", ["google_meet"]],
  ] as const)("asks for no link: %s", (_, locationType, provider, conferences) => {
    expect(conferenceOf({ locationType }, { provider, conferences: [...conferences] })).toBeNull();
  });

  it("names the guests to the one who leads, with what the invitee said and the way to the booking", () => {
    const event = eventOf(
      { ...booking, notes: "About the skerries", answers: { "How many?": 3, Boat: true } },
      lead,
      url,
    );
    expect(event.attendees.map(({ email }) => email)).not.toContain(booking.host.email);
    expect(event.attendees.map(({ email }) => email)).toContain(booking.inviteeEmail);
    for (const said of [booking.inviteeEmail, "About the skerries", "How many?\n3", "Boat\nYes", url]) {
      expect(event.description).toContain(said);
    }
  });
});
