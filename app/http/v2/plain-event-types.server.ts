import { z } from "zod";
import { deleteEventType } from "~/domain/event-types/delete-event-type.server";
import { EventTypeInput, EventTypePatch } from "~/domain/event-types/event-type-input";
import { listEventTypes, listPublicEventTypes } from "~/domain/event-types/event-types.server";
import { changeEventType, createEventType } from "~/domain/event-types/save-event-type.server";
import { findWorkspace } from "~/domain/workspaces/workspaces.server";
import { noContent, operation } from "../api.server";
import { eventTypeRefusal } from "../event-type-refusal.server";
import type { Operations } from "../openapi/registry.server";
import { requireOwnWorkspace } from "../own-workspace.server";
import { notFound, problem } from "../problem.server";
import { renamedErrors } from "./bookings.server";
import { success, successCreated, successOf } from "./envelope.server";
import { memberOf, requireEventType } from "./event-types.server";
import {
  ownFields,
  PlainEventType,
  plainEventType,
  PlainEventTypeInput,
  plainEventTypeNames,
  PlainEventTypePatch,
  plainEventTypes,
  readOwn,
} from "./plain-event-type.server";

const one = successOf(PlainEventType);

export const plainEventTypeList: Operations = {
  GET: operation({
    auth: "none",
    summary: "List event types",
    description:
      "A member sees all of the workspace: their default one, or `workspace`. Anybody else names a `workspace` and sees those that are active and listed.",
    query: z.object({ workspace: z.string().max(100).optional().describe("The workspace, by its id or its slug.") }),
    answers: { 200: successOf(z.array(PlainEventType)) },
    refusals: [403, 404, 409],
    async handle({ request, user, query: { workspace: named } }) {
      if (named && !(await memberOf(user, named, "event-types.read"))) {
        const workspace = await findWorkspace(named);
        if (!workspace) return notFound();
        return success(await plainEventTypes(workspace, await listPublicEventTypes(workspace.id), false));
      }
      if (!user)
        return problem(401, "Sign in, or say whose event types: ?workspace=…", {}, { "WWW-Authenticate": "Bearer" });
      const { workspace } = await requireOwnWorkspace(request, user, "event-types.read");
      return success(await plainEventTypes(workspace, await listEventTypes(workspace.id)));
    },
  }),
  POST: operation({
    auth: "user",
    creates: true,
    summary: "Create an event type",
    description: "Without a `slug` it gets one from its title. You become its host.",
    body: PlainEventTypeInput,
    answers: { 201: one },
    refusals: [409],
    example: {
      title: "30 Minute Meeting",
      slug: "30min",
      duration_minutes: 30,
      buffer_before_minutes: 5,
      buffer_after_minutes: 5,
      minimum_notice_hours: 24,
      location_type: "google_meet",
      is_active: true,
    },
    async handle({ request, user, body }) {
      const { workspace, role } = await requireOwnWorkspace(request, user, "event-types.create");
      const input = readOwn(EventTypeInput, await ownFields(body), plainEventTypeNames);
      const made = await createEventType({ workspaceId: workspace.id, member: { userId: user.id, role }, input });
      if (!made.ok) return eventTypeRefusal(renamedErrors(made, plainEventTypeNames));
      const rendered = await plainEventType(workspace, made.eventType);
      return successCreated(rendered, `/v2/event-types/${made.eventType.number}`);
    },
  }),
};

export const plainEventTypeById: Operations = {
  GET: operation({
    auth: "user",
    summary: "Read an event type",
    answers: { 200: one },
    async handle({ user, params }) {
      const { workspace, eventType } = await requireEventType(user, params.id, "event-types.read");
      return success(await plainEventType(workspace, eventType));
    },
  }),
  PATCH: operation({
    auth: "user",
    summary: "Change an event type",
    description: "What is left out stays as it is.",
    body: PlainEventTypePatch,
    answers: { 200: one },
    example: { is_active: false },
    async handle({ user, params, body }) {
      const { workspace, role, eventType } = await requireEventType(user, params.id, "event-types.create");
      const member = { userId: user.id, role };
      const patch = readOwn(EventTypePatch, await ownFields(body, eventType), plainEventTypeNames);
      const changed = await changeEventType({ workspaceId: workspace.id, id: eventType.id, member, patch });
      if (!changed.ok) return eventTypeRefusal(renamedErrors(changed, plainEventTypeNames));
      return success(await plainEventType(workspace, changed.eventType));
    },
  }),
  DELETE: operation({
    auth: "user",
    summary: "Delete an event type",
    description: "Its bookings stay.",
    answers: { 204: null },
    async handle({ user, params, now }) {
      const { workspace, role, eventType } = await requireEventType(user, params.id, "event-types.create");
      const member = { userId: user.id, role };
      const deleted = await deleteEventType({ workspaceId: workspace.id, id: eventType.id, member, now });
      return deleted.ok ? noContent() : eventTypeRefusal(deleted);
    },
  }),
};
