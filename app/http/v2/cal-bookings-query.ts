import { z } from "zod";
import { momentMs } from "~/domain/availability/slots-query";
import type { BookingTab } from "~/domain/bookings/booking-list";
import { wholeNumber } from "../whole-number";
import { calMomentField } from "./fields";

const states = ["upcoming", "recurring", "past", "cancelled", "unconfirmed"] as const;

const tabs: Record<(typeof states)[number], BookingTab[]> = {
  upcoming: ["upcoming"],
  // Meetings that repeat are none of ours.
  recurring: [],
  past: ["past"],
  cancelled: ["cancelled"],
  unconfirmed: ["waiting"],
};

const statusField = z
  .string()
  .transform((text) => text.split(",").map((state) => state.trim()))
  .pipe(z.array(z.enum(states, { error: `The status is one of ${states.join(", ")}.` })).max(20))
  .transform((chosen) => chosen.flatMap((state) => tabs[state]));

const numbersField = z
  .string()
  .regex(/^\s*\d{1,15}(\s*,\s*\d{1,15}){0,99}\s*$/, "Ids are whole numbers, parted by commas.")
  .transform((text) => text.split(",").map(Number));

const text = z
  .string()
  .max(250, "That is too long: 250 characters at most.")
  .transform((value) => value.replaceAll("\u0000", ""));

const direction = z.enum(["asc", "desc"], { error: "Sort asc or desc." }).optional();
const moment = calMomentField.optional();

/** Which bookings a client of Cal.com asks for. */
export const CalBookingsQuery = z.object({
  status: statusField.optional().describe(`One or more of ${states.join(", ")}, parted by commas.`),
  attendeeEmail: text.optional(),
  attendeeName: text.optional(),
  bookingUid: text.optional(),
  eventTypeIds: numbersField.optional(),
  eventTypeId: numbersField.optional(),
  teamsIds: numbersField.optional(),
  teamIds: numbersField.optional(),
  teamId: numbersField.optional(),
  afterStart: moment,
  beforeEnd: moment,
  afterCreatedAt: moment,
  beforeCreatedAt: moment,
  afterUpdatedAt: moment,
  beforeUpdatedAt: moment,
  sortStart: direction,
  sortEnd: direction,
  sortCreated: direction,
  sortUpdatedAt: direction,
  take: wholeNumber("take is a whole number.", [1, 250])
    .pipe(z.number().min(1, "take is 1 or more.").max(250, "take is 250 at most."))
    .default(100),
  skip: wholeNumber("skip is a whole number.", [0, 1_000_000])
    .pipe(z.number().min(0, "skip is 0 or more.").max(1_000_000, "skip is too large."))
    .default(0),
});

type Query = z.output<typeof CalBookingsQuery>;

/** The same as our own filter. */
export function programFilter(query: Query, now: number) {
  const at = (each: Query["afterStart"], edge: "start" | "end") => each && momentMs(each, "UTC", edge);
  return {
    tabs: query.status,
    uid: query.bookingUid,
    inviteeEmail: query.attendeeEmail,
    inviteeName: query.attendeeName,
    eventTypes: query.eventTypeIds ?? query.eventTypeId,
    teams: query.teamsIds ?? query.teamIds ?? query.teamId,
    startsFrom: at(query.afterStart, "start"),
    endsBy: at(query.beforeEnd, "end"),
    created: { from: at(query.afterCreatedAt, "start"), to: at(query.beforeCreatedAt, "end") },
    updated: { from: at(query.afterUpdatedAt, "start"), to: at(query.beforeUpdatedAt, "end") },
    now,
  };
}

/** The first one that is asked for counts; without any, by their starts. */
export function orderOf({ sortStart, sortEnd, sortCreated, sortUpdatedAt }: Query) {
  if (sortStart) return sortStart === "asc" ? "start" : "start_desc";
  if (sortEnd) return sortEnd === "asc" ? "end" : "end_desc";
  if (sortCreated) return sortCreated === "asc" ? "oldest" : "newest";
  if (sortUpdatedAt) return sortUpdatedAt === "asc" ? "updated" : "updated_desc";
  return "start";
}

export const CalPage = z.strictObject({
  totalItems: z.int(),
  remainingItems: z.int(),
  returnedItems: z.int(),
  itemsPerPage: z.int(),
  currentPage: z.int(),
  totalPages: z.int(),
  hasNextPage: z.boolean(),
  hasPreviousPage: z.boolean(),
});

/** Where a page stands among all of them. */
export function calPage(total: number, returned: number, { take, skip }: Pick<Query, "take" | "skip">) {
  const remaining = Math.max(0, total - skip - returned);
  return {
    totalItems: total,
    remainingItems: remaining,
    returnedItems: returned,
    itemsPerPage: take,
    currentPage: Math.floor(skip / take) + 1,
    totalPages: Math.ceil(total / take),
    hasNextPage: remaining > 0,
    hasPreviousPage: skip > 0,
  } satisfies z.input<typeof CalPage>;
}
