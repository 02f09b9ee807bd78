import { z } from "zod";
import { momentMs } from "~/domain/availability/slots-query";
import { reasonField } from "~/domain/bookings/booking";
import { book } from "~/domain/bookings/book.server";
import { listBookings } from "~/domain/bookings/bookings.server";
import { instantField, momentField } from "~/domain/fields";
import { noContent, operation, Page } from "../api.server";
import { requireOwnWorkspace } from "../own-workspace.server";
import type { Operations } from "../openapi/registry.server";
import { visitorLocale } from "../visitor.server";
import { callOff, moveTo, requireKeyed, unbooked } from "./bookings.server";
import { success, successCreated, successOf } from "./envelope.server";
import { requireBookable } from "./event-types.server";
import { PlainBook, PlainBooking, plainBooking, plainBookings, plainNames } from "./plain-booking.server";
import { PlainPage } from "./plain-page";

const one = successOf(PlainBooking);

const Query = Page.extend({
  status: z.enum(["pending", "confirmed", "cancelled", "completed"], { error: "There is no such status." }).optional(),
  from: momentField.optional().describe("Bookings that end after it: an instant, or a date in your zone."),
  to: momentField.optional().describe("Bookings that start before it; of a date, its last moment."),
});

export const plainBookingList: Operations = {
  GET: operation({
    auth: "user",
    summary: "List your own bookings",
    description: "Those that you host, newest first, in your default workspace or in `workspace`.",
    query: Query,
    answers: { 200: successOf(z.array(PlainBooking), { pagination: PlainPage }) },
    async handle({ request, user, query }) {
      const { workspace } = await requireOwnWorkspace(request, user, "bookings.read");
      const { limit, offset, status, from, to } = query;
      const { items, total } = await listBookings({
        workspaceId: workspace.id,
        hostId: user.id,
        statuses: status && [status],
        from: from && momentMs(from, user.timezone, "start"),
        to: to && momentMs(to, user.timezone, "end"),
        order: "newest",
        limit,
        offset,
      });
      return success(await plainBookings(workspace.id, items), { pagination: { total, limit, offset } });
    },
  }),
  POST: operation({
    auth: "none",
    creates: true,
    summary: "Book a slot",
    description:
      "A time that is taken, or was never free, is a 409 with the nearest `alternatives`. Where the event type asks for confirmation the booking is `pending`.",
    body: PlainBook,
    answers: { 201: one },
    refusals: [404, 409],
    example: {
      event_type_id: 1,
      start: "2026-11-23T14:00:00Z",
      attendee: {
        name: "Jane Doe",
        email: "jane@example.com",
        timezone: "America/New_York",
        notes: "Looking forward to the meeting",
      },
    },
    async handle({ request, body, now }) {
      const { event_type_id, attendee, duration_minutes, ...rest } = body;
      const eventType = await requireBookable({ id: event_type_id });
      const { locale } = visitorLocale(request);
      const result = await book({
        eventType,
        input: { ...rest, ...attendee, durationMinutes: duration_minutes },
        locale,
        now,
      });
      if (result.ok) return successCreated(await plainBooking(result.booking), `/v2/bookings/${result.booking.uid}`);
      const { minimumNoticeMinutes: noticeMinutes } = eventType;
      return unbooked(result, { start: body.start, zone: attendee.timezone, noticeMinutes, now }, plainNames);
    },
  }),
};

export const plainBookingByUid: Operations = {
  GET: operation({
    auth: "none",
    summary: "Read a booking",
    answers: { 200: one },
    refusals: [404],
    async handle({ user, params }) {
      const { booking } = await requireKeyed(params.uid, user);
      return success(await plainBooking(booking));
    },
  }),
  PATCH: operation({
    auth: "none",
    summary: "Reschedule a booking",
    description:
      "It keeps its `uid`, its length and its hosts, and waits again where the event type asks for confirmation.",
    body: z.strictObject({ start: instantField, reason: reasonField.default("") }),
    answers: { 200: one },
    refusals: [403, 404, 409],
    example: { start: "2026-11-24T15:00:00Z" },
    async handle({ user, params, body: { start, reason }, now }) {
      const keyed = await requireKeyed(params.uid, user);
      const moved = await moveTo({ ...keyed, start, reason, now }, {});
      return moved.ok ? success(await plainBooking(moved.booking)) : moved.response;
    },
  }),
  DELETE: operation({
    auth: "none",
    summary: "Cancel a booking",
    description: "The time is free at once. A booking that is cancelled already stays so.",
    query: z.object({ reason: reasonField.default("").describe("Why; some event types ask for it.") }),
    answers: { 204: null },
    refusals: [403, 404, 409],
    async handle({ user, params, query: { reason }, now }) {
      const keyed = await requireKeyed(params.uid, user);
      const done = await callOff({ ...keyed, reason, now }, {});
      return done.ok ? noContent() : done.response;
    },
  }),
};
