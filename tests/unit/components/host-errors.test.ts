import { expect, it } from "vitest";
import { withHostNames } from "~/components/host-errors";

const hosts = [
  { id: "a", name: "Ada Okafor", timezone: "Europe/Oslo" },
  { id: "b", name: "Bo Lindgren", timezone: "Europe/Oslo" },
];

it("a summary tells the same mistake at two hosts apart by their names", () => {
  const message = "The weight is a whole number, 1 to 100.";
  const errors = ["shares.a.weight", "shares.b.weight", "shares.gone.weight", "name"].map((path) => ({
    path,
    message,
  }));
  expect(withHostNames(errors, hosts).map(({ label }) => label)).toEqual([
    `Ada Okafor: ${message}`,
    `Bo Lindgren: ${message}`,
    undefined,
    undefined,
  ]);
});
