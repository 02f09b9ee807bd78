import { json } from "@remix-run/node";
import { findRsvp } from "~/domain/bookings/rsvps.server";
import { api, operation } from "~/http/api.server";
import { notFound } from "~/http/problem.server";
import { RsvpAnswer } from "~/http/rsvp-answer";
import { rsvpGone, rsvpJson } from "~/http/rsvp-json.server";

const read = operation({
  auth: "none",
  summary: "Read what a host is asked",
  description: "The meeting of all hands that the key in a host's mail is about, and who comes so far.",
  answers: { 200: RsvpAnswer },
  refusals: [410],
  async handle({ params, now }) {
    const found = await findRsvp(params.token ?? "", now);
    if (!found) return notFound();
    const { state } = found;
    return state === "replaced" || state === "closed"
      ? rsvpGone({ reason: state })
      : json(rsvpJson({ ...found, state }));
  },
});

export const { loader, action } = api("/api/v1/booking/rsvp/{token}", { GET: read }, { cors: true });
