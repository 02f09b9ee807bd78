import { describe, expect, it } from "vitest";
import { LeftBehindInput } from "~/domain/workspaces/left-behind-input";

const [one, two, heir] = ["1", "2", "3"].map((digit) => `${digit.repeat(8)}-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
];
const empty = { all: "", otherwise_cancel: false, message: "", meetings: [], event_types: [] };

describe("what is chosen for what a member leaves behind", () => {
  it("is nothing where nothing is left", () => {
    expect(chosen({})).toEqual({ meetings: [], eventTypes: [] });
  });

  it("for all counts for those without a choice of their own", () => {
    const meetings = [
      [one, ""],
      [two, "cancel"],
    ];
    expect(chosen({ all: heir, meetings }).meetings).toEqual([
      [one, { to: heir, elseCancel: false }],
      [two, null],
    ]);
    expect(chosen({ all: "cancel", meetings }).meetings).toEqual([
      [one, null],
      [two, null],
    ]);
  });

  it("cancels what cannot be handed over only where the choice for all says so", () => {
    const meetings = [
      [one, ""],
      [two, heir],
    ];
    expect(chosen({ all: heir, otherwise_cancel: true, meetings }).meetings).toEqual([
      [one, { to: heir, elseCancel: true }],
      [two, { to: heir, elseCancel: false }],
    ]);
  });

  it("is asked for by field: once where nothing is said at all, else for each", () => {
    const both = [one, two].map((id) => [id, ""]);
    expect(refused({ meetings: both })).toEqual(["all"]);
    expect(refused({ meetings: [[one, ""]] })).toEqual([`meeting-${one}`]);
    expect(refused({ meetings: [both[0], [two, "cancel"]], event_types: [[one, ""]] })).toEqual([
      `meeting-${one}`,
      `event-type-${one}`,
    ]);
    expect(refused({ all: "everybody", meetings: both })).toContain("all");
  });

  it("of an event type is somebody, its other hosts or nobody", () => {
    const event_types = [
      [one, heir.toUpperCase()],
      [two, "others"],
      [heir, "off"],
    ];
    expect(chosen({ event_types }).eventTypes).toEqual([
      [one, { by: heir }],
      [two, "by_others"],
      [heir, "by_nobody"],
    ]);
  });

  it("is for fifty meetings at most", () => {
    const meetings = Array.from({ length: 51 }, () => [one, "cancel"]);
    expect(refused({ meetings })).toEqual(["meetings"]);
  });
});

function chosen(given: object) {
  const { meetings, eventTypes } = LeftBehindInput.parse({ ...empty, ...given }).choices;
  return { meetings: [...meetings], eventTypes: [...eventTypes] };
}

function refused(given: object) {
  const result = LeftBehindInput.safeParse({ ...empty, ...given });
  return result.error?.issues.map(({ path }) => path.join(".")) ?? [];
}
