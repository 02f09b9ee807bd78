import { json } from "@remix-run/node";
import { z } from "zod";
import { syncBooking } from "~/domain/calendars/sync-booking.server";
import { zoneField } from "~/domain/fields";
import { api, operation } from "~/http/api.server";
import { OwnWorkspace, requireOwnWorkspace } from "~/http/own-workspace.server";
import { invalid, notFound, problem } from "~/http/problem.server";

const Input = z.strictObject({
  booking_id: z.uuid({ error: "booking_id is a UUID." }),
  calendar_type: z.enum(["google", "outlook"], { error: "calendar_type is google or outlook." }),
  timezone: zoneField,
  access_token: z
    .string()
    .min(1, "access_token is empty.")
    .max(5000, "access_token is too long.")
    .regex(/^[\x21-\x7e]*$/, "access_token has characters that no token has.")
    .optional(),
});

const SyncedAnswer = z
  .strictObject({
    event_id: z.string().describe("As the provider names it."),
    meeting_link: z.string().nullable(),
    status: z.enum(["pending", "confirmed", "cancelled", "completed"]).describe("Of the booking."),
  })
  .meta({ id: "SyncedBooking" });

const refusals = {
  not_a_meeting: "This booking is no meeting that a calendar shows: it is not confirmed, or is cancelled.",
  not_connected: "You have no calendar of this kind connected to which we may write.",
  not_registered: "This instance is not registered with this provider.",
};

export const { loader, action } = api("/api/v1/calendar/sync-booking", {
  POST: operation({
    auth: "user",
    summary: "Write a booking into a calendar",
    description:
      "Into the caller's own, who takes part in it. Twice makes no second event. An `access_token` is used for this one write and not kept.",
    query: OwnWorkspace,
    body: Input,
    answers: { 200: SyncedAnswer },
    creates: true,
    reachesOut: true,
    example: {
      booking_id: "3f0c4c39-6f2a-4f8e-9d3b-0a1b2c3d4e5f",
      calendar_type: "google",
      timezone: "Europe/Oslo",
    },
    async handle({ request, user, body, now }) {
      const { workspace } = await requireOwnWorkspace(request, user, "calendars.own");
      const done = await syncBooking({
        workspaceId: workspace.id,
        userId: user.id,
        bookingId: body.booking_id,
        provider: body.calendar_type === "google" ? "google" : "microsoft",
        timezone: body.timezone,
        accessToken: body.access_token,
        now,
      });
      if (done.ok) {
        return json({ event_id: done.eventId, meeting_link: done.meetingUrl, status: done.booking.status });
      }
      if (done.reason === "not_found") return notFound();
      if (done.reason !== "provider") return problem(409, refusals[done.reason]);
      const isToken = body.access_token !== undefined && done.failure.kind === "unauthorized";
      if (isToken) return invalid([{ path: "access_token", message: "The provider does not take this access token." }]);
      return problem(409, `The calendar did not take it: ${done.failure.said}`);
    },
  }),
});
