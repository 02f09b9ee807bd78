import { z } from "zod";
import { deleteEventType } from "~/domain/event-types/delete-event-type.server";
import { EventTypeInput, EventTypePatch } from "~/domain/event-types/event-type-input";
import type { EventType } from "~/domain/event-types/event-type";
import { listEventTypes, listPublicEventTypes } from "~/domain/event-types/event-types.server";
import { changeEventType, createEventType } from "~/domain/event-types/save-event-type.server";
import { findWorkspace } from "~/domain/workspaces/workspaces.server";
import { operation } from "../api.server";
import { eventTypeRefusal } from "../event-type-refusal.server";
import type { Operations } from "../openapi/registry.server";
import { requireOwnWorkspace } from "../own-workspace.server";
import { problem } from "../problem.server";
import { renamedErrors } from "./bookings.server";
import { CalEventType, calEventType, calEventTypes } from "./cal-event-type.server";
import { CalEventTypeInput, calEventTypeNames, CalEventTypePatch, ownFields } from "./cal-event-type-input";
import { success, successCreated, successOf } from "./envelope.server";
import { memberOf, requireEventType } from "./event-types.server";
import { readOwn, scheduleIdOf } from "./plain-event-type.server";

const one = successOf(CalEventType);
const text = z.string().max(250, "That is too long.").optional();

export const calEventTypeVersions = ["2024-06-14"] as const;

export const calEventTypeList: Operations = {
  GET: operation({
    auth: "none",
    summary: "List event types",
    description:
      "Your own ones, in your default workspace or in `workspace`; or, by a workspace's address as `username`, what it offers to everybody.",
    query: z.object({
      username: text.describe("The workspace's address."),
      eventSlug: text,
      sortCreatedAt: z.enum(["asc", "desc"], { error: "Sort asc or desc." }).default("desc"),
    }),
    answers: { 200: successOf(z.array(CalEventType)) },
    refusals: [403, 409],
    async handle({ request, user, query: { username, eventSlug, sortCreatedAt } }) {
      const shown = (found: EventType[]) => {
        const wanted = found.filter(({ slug }) => eventSlug === undefined || slug === eventSlug);
        return sortCreatedAt === "asc" ? wanted.toReversed() : wanted;
      };
      if (username !== undefined) {
        const member = await memberOf(user, username, "event-types.read");
        const workspace = member?.workspace ?? (await findWorkspace(username));
        if (!workspace) return success([]);
        const found = member ? await listEventTypes(workspace.id) : await listPublicEventTypes(workspace.id);
        return success(await calEventTypes(workspace, shown(found), member !== null));
      }
      if (!user)
        return problem(401, "Sign in, or say whose event types: ?username=…", {}, { "WWW-Authenticate": "Bearer" });
      const { workspace } = await requireOwnWorkspace(request, user, "event-types.read");
      const found = await listEventTypes(workspace.id, { hostId: user.id });
      return success(await calEventTypes(workspace, shown(found), true));
    },
  }),
  POST: operation({
    auth: "user",
    creates: true,
    summary: "Create an event type",
    body: CalEventTypeInput,
    answers: { 201: one },
    example: {
      lengthInMinutes: 60,
      title: "Discovery call",
      slug: "discovery-call",
      locations: [{ type: "integration", integration: "google-meet" }],
    },
    async handle({ request, user, body }) {
      const { workspace, role } = await requireOwnWorkspace(request, user, "event-types.create");
      const input = readOwn(EventTypeInput, await ownPatch(body), calEventTypeNames);
      const made = await createEventType({ workspaceId: workspace.id, member: { userId: user.id, role }, input });
      if (!made.ok) return eventTypeRefusal(renamedErrors(made, calEventTypeNames));
      const rendered = await calEventType(workspace, made.eventType);
      return successCreated(rendered, `/v2/event-types/${made.eventType.number}`);
    },
  }),
};

export const calEventTypeById: Operations = {
  GET: operation({
    auth: "user",
    summary: "Read an event type",
    answers: { 200: one },
    async handle({ user, params }) {
      const { workspace, eventType } = await requireEventType(user, params.id, "event-types.read");
      return success(await calEventType(workspace, eventType));
    },
  }),
  PATCH: operation({
    auth: "user",
    summary: "Change an event type",
    description: "What is left out stays as it is.",
    body: CalEventTypePatch,
    answers: { 200: one },
    example: { lengthInMinutes: 45, hidden: true },
    async handle({ user, params, body }) {
      const { workspace, role, eventType } = await requireEventType(user, params.id, "event-types.create");
      const member = { userId: user.id, role };
      const patch = readOwn(EventTypePatch, await ownPatch(body), calEventTypeNames);
      const changed = await changeEventType({ workspaceId: workspace.id, id: eventType.id, member, patch });
      if (!changed.ok) return eventTypeRefusal(renamedErrors(changed, calEventTypeNames));
      return success(await calEventType(workspace, changed.eventType));
    },
  }),
  DELETE: operation({
    auth: "user",
    summary: "Delete an event type",
    description: "Its bookings stay.",
    answers: {
      200: successOf(z.strictObject({ id: z.int(), lengthInMinutes: z.int(), slug: z.string(), title: z.string() })),
    },
    async handle({ user, params, now }) {
      const { workspace, role, eventType } = await requireEventType(user, params.id, "event-types.create");
      const member = { userId: user.id, role };
      const deleted = await deleteEventType({ workspaceId: workspace.id, id: eventType.id, member, now });
      if (!deleted.ok) return eventTypeRefusal(deleted);
      const { number: id, durationMinutes: lengthInMinutes, slug, name: title } = eventType;
      return success({ id, lengthInMinutes, slug, title });
    },
  }),
};

async function ownPatch(body: z.output<typeof CalEventTypePatch>) {
  return { ...ownFields(body), schedule_id: await scheduleIdOf(body.scheduleId, "scheduleId") };
}
