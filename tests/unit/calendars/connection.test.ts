import { expect, test } from "vitest";
import { inOrder, type Connection } from "~/domain/calendars/connection";

test("calendars that need their host come first, then the primary one, then where bookings go, the rest by name", () => {
  const named = (name: string, given: Partial<Connection> = {}, needsReconnectSince: number | null = null) =>
    ({ name, isPrimary: false, createEvents: false, account: { needsReconnectSince }, ...given }) as Connection;
  const all = [
    named("Team"),
    named("Bookings", { createEvents: true }),
    named("Family"),
    named("Work", { isPrimary: true }),
    named("Lost", {}, 1),
  ];
  expect(inOrder(all).map(({ name }) => name)).toEqual(["Lost", "Work", "Bookings", "Family", "Team"]);
});
