import type { Attendee, Booking } from "~/domain/bookings/booking";

export const now = Date.parse("2026-11-18T09:44:00Z");
export const place = { appUrl: "https://meet.northlight.example", now };

/** Thirty minutes on Monday 23 November 2026: 16:00 in Kolkata, 11:30 in Oslo. */
export function aBooking(given: Partial<Booking> = {}): Booking {
  const booking: Omit<Booking, "attendees"> = {
    workspaceId: "11111111-1111-4111-8111-111111111111",
    id: "22222222-2222-4222-8222-222222222222",
    number: 7,
    uid: "secret-of-the-invitee",
    eventTypeId: "33333333-3333-4333-8333-333333333333",
    hostId: "44444444-4444-4444-8444-444444444444",
    clientId: null,
    metadata: {},
    inviteeName: "Venkat Raghunathan",
    inviteeEmail: "v.raghunathan@example.in",
    start: Date.parse("2026-11-23T10:30:00Z"),
    end: Date.parse("2026-11-23T11:00:00Z"),
    timezone: "Asia/Kolkata",
    locale: "en",
    status: "confirmed" as const,
    confirmedAt: now,
    notes: "",
    answers: {},
    templateVersionId: null,
    questions: null,
    locationType: "google_meet",
    locationValue: "",
    meetingUrl: "https://meet.example/kva-roeh-tzm",
    icalUid: null,
    sequence: 0,
    cancellationReason: null,
    createdAt: now,
    updatedAt: now,
    eventType: anEventType(),
    host: { name: "Ingrid Halvorsen-Nakamura", email: "ingrid@northlight.example", timezone: "Europe/Oslo" },
    workspace: { name: "Northlight Instruments", slug: "northlight" },
    team: null,
    link: null,
    ...given,
  };
  const person = (kind: Attendee["kind"], name: string, email: string): Attendee => ({
    id: kind,
    userId: null,
    kind,
    name,
    email,
    status: kind === "guest" || (kind === "host" && booking.status === "pending") ? "pending" : "confirmed",
    isNoShow: false,
  });
  const attendees = [
    person("host", booking.host.name, booking.host.email),
    person("invitee", booking.inviteeName, booking.inviteeEmail),
  ];
  return { ...booking, attendees: given.attendees ?? attendees };
}

export function aGuest(email: string): Attendee {
  return { id: email, userId: null, kind: "guest", name: "", email, status: "pending", isNoShow: false };
}

export function anEventType(given: Partial<Booking["eventType"]> = {}): Booking["eventType"] {
  const policy = {
    mayCancel: true,
    cancelNoticeHours: 0,
    mayReschedule: true,
    rescheduleNoticeHours: 0,
    requiresReason: false,
  };
  const names = { name: "Route planning consultation", slug: "route-planning" };
  return {
    ...names,
    policy,
    rsvpQuorum: "all",
    emailFollowupEnabled: false,
    isLinkOnly: false,
    isSession: false,
    ...given,
  };
}
