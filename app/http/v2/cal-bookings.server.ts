import { z } from "zod";
import { book } from "~/domain/bookings/book.server";
import { listBookings } from "~/domain/bookings/bookings.server";
import { isLanguage } from "~/messages/translate";
import { operation } from "../api.server";
import type { Operations } from "../openapi/registry.server";
import { requireOwnWorkspace } from "../own-workspace.server";
import { visitorLocale } from "../visitor.server";
import { callOff, moveTo, requireKeyed, unbooked } from "./bookings.server";
import { CalBooking, calBooking, calBookings } from "./cal-booking.server";
import { CalBook, calBookNames, CalCancel, CalReschedule } from "./cal-booking-input";
import { calPage, CalPage, CalBookingsQuery, orderOf, programFilter } from "./cal-bookings-query";
import { success, successCreated, successOf } from "./envelope.server";
import { memberOf, requireBookable } from "./event-types.server";

export const oneCalBooking = successOf(CalBooking);

/** Cal.com's version of what is here. */
export const calBookingVersions = ["2024-08-13"] as const;

export const calBookingList: Operations = {
  GET: operation({
    auth: "user",
    summary: "List your own bookings",
    query: CalBookingsQuery,
    answers: { 200: successOf(z.array(CalBooking), { pagination: CalPage }) },
    async handle({ request, user, query, now }) {
      const { workspace } = await requireOwnWorkspace(request, user, "bookings.read");
      const { items, total } = await listBookings({
        workspaceId: workspace.id,
        hostId: user.id,
        program: programFilter(query, now),
        order: orderOf(query),
        limit: query.take,
        offset: query.skip,
      });
      const pagination = calPage(total, items.length, query);
      return success(await calBookings(workspace.id, items, true), { pagination });
    },
  }),
  POST: operation({
    auth: "none",
    creates: true,
    summary: "Book a slot",
    description:
      "The event type by its id, or by its address and that of its workspace: `eventTypeSlug` with `username`. Fields that are not known are left out. A taken slot is a 400, as at Cal.com.",
    body: CalBook,
    answers: { 201: oneCalBooking },
    refusals: [404],
    example: {
      start: "2026-11-23T09:00:00Z",
      eventTypeId: 1,
      attendee: { name: "John Doe", email: "john@example.com", timeZone: "America/New_York", language: "en" },
      metadata: { source: "website" },
    },
    async handle({ request, user, body, now }) {
      const { named, attendee, start, lengthInMinutes, answers = {}, notes = "", guests, metadata } = body;
      const eventType = await requireBookable(named.eventType);
      const { name, email, timeZone: timezone, language } = attendee;
      const input = { start, timezone, name, email, notes, answers, guests, durationMinutes: lengthInMinutes };
      const locale = isLanguage(language) ? language : visitorLocale(request).locale;
      const result = await book({ eventType, input, wish: named.wish, locale, metadata, now });
      if (!result.ok) {
        const { minimumNoticeMinutes: noticeMinutes } = eventType;
        return unbooked(result, { start, zone: timezone, noticeMinutes, now }, calBookNames);
      }
      const isMember = (await memberOf(user, eventType.workspaceId, "bookings.read")) !== null;
      return successCreated(await calBooking(result.booking, isMember), `/v2/bookings/${result.booking.uid}`);
    },
  }),
};

export const calBookingByUid: Operations = {
  GET: operation({
    auth: "none",
    summary: "Read a booking",
    answers: { 200: oneCalBooking },
    refusals: [404],
    async handle({ user, params }) {
      const { booking, actor } = await requireKeyed(params.uid, user);
      return success(await calBooking(booking, actor.kind === "user"));
    },
  }),
};

export const calCancel: Operations = {
  POST: operation({
    auth: "none",
    summary: "Cancel a booking",
    body: CalCancel,
    mayBeEmpty: true,
    answers: { 200: oneCalBooking },
    refusals: [404],
    example: { cancellationReason: "Something came up." },
    async handle({ user, params, body: { cancellationReason: reason }, now }) {
      const keyed = await requireKeyed(params.uid, user);
      const done = await callOff({ ...keyed, reason, now }, { reason: "cancellationReason" });
      return done.ok ? success(await calBooking(done.booking, keyed.actor.kind === "user")) : done.response;
    },
  }),
};

export const calReschedule: Operations = {
  POST: operation({
    auth: "none",
    creates: true,
    summary: "Reschedule a booking",
    description:
      "Unlike at Cal.com the booking stays the same one, with the same `uid`: links to it go on working. So there is no `rescheduledFromUid`, and no cancelled booking is left behind.",
    body: CalReschedule,
    answers: { 201: oneCalBooking },
    refusals: [404],
    example: { start: "2026-11-24T10:00:00Z", reschedulingReason: "A clash." },
    async handle({ user, params, body: { start, reschedulingReason: reason }, now }) {
      const keyed = await requireKeyed(params.uid, user);
      const moved = await moveTo({ ...keyed, start, reason, now }, { reason: "reschedulingReason" });
      if (!moved.ok) return moved.response;
      const rendered = await calBooking(moved.booking, keyed.actor.kind === "user");
      return successCreated(rendered, `/v2/bookings/${moved.booking.uid}`);
    },
  }),
};
