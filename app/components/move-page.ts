import { paths, type Query } from "~/paths";
import type { Meeting } from "./meeting-view";
import type { SlotChoice } from "./slot-picker";

/** What the page for moving a meeting is made of, whatever its step. */
export type MovePage = {
  meeting: Meeting;
  start: number | null;
  choice: SlotChoice | null;
  kept: { timezone: string | null; lang: string | null };
};

/** This page's address with another choice. */
export function hrefsOf({ meeting, kept }: MovePage) {
  return (query: Query) => paths.rescheduleMeeting(meeting.uid, { ...kept, ...query });
}
