import { json } from "@remix-run/node";
import { respondRsvp } from "~/domain/bookings/respond-rsvp.server";
import { answerOf, RespondInput } from "~/domain/bookings/rsvp";
import { api, operation } from "~/http/api.server";
import { notFound } from "~/http/problem.server";
import { RespondedAnswer } from "~/http/rsvp-answer";
import { rsvpGone } from "~/http/rsvp-json.server";

const respond = operation({
  auth: "none",
  summary: "Say whether a host comes",
  description: "Once for each key. The meeting's status follows from what its hosts say, by its quorum.",
  answers: { 200: RespondedAnswer },
  refusals: [410],
  example: { response: "accept", comment: "I'll bring the slides." },
  body: RespondInput,
  async handle({ params, body: { response, comment }, now }) {
    const done = await respondRsvp({ token: params.token ?? "", answer: answerOf[response], comment, now });
    if (!done) return notFound();
    if (!done.ok) return rsvpGone(done);
    const status = response === "accept" ? "confirmed" : "declined";
    return json({ status, booking_status: done.booking.status });
  },
});

export const { loader, action } = api("/api/v1/booking/rsvp/{token}/respond", { POST: respond }, { cors: true });
