import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { TeamForm, TeamInput, TeamPatch } from "~/domain/teams/team";

describe("what a team is made of", () => {
  it("is a name; nobody is in it until somebody is named", () => {
    expect(TeamInput.parse({ name: " Survey crew " })).toEqual({ name: "Survey crew", member_ids: [] });
    expect(TeamPatch.parse({})).toEqual({});
  });

  it("is each person once, however often and in whichever letters they are named", () => {
    const id = randomUUID();
    expect(TeamInput.parse({ name: "Crew", member_ids: [id, id.toUpperCase(), id] }).member_ids).toEqual([id]);
  });

  it.each([
    [{ name: "" }, "name"],
    [{ name: "a".repeat(101) }, "name"],
    [{ slug: "Big Crew" }, "slug"],
    [{ slug: "new" }, "slug"],
    [{ slug: "6f9619ff-8b86-4d01-b42d-00c04fc964ff" }, "slug"],
    [{ member_ids: "all" }, "member_ids"],
    [{ member_ids: ["ingrid"] }, "member_ids.0"],
    [{ member_ids: Array.from({ length: 101 }, () => randomUUID()) }, "member_ids"],
  ])("%j is refused at its field", (given, path) => {
    const read = TeamPatch.safeParse(given);
    expect(read.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
  });

  it("has weights of 1 to 100 and priorities of 0 to 1000 on its page", () => {
    const id = randomUUID();
    const read = (weight: number, priority: number) =>
      TeamForm.safeParse({ name: "Crew", member_ids: [id], shares: { [id]: { weight, priority } } }).success;
    expect([read(1, 0), read(100, 1000)]).toEqual([true, true]);
    expect([read(0, 0), read(101, 0), read(1, -1), read(1, 1001), read(1.5, 0)]).not.toContain(true);
  });
});
