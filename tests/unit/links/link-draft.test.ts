import { describe, expect, it } from "vitest";
import {
  baseValues,
  formSteps,
  noRules,
  rebased,
  sentValues,
  type DraftBase,
  type DraftValues,
} from "~/domain/links/draft-fields";
import { draftChange, furthestStep, readStep, typedChange } from "~/domain/links/link-draft";

const office: DraftBase = {
  title: "",
  follows: "",
  rules: noRules,
  hours: "default",
  timezone: "Europe/Oslo",
  weekly: [[540, 1020], [], [], [], [], [], []],
};
const calibration: DraftBase = {
  ...office,
  follows: "6a0a55fc-3a86-4bb1-9f62-1e6c2e6f0d11",
  rules: { ...noRules, description: "We calibrate.", maxPerDay: 2, durationMinutes: 45, requiresConfirmation: true },
};
const every = (base: DraftBase): DraftValues =>
  Object.fromEntries(formSteps.map((step) => [step, baseValues(step, base)]));
const titled = (values: DraftValues, title = "Newsletter"): DraftValues => ({
  ...values,
  basics: { ...values.basics, title: [title] },
});

describe("the steps of a link's draft", () => {
  it("say of themselves what an event type says, and read back to the same rules", () => {
    const { change } = draftChange(titled(every(calibration)), { isNew: true }) as { change: object };
    expect(change).toEqual({
      title: "Newsletter",
      follows: calibration.follows,
      hours: { kind: "default" },
      rules: {
        description: "We calibrate.",
        location: { type: "google_meet", value: "" },
        requires_confirmation: true,
        excluded_dates: [],
        excluded_date_notes: {},
        durations: [45],
        buffer_before: 0,
        buffer_after: 0,
        max_per_day: 2,
        max_per_week: null,
        minimum_notice_minutes: 240,
        booking_window_days: 60,
        slot_interval_minutes: null,
        template_id: null,
        email_followup_enabled: false,
      },
    });
  });

  it("are checked each by itself, by the rules of event types and schedules, at their fields", () => {
    const problems = (step: (typeof formSteps)[number], values: Record<string, string[]>) => {
      const read = readStep(step, { ...baseValues(step, office), ...values });
      return read.ok ? [] : read.errors.map(({ path }) => path);
    };
    expect(problems("basics", { title: [" "] })).toEqual(["title"]);
    expect(problems("basics", { title: ["A"], "location.type": ["in_person"] })).toEqual(["location.value"]);
    expect(problems("basics", { title: ["A"], follows: ["x"] })).toEqual(["follows"]);
    expect(problems("availability", { hours: [""] })).toEqual(["hours"]);
    expect(problems("availability", { hours: ["own"], timezone: ["Atlantis"] })).toEqual(["timezone"]);
    expect(problems("availability", { hours: ["own"], "availability.0.end": ["8"] })).toEqual(["availability.0.end"]);
    expect(problems("availability", { fresh_date: ["Christmas"] })).toEqual(["fresh_date"]);
    expect(problems("duration", { durations: [] })).toEqual(["other_durations"]);
    expect(problems("duration", { other_durations: ["4"], buffer_after: ["x"] })).toEqual([
      "other_durations",
      "buffer_after",
    ]);
    expect(problems("limits", { max_per_day: ["0"], booking_window_days: [""] })).toEqual([
      "max_per_day",
      "booking_window_days",
    ]);
    expect(problems("template", { template_id: ["x"] })).toEqual(["template_id"]);
  });

  it("take hours of its own as they are typed, and look at no rows where others are chosen", () => {
    const typed = { ...baseValues("availability", office), "availability.0.start": ["8.30"], timezone: ["Asia/Tokyo"] };
    expect(readStep("availability", { ...typed, hours: ["own"] })).toMatchObject({
      change: { hours: { kind: "own", timezone: "Asia/Tokyo", weekly: [[510, 1020], [], [], [], [], [], []] } },
    });
    expect(readStep("availability", { ...typed, "availability.0.end": ["never"] })).toMatchObject({
      change: { hours: { kind: "default" } },
    });
  });

  it("count a date that was typed and not added, with its name", () => {
    const typed = {
      excluded_dates: ["2026-12-24 Christmas Eve"],
      fresh_date: ["2026-12-31"],
      fresh_name: ["Stocktaking"],
    };
    expect(readStep("availability", { ...baseValues("availability", office), ...typed })).toMatchObject({
      change: {
        rules: {
          excluded_dates: ["2026-12-24", "2026-12-31"],
          excluded_date_notes: { "2026-12-24": "Christmas Eve", "2026-12-31": "Stocktaking" },
        },
      },
    });
  });

  it("come one after the other for a new link: the first that is not done is as far as one gets", () => {
    const about = { isNew: true };
    expect(furthestStep({}, about)).toBe("basics");
    expect(furthestStep(titled({}), about)).toBe("basics");
    expect(furthestStep(titled({ basics: baseValues("basics", office) }), about)).toBe("availability");
    const all = titled(every(office));
    expect(furthestStep(all, about)).toBe("review");
    const broken = { ...all, limits: { ...all.limits, max_per_week: ["many"] } };
    expect(draftChange(broken, about)).toEqual({ ok: false, step: "limits" });
  });

  it("need not be gone through to change a link: what was not sent stays as it is", () => {
    const values = { limits: { ...baseValues("limits", office), max_per_day: ["3"] } };
    expect(draftChange(values, { isNew: false })).toMatchObject({ ok: true, change: { rules: { max_per_day: 3 } } });
    expect(draftChange(values, { isNew: false })).not.toHaveProperty("change.rules.description");
    expect(typedChange(values).title).toBeUndefined();
  });
});

describe("another event type", () => {
  it("is followed by what followed the one before, and what was typed stays", () => {
    const typed = titled(every(office));
    typed.limits!.booking_window_days = ["14"];
    typed.basics!["location.value"] = ["https://meet.example/ada"];
    const next = rebased(typed, office, calibration);
    expect(next.basics).toMatchObject({
      title: ["Newsletter"],
      description: ["We calibrate."],
      requires_confirmation: ["on"],
      "location.value": ["https://meet.example/ada"],
      shown: [calibration.follows],
    });
    expect(next.limits).toMatchObject({ max_per_day: ["2"], booking_window_days: ["14"] });
    expect(next.duration!.durations).toEqual(["45"]);
    const back = rebased(next, calibration, office);
    expect(back).toEqual({ ...typed, basics: { ...typed.basics, shown: [""] } });
  });
});

describe("what is kept of a form", () => {
  it("is what its step asks for, as it was typed, and nothing that a database cannot keep", () => {
    const form = new URLSearchParams({
      "availability.0.start": "nine\0",
      "availability.x.start": "1",
      hours: "own",
      intent: "save",
      max_per_day: "3",
    });
    expect(sentValues("availability", form)).toEqual({ "availability.0.start": ["nine"], hours: ["own"] });
    expect(sentValues("limits", form)).toEqual({ max_per_day: ["3"] });
  });
});
