import { json } from "@remix-run/node";
import { findRsvp } from "~/domain/bookings/rsvps.server";
import { api, operation } from "~/http/api.server";
import { notFound } from "~/http/problem.server";
import { rsvpGone, rsvpJson } from "~/http/rsvp-json.server";

const read = operation({
  auth: "none",
  async handle({ params, now }) {
    const found = await findRsvp(params.token ?? "", now);
    if (!found) return notFound();
    const { state } = found;
    return state === "replaced" || state === "closed" ? rsvpGone({ reason: state }) : json(rsvpJson(found));
  },
});

export const { loader, action } = api("/api/v1/booking/rsvp/{token}", { GET: read }, { cors: true });
