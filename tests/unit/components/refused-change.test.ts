import { expect, it } from "vitest";
import { translator } from "~/messages/translate";

it("a refused change of a meeting that waits for an answer does not promise that it takes place", () => {
  const words = (language: "en" | "de", state: string) => translator(language)("meeting.refused.nothing", { state });
  expect(words("en", "pending")).toBe("Nothing has changed.");
  expect(words("de", "pending")).toBe("Es hat sich nichts geändert.");
  expect(words("en", "confirmed")).toContain("takes place as planned");
  expect(words("de", "confirmed")).toContain("findet statt wie geplant");
});
