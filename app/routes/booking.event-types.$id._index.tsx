import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CopyField } from "~/components/copy-field";
import { EventTypeFacts } from "~/components/event-type-facts";
import { EventTypeForm } from "~/components/event-type-form";
import { LinkButton } from "~/components/form";
import { HostHeading } from "~/components/page";
import { eventTypeChoices } from "~/domain/event-types/choices.server";
import { EventTypePatchForm } from "~/domain/event-types/event-type-input";
import { mayChange, mayExplain } from "~/domain/event-types/event-type-rights";
import { findEventType } from "~/domain/event-types/event-types.server";
import { changeEventType } from "~/domain/event-types/save-event-type.server";
import { requireHost } from "~/http/auth.server";
import { eventTypeFields, readEventTypeForm } from "~/http/event-type-form.server";
import { publicUrl } from "~/http/event-type-json.server";
import { eventTypeGone, isClosed } from "~/http/event-type-refusal.server";
import { holidayOffer } from "~/http/holiday-choice.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.eventType.name ?? "Event type"} · Meridian` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, workspace, role } = await requireHost(request);
  const eventType = await findEventType(workspace.id, params.id);
  if (!eventType || eventType.archivedAt) throw data(null, { status: 404 });
  const hostIds = eventType.members.map((member) => member.userId);
  const choices = await eventTypeChoices(
    workspace.id,
    eventType.isSession ? hostIds : [...new Set([user.id, ...hostIds])],
  );
  return {
    eventType,
    choices: eventType.isSession
      ? { ...choices, hosts: choices.hosts.filter(({ id }) => hostIds.includes(id)) }
      : choices,
    offer: await holidayOffer(null, user.timezone, Date.now()),
    addressStart: publicUrl({ slug: "" }, workspace),
    url: publicUrl(eventType, workspace),
    mayChange: mayChange({ userId: user.id, role }, eventType),
    mayExplain: mayExplain({ userId: user.id, role }, eventType),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, workspace, role } = await requireHost(request, "event-types.create");
  const read = await readEventTypeForm(request, user, EventTypePatchForm, eventTypeFields);
  if (!read.ok) return read.page;
  const member = { userId: user.id, role };
  const changed = await changeEventType({ workspaceId: workspace.id, id: params.id, member, patch: read.data });
  if (!changed.ok && isClosed(changed)) throw eventTypeGone(changed);
  if (!changed.ok) return read.refuse(changed);
  const { eventType } = changed;
  const link = { href: publicUrl(eventType, workspace), label: "See its public page" };
  const text = `“${eventType.name}” is saved.${eventType.isActive ? "" : " It is switched off."}`;
  const hasPage = eventType.isActive && !eventType.isLinkOnly;
  return redirectWith(
    { kind: "ok", text, link: hasPage ? link : undefined },
    eventType.isSession ? paths.coaching() : paths.eventTypes(),
  );
}

export default function EditEventType() {
  const { eventType, choices, offer, addressStart, url, mayChange, mayExplain } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <>
      <HostHeading
        back={
          eventType.isSession
            ? { href: paths.coaching(), label: "Coaching" }
            : { href: paths.eventTypes(), label: "Event types" }
        }
        title={eventType.name}
        sentence={sentenceFor(eventType)}
        actions={
          <>
            {eventType.isActive && !eventType.isLinkOnly ? (
              <LinkButton icon="external-link" href={url}>
                Public page
              </LinkButton>
            ) : null}
            {mayExplain ? (
              <LinkButton href={paths.troubleshoot({ event: eventType.id })}>Why is a time not offered?</LinkButton>
            ) : null}
          </>
        }
      />
      {eventType.isLinkOnly ? null : (
        <div className="mb-6 max-w-form">
          <CopyField label="Address to share" name="url" value={url} />
        </div>
      )}
      {mayChange ? (
        <EventTypeForm
          eventType={eventType}
          choices={choices}
          offer={offer}
          addressStart={addressStart}
          again={again}
        />
      ) : (
        <EventTypeFacts
          eventType={eventType}
          template={choices.templates.find(({ id }) => id === eventType.templateId)?.name}
        />
      )}
    </>
  );
}

type State = { isActive: boolean; isLinkOnly: boolean; isSession: boolean };

function sentenceFor({ isActive, isLinkOnly, isSession }: State) {
  if (isSession && isActive) return "What clients book with its coach. It has no page that is open to everybody.";
  if (!isActive) return "Switched off: nobody can book it.";
  return isLinkOnly ? "It has no page of its own: people reach it by its link." : undefined;
}
