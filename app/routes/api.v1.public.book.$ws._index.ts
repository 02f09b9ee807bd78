import { z } from "zod";
import { listPublicEventTypes } from "~/domain/event-types/event-types.server";
import { findWorkspace } from "~/domain/workspaces/workspaces.server";
import { api, operation } from "~/http/api.server";
import { PublicEventTypeAnswer } from "~/http/booking-answer";
import { publicEventTypeJson } from "~/http/booking-json.server";
import { withEtag } from "~/http/etag.server";
import { notFound } from "~/http/problem.server";

const Answer = z
  .strictObject({
    workspace: z.strictObject({ name: z.string(), slug: z.string(), description: z.string() }),
    event_types: z.array(PublicEventTypeAnswer),
  })
  .meta({ id: "PublicWorkspace" });

const read = operation({
  auth: "none",
  summary: "See what a workspace offers",
  description: "Its event types that are active and listed.",
  answers: { 200: Answer },
  hasEtag: true,
  async handle({ request, params }) {
    const workspace = await findWorkspace(params.ws!);
    if (!workspace) return notFound();
    const eventTypes = await listPublicEventTypes(workspace.id);
    const { name, slug, description } = workspace;
    return withEtag(request, {
      workspace: { name, slug, description },
      event_types: eventTypes.map(publicEventTypeJson),
    });
  },
});

export const { loader, action } = api("/api/v1/public/book/{ws}", { GET: read }, { cors: true });
