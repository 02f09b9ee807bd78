import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EventTypeForm } from "~/components/event-type-form";
import { HostHeading } from "~/components/page";
import { eventTypeChoices } from "~/domain/event-types/choices.server";
import { emptyEventType } from "~/domain/event-types/event-type";
import { EventTypeForm as EventTypeFormInput } from "~/domain/event-types/event-type-input";
import { createEventType } from "~/domain/event-types/save-event-type.server";
import type { Team } from "~/domain/teams/team";
import { findTeam } from "~/domain/teams/teams.server";
import { requireHost } from "~/http/auth.server";
import { newEventTypeFields, readEventTypeForm } from "~/http/event-type-form.server";
import { publicUrl } from "~/http/event-type-json.server";
import { holidayOffer } from "~/http/holiday-choice.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "New event type · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { user, workspace } = await requireHost(request, "event-types.create");
  const team = await findTeam(workspace.id, new URL(request.url).searchParams.get("team") ?? undefined);
  const choices = await eventTypeChoices(workspace.id, [user.id]);
  const offer = await holidayOffer(null, user.timezone, Date.now());
  const host = { userId: user.id, name: user.name, timezone: user.timezone, weight: 1, priority: 0 };
  const eventType = { ...emptyEventType, ownerId: user.id, members: [host], ...(team && heldBy(team)) };
  return { choices, eventType, offer, addressStart: publicUrl({ slug: "" }, workspace) };
}

/** What the form begins with where it is opened for a team. */
function heldBy({ id, members }: Team) {
  return { isTeamEvent: true, assignmentType: "round_robin" as const, teamId: id, members };
}

export async function action({ request }: ActionFunctionArgs) {
  const { user, workspace, role } = await requireHost(request, "event-types.create");
  const read = await readEventTypeForm(request, user, EventTypeFormInput, newEventTypeFields);
  if (!read.ok) return read.page;
  const made = await createEventType({
    workspaceId: workspace.id,
    member: { userId: user.id, role },
    input: read.data,
  });
  if (!made.ok) return read.refuse(made);
  const { eventType } = made;
  const link = { href: publicUrl(eventType, workspace), label: "See its public page" };
  const text = `“${eventType.name}” is saved. ${eventType.isActive ? "It can be booked." : "It is switched off."}`;
  return redirectWith({ kind: "ok", text, link: eventType.isActive ? link : undefined }, paths.eventTypes());
}

export default function NewEventType() {
  const { eventType, choices, offer, addressStart } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <>
      <HostHeading
        back={{ href: paths.eventTypes(), label: "Event types" }}
        title="New event type"
        sentence="A name and a length are enough. Everything else can stay as it is."
      />
      <EventTypeForm eventType={eventType} choices={choices} offer={offer} addressStart={addressStart} again={again} />
    </>
  );
}
