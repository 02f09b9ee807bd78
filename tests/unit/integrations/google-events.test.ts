import { describe, expect, it } from "vitest";
import { googleUid } from "~/domain/calendars/event-key.server";
import { email, failureOf, hour, start, useGoogle, valueOf, wanted } from "./google-account";

const { google, provider, calls, access, account } = await useGoogle();

const written = () => account().primary.events()[0]!;
const guest = (address: string) => written().attendees?.find((attendee) => attendee.email === address);

describe("a booking's event in a Google calendar", () => {
  it("holds what a host has to know, and nobody is mailed because of it", async () => {
    const event = valueOf(await provider.createEvent(access(), email, wanted()));
    expect(event).toMatchObject({ start, end: start + hour, isCancelled: false, conference: "none", meetingUrl: null });
    expect(written()).toMatchObject({
      id: event.id,
      summary: "Intro: Grace Hopper",
      description: "What is it about?\nCompilers",
      location: "Room 4",
      status: "confirmed",
      attendees: [{ email: "grace@example.org", displayName: "Grace Hopper", responseStatus: "needsAction" }],
      source: { url: "https://meet.example.com/booking/1" },
      reminders: { useDefault: true },
      extendedProperties: { private: { meridianBooking: wanted().bookingId } },
    });
    expect(google.sentInvitations).toEqual([]);
    expect(google.complaints).toEqual([]);
  });

  it("has the UID that the booking was given beforehand", async () => {
    const event = valueOf(await provider.createEvent(access(), email, wanted()));
    expect(event.icalUid).toBe(googleUid(wanted().bookingId));
  });

  it("is a maybe while the booking is", async () => {
    valueOf(await provider.createEvent(access(), email, wanted({ isTentative: true })));
    expect(written().status).toBe("tentative");
  });

  it("shows an invitee's words as words", async () => {
    valueOf(await provider.createEvent(access(), email, wanted({ description: `<a href="https://evil">x</a> 1 > 0` })));
    expect(written().description).not.toMatch(/[<>]/);
    valueOf(await provider.createEvent(access(), email, wanted({ generation: 1, description: "1 < 2 > 0" })));
    expect(account().primary.events()[1]!.description).toBe("1 < 2 > 0");
  });

  it("is cut where Google takes no more", async () => {
    valueOf(
      await provider.createEvent(access(), email, wanted({ title: "é".repeat(3000), description: "b".repeat(9000) })),
    );
    expect(written().summary).toHaveLength(1000);
    expect(written().description).toHaveLength(8000);
  });

  it.each([
    ["the connection drops", { kind: "lost_answer" } as const],
    ["an error is answered", { kind: "lost_answer", status: 503 } as const],
    ["the answer is half a text", { kind: "malformed" } as const],
  ])("is one event also when it was made and then %s", async (_, fault) => {
    google.fail("events.insert", fault);
    const lost = failureOf(await provider.createEvent(access(), email, wanted()));
    expect(lost).toMatchObject({ kind: "later", mayHaveHappened: true });
    const event = valueOf(await provider.createEvent(access(), email, wanted({ title: "Another title" })));
    expect(account().primary.events()).toHaveLength(1);
    expect(written()).toMatchObject({ id: event.id, summary: "Another title" });
    expect(event.etag).toBe(written().etag);
  });

  it("is gone for good where its host deleted it, and the next generation is another event", async () => {
    const event = valueOf(await provider.createEvent(access(), email, wanted()));
    account().primary.removeEvent(event.id);
    expect(failureOf(await provider.createEvent(access(), email, wanted())).kind).toBe("gone");
    expect(account().primary.events()).toEqual([]);
    const next = valueOf(await provider.createEvent(access(), email, wanted({ generation: 1 })));
    expect(next.id).not.toBe(event.id);
  });

  it("does not take over somebody else's event", async () => {
    const { id } = valueOf(await provider.createEvent(access(), email, wanted()));
    account().primary.changeEvent(id, { extendedProperties: { private: { meridianBooking: "another" } } });
    expect(failureOf(await provider.createEvent(access(), email, wanted())).kind).toBe("conflict");
  });

  it("is not written where nothing was taken in", async () => {
    google.fail("events.insert", { status: 429, retryAfter: 7 });
    expect(failureOf(await provider.createEvent(access(), email, wanted()))).toMatchObject({
      kind: "later",
      mayHaveHappened: false,
      retryAfter: 7000,
    });
    expect(failureOf(await provider.createEvent(access(), "nobody@example.com", wanted())).kind).toBe("gone");
  });
});

describe("changing it", () => {
  it("moves it and keeps what its guests answered", async () => {
    const event = valueOf(await provider.createEvent(access(), email, wanted()));
    account().primary.changeEvent(event.id, {
      attendees: [{ email: "Grace@example.org", responseStatus: "accepted" }],
    });
    const later = wanted({ start: start + hour, end: start + 2 * hour });
    const moved = valueOf(await provider.changeEvent(access(), email, { id: event.id, etag: null }, later));
    expect(moved).toMatchObject({ id: event.id, start: start + hour, end: start + 2 * hour, etag: written().etag });
    expect(written().attendees).toMatchObject([{ email: "Grace@example.org", responseStatus: "accepted" }]);
    expect(google.sentInvitations).toEqual([]);
  });

  it("takes out whom we had put there, and leaves whom the host asked to come", async () => {
    const linus = { name: "Linus", email: "linus@example.org" };
    const both = wanted({ attendees: [...wanted().attendees, linus] });
    const event = valueOf(await provider.createEvent(access(), email, both));
    const room = { email: "room-4@resource.calendar.google.com", resource: true, responseStatus: "accepted" };
    account().primary.changeEvent(event.id, {
      attendees: [...written().attendees!, room, { email: "boss@example.com" }],
    });
    valueOf(await provider.changeEvent(access(), email, { id: event.id, etag: null }, wanted()));
    expect(guest(linus.email)).toBeUndefined();
    expect(guest(room.email)).toMatchObject(room);
    expect(guest("boss@example.com")).toBeDefined();
    expect(guest("grace@example.org")).toBeDefined();
  });

  it("is refused as a conflict where it has changed since it was known", async () => {
    const event = valueOf(await provider.createEvent(access(), email, wanted()));
    account().primary.changeEvent(event.id, { summary: "Mine" });
    const known = { id: event.id, etag: event.etag };
    expect(failureOf(await provider.changeEvent(access(), email, known, wanted())).kind).toBe("conflict");
    expect(written().summary).toBe("Mine");
  });

  it("does not write over what changes while it is at work", async () => {
    const event = valueOf(await provider.createEvent(access(), email, wanted()));
    google.fail("events.get", { kind: "slow", ms: 300 });
    const changing = provider.changeEvent(access(), email, event, wanted({ title: "Ours" }));
    await expect.poll(() => calls("events.get")).toHaveLength(1);
    account().primary.changeEvent(event.id, { summary: "Mine" });
    expect(failureOf(await changing).kind).toBe("conflict");
    expect(written().summary).toBe("Mine");
  });

  it("says that it is gone where its host deleted it", async () => {
    const event = valueOf(await provider.createEvent(access(), email, wanted()));
    account().primary.removeEvent(event.id);
    expect(failureOf(await provider.changeEvent(access(), email, event, wanted())).kind).toBe("gone");
    expect(calls("events.patch")).toEqual([]);
    expect(valueOf(await provider.getEvent(access(), email, event.id)).isCancelled).toBe(true);
    expect(failureOf(await provider.getEvent(access(), email, "abcdef")).kind).toBe("gone");
  });

  it("leaves the reminders that the host has set", async () => {
    const event = valueOf(await provider.createEvent(access(), email, wanted()));
    const reminders = { useDefault: false, overrides: [{ method: "popup", minutes: 3 }] };
    account().primary.changeEvent(event.id, { reminders });
    valueOf(await provider.changeEvent(access(), email, { id: event.id, etag: null }, wanted({ title: "New" })));
    expect(written()).toMatchObject({ summary: "New", reminders });
  });
});

describe("taking it away", () => {
  it("is done once, and done also where it was gone", async () => {
    const event = valueOf(await provider.createEvent(access(), email, wanted()));
    expect(valueOf(await provider.removeEvent(access(), email, event.id))).toBeNull();
    expect(account().primary.events()).toEqual([]);
    expect(valueOf(await provider.removeEvent(access(), email, event.id))).toBeNull();
    expect(valueOf(await provider.removeEvent(access(), email, "abcdef"))).toBeNull();
    expect(google.sentInvitations).toEqual([]);
  });

  it("is tried again where no answer came", async () => {
    const event = valueOf(await provider.createEvent(access(), email, wanted()));
    google.fail("events.delete", { kind: "dropped" });
    expect(failureOf(await provider.removeEvent(access(), email, event.id))).toMatchObject({
      kind: "later",
      mayHaveHappened: true,
    });
  });
});

describe("a Meet link", () => {
  const meet = wanted({ conference: "google_meet", location: "" });
  const meetUrl = expect.stringMatching(/^https:\/\/meet\.google\.com\//) as string;

  it("may be there at once, or after a while", async () => {
    const pending = valueOf(await provider.createEvent(access(), email, meet));
    expect(pending).toMatchObject({ conference: "pending", meetingUrl: null });
    const ready = valueOf(await provider.getEvent(access(), email, pending.id));
    expect(ready).toMatchObject({ conference: "ready", meetingUrl: meetUrl });
    google.meet.mode = "immediate";
    const next = valueOf(await provider.createEvent(access(), email, { ...meet, generation: 1 }));
    expect(next).toMatchObject({ conference: "ready", meetingUrl: meetUrl });
    expect(next.meetingUrl).not.toBe(ready.meetingUrl);
  });

  it("stays the same when the meeting moves", async () => {
    google.meet.mode = "immediate";
    const event = valueOf(await provider.createEvent(access(), email, meet));
    const later = { ...meet, start: start + hour, end: start + 2 * hour };
    const moved = valueOf(await provider.changeEvent(access(), email, event, later));
    expect(moved).toMatchObject({ conference: "ready", meetingUrl: event.meetingUrl, start: start + hour });
  });

  it("that failed is asked for anew with the next change", async () => {
    google.meet.mode = "failure";
    const event = valueOf(await provider.createEvent(access(), email, meet));
    const read = valueOf(await provider.getEvent(access(), email, event.id));
    expect(read).toMatchObject({ conference: "failed", meetingUrl: null });
    google.meet.mode = "immediate";
    expect(valueOf(await provider.changeEvent(access(), email, read, meet))).toMatchObject({
      conference: "ready",
      meetingUrl: meetUrl,
    });
  });

  it("goes when the meeting is somewhere else, unless it is the host's own", async () => {
    google.meet.mode = "immediate";
    const event = valueOf(await provider.createEvent(access(), email, meet));
    expect(valueOf(await provider.changeEvent(access(), email, event, wanted()))).toMatchObject({
      conference: "none",
      meetingUrl: null,
    });
    const entryPoints = [{ entryPointType: "video", uri: "https://video.example.com/1" }];
    account().primary.changeEvent(event.id, { conferenceData: { conferenceId: "1", entryPoints } });
    const known = { id: event.id, etag: null };
    expect(valueOf(await provider.changeEvent(access(), email, known, wanted()))).toMatchObject({
      meetingUrl: "https://video.example.com/1",
    });
  });
});
