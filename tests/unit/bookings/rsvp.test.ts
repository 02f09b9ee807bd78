import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Attendee, Booking } from "~/domain/bookings/booking";
import { beginning, bearsAnotherNo, hostsToMeet, outcomeOf, stateOfAsking, tally } from "~/domain/bookings/rsvp";
import { quorums } from "~/domain/event-types/event-type";

type Status = "pending" | "confirmed" | "declined";

const quorum = fc.constantFrom(...quorums);
const statuses = fc.array(fc.constantFrom<Status>("pending", "confirmed", "declined"), { minLength: 1, maxLength: 9 });

/** Every way in which those who are still open can answer. */
function endings(given: Status[]): Status[][] {
  const at = given.indexOf("pending");
  if (at < 0) return [given];
  return (["confirmed", "declined"] as const).flatMap((answer) => endings(given.with(at, answer)));
}

/** The rule as it is told to people, for when all have answered. */
function takesPlace(name: (typeof quorums)[number], all: Status[]) {
  const { accepted, count } = tally(all);
  return { all: accepted === count, majority: accepted * 2 > count, any: accepted > 0 }[name];
}

describe("whom the invitee meets", () => {
  const host = (status: Status): Attendee => ({
    id: status,
    userId: status,
    kind: "host",
    name: status,
    email: "",
    status,
    isNoShow: false,
  });
  const attendees = [host("declined"), host("confirmed"), host("pending")];

  it("is nobody who said no, once the meeting stands", () => {
    for (const status of ["confirmed", "completed"] as const)
      expect(hostsToMeet({ status, attendees }).map(({ id }) => id)).toEqual(["confirmed", "pending"]);
  });

  it("is everybody who is asked, as long as it does not stand, and who was, when it is off", () => {
    for (const status of ["pending", "cancelled"] as const) expect(hostsToMeet({ status, attendees })).toHaveLength(3);
  });
});

describe("what the answers make of a meeting", () => {
  it("is decided exactly when whoever is still open can change nothing, or enough have said yes", () => {
    fc.assert(
      fc.property(quorum, statuses, (name, given) => {
        const all = endings(given);
        const results = all.map((ending) => takesPlace(name, ending));
        const outcome = outcomeOf(name, given);
        expect(outcome === "lost").toBe(results.every((result) => !result));
        expect(outcome === "reached").toBe(results.every(Boolean));
      }),
    );
  });

  it("does not depend on who answered first, and an answer never undoes what is decided", () => {
    fc.assert(
      fc.property(quorum, statuses, fc.nat(), (name, given, turn) => {
        const rotated = given.map((_, index) => given[(index + turn) % given.length]!);
        expect(outcomeOf(name, rotated)).toBe(outcomeOf(name, given));
        const decided = outcomeOf(name, given);
        if (decided !== "open") for (const ending of endings(given)) expect(outcomeOf(name, ending)).toBe(decided);
      }),
    );
  });

  it.each([
    ["all", ["confirmed", "pending"], "open"],
    ["all", ["confirmed", "confirmed"], "reached"],
    ["all", ["declined", "pending"], "lost"],
    ["majority", ["confirmed", "confirmed", "pending", "pending"], "open"],
    ["majority", ["confirmed", "confirmed", "confirmed", "pending"], "reached"],
    ["majority", ["declined", "declined", "pending", "pending"], "lost"],
    ["any", ["declined", "declined", "pending"], "open"],
    ["any", ["declined", "confirmed", "pending"], "reached"],
    ["any", ["declined", "declined"], "lost"],
  ] as const)("of %s, with %j, is %s", (name, given, outcome) => {
    expect(outcomeOf(name, given)).toBe(outcome);
  });
});

describe("a meeting that waits for answers", () => {
  const bears = (rsvpQuorum: (typeof quorums)[number], statuses: Status[]) => {
    const attendees = statuses.map((status) => ({ kind: "host", status }) as Attendee);
    return bearsAnotherNo({ attendees, eventType: { rsvpQuorum } as Booking["eventType"] });
  };

  it("bears another no as long as the others can still be enough", () => {
    expect(bears("all", ["confirmed", "pending", "pending"])).toBe(false);
    expect(bears("majority", ["confirmed", "pending", "pending"])).toBe(true);
    expect(bears("majority", ["declined", "pending", "confirmed"])).toBe(false);
    expect(bears("any", ["declined", "pending", "pending"])).toBe(true);
    expect(bears("any", ["declined", "declined", "pending"])).toBe(false);
  });
});

describe("how a meeting of all hands begins", () => {
  const eventType = { assignmentType: "all_hands", requiresConfirmation: false, rsvpQuorum: "all" } as const;
  const hostIds = ["ada", "bo"];

  it("waits for everybody, except for the host who makes it", () => {
    const invitee = beginning({ eventType, hostIds, actor: { kind: "invitee" } });
    expect(invitee).toEqual({ status: "pending", accepted: [] });
    const host = beginning({ eventType, hostIds, actor: { kind: "user", userId: "bo" } });
    expect(host).toEqual({ status: "pending", accepted: ["bo"] });
    const admin = beginning({ eventType, hostIds, actor: { kind: "user", userId: "cy" }, isByHost: true });
    expect(admin).toEqual({ status: "pending", accepted: [] });
  });

  it("stands at once where the yes of the host who makes it is enough", () => {
    const any = { ...eventType, rsvpQuorum: "any" } as const;
    const actor = { kind: "user", userId: "ada" } as const;
    expect(beginning({ eventType: any, hostIds, actor })).toEqual({ status: "confirmed", accepted: ["ada"] });
    expect(beginning({ eventType, hostIds: ["ada"], actor }).status).toBe("confirmed");
    expect(beginning({ eventType: any, hostIds, actor: { kind: "invitee" } }).status).toBe("pending");
  });
});

describe("a key", () => {
  const now = 1_000;
  const live = { status: "pending", start: now + 1 } as const;
  const fresh = { response: null, replacedAt: null };
  const old = { response: null, replacedAt: new Date(0) };

  it("is open until its host has answered, it is replaced, or the meeting begins or is off", () => {
    expect(stateOfAsking(fresh, live, now)).toBe("open");
    expect(stateOfAsking(fresh, { ...live, status: "confirmed" }, now)).toBe("open");
    expect(stateOfAsking({ ...fresh, response: "declined" }, live, now)).toBe("answered");
    expect(stateOfAsking(old, live, now)).toBe("replaced");
    expect(stateOfAsking({ ...old, response: "accepted" }, live, now)).toBe("replaced");
    for (const over of [{ start: now }, { status: "cancelled" }, { status: "completed" }] as const)
      expect(stateOfAsking(fresh, { ...live, ...over }, now)).toBe("closed");
  });

  it("still tells what was answered when the meeting is off, and of a replaced one that it is off", () => {
    const off = { ...live, status: "cancelled" } as const;
    expect(stateOfAsking({ ...fresh, response: "accepted" }, off, now)).toBe("answered");
    expect(stateOfAsking(old, off, now)).toBe("closed");
  });
});
