import { draftOf, type ScheduleDraft } from "~/domain/availability/schedule-draft";

/** Monday morning and Friday around noon, and one closed date. */
export const draft: ScheduleDraft = draftOf({
  name: "Working hours",
  timezone: "Europe/Oslo",
  isDefault: true,
  weekly: [[540, 720], [], [], [], [600, 900], [], []],
  overrides: [{ date: "2026-12-24", intervals: [], note: "Christmas Eve" }],
});
