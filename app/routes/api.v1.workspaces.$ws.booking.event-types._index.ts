import { EventTypeInput } from "~/domain/event-types/event-type-input";
import { countEventTypes, listEventTypes } from "~/domain/event-types/event-types.server";
import { createEventType } from "~/domain/event-types/save-event-type.server";
import { api, created, list, listOf, operation, Page } from "~/http/api.server";
import { EventTypeAnswer } from "~/http/event-type-answer";
import { eventTypeJson } from "~/http/event-type-json.server";
import { eventTypeRefusal } from "~/http/event-type-refusal.server";
import { requireMember } from "~/http/member.server";

export const { loader, action } = api("/api/v1/workspaces/{ws}/booking/event-types", {
  GET: operation({
    auth: "user",
    summary: "List event types",
    query: Page,
    answers: { 200: listOf(EventTypeAnswer) },
    async handle({ user, params, query }) {
      const { workspace } = await requireMember(user, params.ws, "event-types.read");
      const [found, total] = await Promise.all([listEventTypes(workspace.id, query), countEventTypes(workspace.id)]);
      return list(
        found.map((each) => eventTypeJson(each, workspace)),
        total,
        query,
      );
    },
  }),
  POST: operation({
    auth: "user",
    summary: "Make an event type",
    description: "Without a slug it gets one from its name, without `member_ids` whoever makes it is its host.",
    body: EventTypeInput,
    answers: { 201: EventTypeAnswer },
    creates: true,
    example: {
      name: "Kitchen consultation",
      duration_minutes: 30,
      buffer_after: 15,
      minimum_notice_minutes: 240,
      location: { type: "google_meet" },
    },
    async handle({ request, user, params, body }) {
      const { workspace, role } = await requireMember(user, params.ws, "event-types.create");
      const member = { userId: user.id, role };
      const made = await createEventType({ workspaceId: workspace.id, member, input: body });
      if (!made.ok) return eventTypeRefusal(made);
      return created(eventTypeJson(made.eventType, workspace), `${new URL(request.url).pathname}/${made.eventType.id}`);
    },
  }),
});
