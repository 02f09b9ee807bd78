import { z } from "zod";
import { momentMs } from "~/domain/availability/slots-query";
import { listBookings } from "~/domain/bookings/bookings.server";
import { momentField, uuidField } from "~/domain/fields";
import { may } from "~/domain/workspaces/roles";
import { api, list, listOf, operation, Page } from "~/http/api.server";
import { BookingAnswer } from "~/http/booking-answer";
import { bookingJson } from "~/http/booking-json.server";
import { requireMember } from "~/http/member.server";
import { problem } from "~/http/problem.server";

const Query = Page.extend({
  status: z.enum(["pending", "confirmed", "cancelled", "completed"], { error: "There is no such status." }).optional(),
  from: momentField.optional().describe("A time, or a date in the caller's zone."),
  to: momentField.optional().describe("A time, or a date, which counts whole."),
  host_id: uuidField.optional(),
  event_type_id: uuidField.optional(),
  q: z
    .string()
    .max(200, "The search is too long: 200 characters at most.")
    .optional()
    .describe("In names and addresses."),
});

const readAll = operation({
  auth: "user",
  summary: "List bookings",
  description: "Members list their own, owners and admins everybody's.",
  query: Query,
  answers: { 200: listOf(BookingAnswer) },
  async handle({ user, params, query }) {
    const { workspace, role } = await requireMember(user, params.ws, "bookings.read");
    const seesAll = may(role, "bookings.change-any");
    if (!seesAll && query.host_id && query.host_id !== user.id) {
      return problem(403, "You may list your own bookings only.");
    }
    const { items, total } = await listBookings({
      workspaceId: workspace.id,
      hostId: seesAll ? query.host_id : user.id,
      statuses: query.status && [query.status],
      from: query.from && momentMs(query.from, user.timezone, "start"),
      to: query.to && momentMs(query.to, user.timezone, "end"),
      eventTypeId: query.event_type_id,
      q: query.q?.replaceAll("\u0000", ""),
      order: "newest",
      limit: query.limit,
      offset: query.offset,
    });
    return list(items.map(bookingJson), total, query);
  },
});

export const { loader, action } = api("/api/v1/workspaces/{ws}/booking/bookings", { GET: readAll });
