import { zoneOfHours } from "~/domain/availability/open-slots.server";
import { askedQuestions } from "~/domain/templates/asked-questions.server";
import { isoInstant } from "~/domain/time";
import { api, operation } from "~/http/api.server";
import { PublicLinkAnswer } from "~/http/link-answer";
import { publicEventTypeJson } from "~/http/booking-json.server";
import { withEtag } from "~/http/etag.server";
import { viewOf } from "~/http/link-offer.server";
import { requireLink } from "~/http/public-link.server";
import { offerOf } from "~/http/public-offer.server";
import { countView } from "~/http/views.server";

const read = operation({
  auth: "none",
  summary: "Read what a link offers",
  description: "Links for everybody and one-time links alike. Counts as a visit.",
  answers: { 200: PublicLinkAnswer },
  hasEtag: true,
  refusals: [410],
  async handle({ request, params, address, now }) {
    const { workspace, held, link } = await requireLink(params.token);
    countView(request, address, { workspaceId: workspace.id, eventTypeId: held.id, ...viewOf(link) });
    const [asked, timezone] = await Promise.all([askedQuestions(held), zoneOfHours(held, now)]);
    const { name: title, durations, usualDuration, hosts } = offerOf(held, null, link);
    const { description, location, requires_confirmation } = publicEventTypeJson(held);
    const { oneTime } = link;
    return withEtag(request, {
      title,
      description,
      durations,
      default_duration: usualDuration,
      timezone,
      location,
      requires_confirmation,
      questions: asked?.questions ?? [],
      workspace: { name: workspace.name, slug: workspace.slug },
      hosts: hosts.map(({ name }) => ({ name })),
      one_time: oneTime && {
        recipient_name: oneTime.recipientName,
        expires_at: oneTime.expiresAt === null ? null : isoInstant(oneTime.expiresAt),
      },
    });
  },
});

export const { loader, action } = api("/api/v1/bookings/public/{token}", { GET: read }, { cors: true });
