import { json } from "@remix-run/node";
import { EventTypePatch } from "~/domain/event-types/event-type-input";
import { deleteEventType } from "~/domain/event-types/delete-event-type.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import { changeEventType } from "~/domain/event-types/save-event-type.server";
import { api, noContent, operation } from "~/http/api.server";
import { EventTypeAnswer } from "~/http/event-type-answer";
import { eventTypeJson } from "~/http/event-type-json.server";
import { eventTypeRefusal } from "~/http/event-type-refusal.server";
import { requireMember } from "~/http/member.server";
import { notFound } from "~/http/problem.server";

export const { loader, action } = api("/api/v1/workspaces/{ws}/booking/event-types/{id}", {
  GET: operation({
    auth: "user",
    summary: "See an event type",
    answers: { 200: EventTypeAnswer },
    async handle({ user, params }) {
      const { workspace } = await requireMember(user, params.ws, "event-types.read");
      const found = await findEventType(workspace.id, params.id);
      return found && !found.archivedAt ? json(eventTypeJson(found, workspace)) : notFound();
    },
  }),
  PATCH: operation({
    auth: "user",
    summary: "Change an event type",
    description: "What is left out stays as it is.",
    body: EventTypePatch,
    answers: { 200: EventTypeAnswer },
    example: { duration_minutes: 45, is_active: true },
    async handle({ user, params, body }) {
      const { workspace, role } = await requireMember(user, params.ws, "event-types.create");
      const member = { userId: user.id, role };
      const changed = await changeEventType({ workspaceId: workspace.id, id: params.id, member, patch: body });
      return changed.ok ? json(eventTypeJson(changed.eventType, workspace)) : eventTypeRefusal(changed);
    },
  }),
  DELETE: operation({
    auth: "user",
    summary: "Delete an event type",
    description: "What is booked stays booked.",
    answers: { 204: null },
    async handle({ user, params, now }) {
      const { workspace, role } = await requireMember(user, params.ws, "event-types.create");
      const member = { userId: user.id, role };
      const deleted = await deleteEventType({ workspaceId: workspace.id, id: params.id, member, now });
      return deleted.ok ? noContent() : eventTypeRefusal(deleted);
    },
  }),
});
