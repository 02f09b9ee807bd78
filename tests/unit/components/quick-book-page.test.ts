import { describe, expect, it } from "vitest";
import { hostsInBrief, hrefsOf, namedHosts, quickBookErrors } from "~/components/quick-book-page";

const nothing = {
  event: null,
  from: null,
  host: null,
  team: null,
  members: null,
  duration: null,
  name: null,
  email: null,
  timezone: null,
  locale: null,
  guests: null,
  notes: null,
};

describe("the links of a quick book", () => {
  it("carry on what was chosen and typed, and name the time as the form does", () => {
    const hrefFor = hrefsOf(
      { kept: { ...nothing, event: "intro", name: "Mei" }, answers: {} },
      { name: ["Mei Tanaka"] },
    );
    expect(hrefFor({ time: "2026-11-23T09:00:00Z" })).toBe(
      "/booking/bookings/new?event=intro&name=Mei+Tanaka&start=2026-11-23T09%3A00%3A00Z",
    );
    expect(hrefFor({ event: null, month: "2026-12" })).toBe("/booking/bookings/new?name=Mei+Tanaka&month=2026-12");
  });
});

describe("what is wrong with a quick book's form", () => {
  const said = (path: string, guests = "") =>
    quickBookErrors({ values: { guests: [guests] }, errors: [{ path, message: "No." }], questions: [] });

  it("stands at its field, a guest's with their address", () => {
    expect(said("email")).toEqual([{ path: "email", message: "No." }]);
    expect(said("guests.1", "a@example.org\nb")).toEqual([{ path: "guests", message: "b: No." }]);
    expect(said("guests")).toEqual([{ path: "guests", message: "No." }]);
  });

  it("stands on top where the form has no such field", () => {
    for (const path of ["start", "duration_minutes", "host"])
      expect(said(path)).toEqual([{ path: "", message: "No." }]);
  });
});

describe("whose time an event type takes", () => {
  it("is said in a few words", () => {
    expect(hostsInBrief({ hosts: ["You"], needsEverybody: false })).toBe("You");
    expect(hostsInBrief({ hosts: ["You", "Ines"], needsEverybody: false })).toBe("Any of 2 hosts");
    expect(hostsInBrief({ hosts: ["You", "Ines"], needsEverybody: true })).toBe("Both hosts");
    expect(hostsInBrief({ hosts: ["You", "Ines", "Rin"], needsEverybody: true })).toBe("All 3 hosts");
  });

  it("names those whom the address names, as long as they are few", () => {
    const offer = (...hosts: string[]) => ({ hosts }) as Parameters<typeof namedHosts>[0]["offer"];
    expect(namedHosts({ areNamed: true, offer: offer("You", "Ines", "Rin") })).toBe("You, Ines and Rin");
    expect(namedHosts({ areNamed: false, offer: offer("You", "Ines") })).toBeNull();
    expect(namedHosts({ areNamed: true, offer: offer("Ines") })).toBeNull();
    expect(namedHosts({ areNamed: true, offer: offer(...Array<string>(9).fill("Ines")) })).toBeNull();
  });
});
