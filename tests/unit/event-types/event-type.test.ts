import { describe, expect, it } from "vitest";
import { noticeParts } from "~/domain/event-types/typed";
import { shareWords } from "~/components/event-type-words";
import { emptyEventType, offeredDurations } from "~/domain/event-types/event-type";
import { EventTypeInput } from "~/domain/event-types/event-type-input";
import { mergeSettings, settingProblems } from "~/domain/event-types/settings";

const host = { userId: "a", weight: 1, priority: 0 };

describe("the lengths of an event type", () => {
  it("always have the usual one among them, shortest first", () => {
    expect(offeredDurations({ durationMinutes: 30, durationOptions: [60, 15] })).toEqual([15, 30, 60]);
    expect(offeredDurations({ durationMinutes: 30, durationOptions: [] })).toEqual([30]);
  });

  it("are kept sorted, once each, and not at all where there is only the usual one", () => {
    const options = (durations: number[]) =>
      mergeSettings({}, EventTypeInput.parse({ name: "Call", duration_minutes: 30, duration_options: durations }))
        .durationOptions;
    expect(options([60, 15, 60])).toEqual([15, 30, 60]);
    expect(options([30])).toEqual([]);
    expect(options([])).toEqual([]);
  });
});

describe("a change of an event type", () => {
  it("takes the team's settings away with the team", () => {
    const team = {
      ...emptyEventType,
      durationOptions: [],
      isTeamEvent: true,
      assignmentType: "collective" as const,
      teamId: "t",
    };
    expect(mergeSettings(team, { is_team_event: false })).toMatchObject({ assignmentType: null, teamId: null });
    const kept = mergeSettings(team, { is_team_event: false, assignment_type: "collective" });
    expect(settingProblems(kept, [host]).map((each) => each.path)).toEqual(["assignment_type"]);
  });

  it("may leave places empty only where that means something", () => {
    const place = (
      locationType: "phone" | "in_person" | "zoom" | "custom" | "google_meet" | "microsoft_teams",
      locationValue = "",
    ) =>
      settingProblems({ ...emptyEventType, durationOptions: [], excludedDates: [], locationType, locationValue }, [
        host,
      ]).length;
    expect([place("phone"), place("google_meet"), place("microsoft_teams")]).toEqual([0, 0, 0]);
    expect([place("in_person"), place("custom"), place("zoom")]).toEqual([1, 1, 0]);
    expect(place("phone", "+47 22 12 34 56")).toBe(0);
    expect(place("google_meet", "https://meet.google.com/abc")).toBe(0);
    expect(place("google_meet", "http://meet.google.com/abc")).toBe(1);
  });
});

describe("words about an event type", () => {
  it("give a notice in the largest unit that fits", () => {
    expect([0, 45, 90, 240, 2880].map(noticeParts)).toEqual([
      { count: 0, unit: "minutes" },
      { count: 45, unit: "minutes" },
      { count: 90, unit: "minutes" },
      { count: 4, unit: "hours" },
      { count: 2, unit: "days" },
    ]);
  });

  it("tell the shares of a round robin only where they differ", () => {
    expect(
      shareWords([
        { name: "Ingrid", weight: 1 },
        { name: "Adaeze", weight: 1 },
      ]),
    ).toBeNull();
    const weighted = [
      { name: "Ingrid", weight: 1 },
      { name: "Adaeze", weight: 2 },
    ];
    expect(shareWords(weighted)).toBe("With these weights Ingrid gets 1 of 3 meetings, Adaeze 2 of 3.");
  });
});
