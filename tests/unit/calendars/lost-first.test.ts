import { expect, test } from "vitest";
import { lostFirst, type Connection } from "~/domain/calendars/connection";

test("calendars that need their host come first, the others stay in their order", () => {
  const named = (name: string, needsReconnectSince: number | null) =>
    ({ name, account: { needsReconnectSince } }) as Connection;
  const all = [named("Family", null), named("Work", 1), named("Team", null), named("Field", 2)];
  expect(lostFirst(all).map(({ name }) => name)).toEqual(["Work", "Field", "Family", "Team"]);
});
