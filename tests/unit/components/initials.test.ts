import { describe, expect, it } from "vitest";
import { distinctInitials, initialsOf } from "~/components/initials";

describe("initials", () => {
  it.each([
    ["Ingrid Halvorsen-Nakamura", "IH"],
    ["tomás figueiredo de albuquerque", "TF"],
    ["Олена Шевченко", "ОШ"],
    ["Σοφία Παπαδοπούλου", "ΣΠ"],
    ["Prince", "P"],
    ["(Bob) “Ray”", "BR"],
    ["山本 さくら", "山"],
    ["김서연", "김"],
    ["نورة الحربي", "ن"],
    ["நளினி சுந்தரம்", "ந"],
    ["  ", "?"],
    ["👋", "?"],
  ])("of %s are %s", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it("of people beside each other are told apart", () => {
    expect(distinctInitials(["Ann Olsen", "Ida Berg", "Adaeze Okonkwo", "Al Ord"])).toEqual(["AO", "IB", "AO2", "AO3"]);
  });
});
