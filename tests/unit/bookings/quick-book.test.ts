import { describe, expect, it } from "vitest";
import { canHold, carriedAnswers, hostsToChoose } from "~/domain/bookings/quick-book";

const member = (userId: string) => ({ userId, name: userId, timezone: "Europe/Oslo", weight: 1, priority: 0 });

describe("the hosts of whom one may be asked for alone", () => {
  const members = [member("ingrid"), member("tomás")];

  it("are those of a team event that takes one of them", () => {
    expect(hostsToChoose({ members, assignmentType: "round_robin" })).toEqual(members);
    expect(hostsToChoose({ members, assignmentType: "collective" })).toEqual(members);
  });

  it("are nobody where all are needed, or where there is one only", () => {
    expect(hostsToChoose({ members, assignmentType: "all_hands" })).toEqual([]);
    expect(hostsToChoose({ members: members.slice(1), assignmentType: null })).toEqual([]);
  });
});

describe("whom an event type can be booked with", () => {
  const own = { members: [member("ingrid"), member("tomás")], isTeamEvent: true, teamId: null };

  it("is some of its own hosts", () => {
    expect(canHold(own, { userIds: ["tomás"] })).toBe(true);
    expect(canHold(own, { userIds: ["tomás", "rin"] })).toBe(false);
  });

  it("is any team where it is a team event that belongs to none, and else its own team", () => {
    const by = (more: object, teamId = "calibration") => canHold({ ...own, ...more }, { teamId, userIds: ["rin"] });
    expect([by({}), by({ teamId: "calibration" }), by({ teamId: "other" }), by({ isTeamEvent: false })]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("what an address carries of a form", () => {
  it("is what is about the invitee, and filled in", () => {
    const values = { name: ["Mei"], email: [""], notes: ["By phone"], start: ["2026-11-23T09:00:00Z"], intent: ["x"] };
    expect(carriedAnswers(values)).toEqual({ name: "Mei", notes: "By phone" });
  });

  it("leaves out what would make it longer than servers take", () => {
    expect(carriedAnswers({ name: ["Mei"], notes: ["ä".repeat(2000)] })).toEqual({ name: "Mei" });
    expect(carriedAnswers({ notes: ["a".repeat(2000)] }).notes).toHaveLength(2000);
  });
});
