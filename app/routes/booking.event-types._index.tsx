import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { EventTypeTable } from "~/components/event-type-table";
import { Form, LinkButton, Submit } from "~/components/form";
import { HelpLink } from "~/components/help-link";
import { HostHeading, Sheet } from "~/components/page";
import { Pagination } from "~/components/pagination";
import { Tabs } from "~/components/tabs";
import { duplicateEventType } from "~/domain/event-types/duplicate-event-type.server";
import { EventTypeInput } from "~/domain/event-types/event-type-input";
import { mayChange, type Member } from "~/domain/event-types/event-type-rights";
import { countEventTypes, listEventTypes } from "~/domain/event-types/event-types.server";
import { changeEventType, createEventType } from "~/domain/event-types/save-event-type.server";
import { mayChangeLink } from "~/domain/links/link-rights";
import { linksTo } from "~/domain/links/links.server";
import { requireHost } from "~/http/auth.server";
import { publicUrl } from "~/http/event-type-json.server";
import { eventTypeGone } from "~/http/event-type-refusal.server";
import { readFields } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { paths, withQuery } from "~/paths";

const pageSize = 50;

type View = "all" | "mine";

export const meta: MetaFunction = () => [{ title: "Event types · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { user, workspace, role } = await requireHost(request);
  const query = new URL(request.url).searchParams;
  const view: View = query.get("view") === "mine" ? "mine" : "all";
  const page = Math.min(Math.max(Math.trunc(Number(query.get("page"))) || 1, 1), 10_000);
  const mine = { hostId: user.id };
  const [items, all, own] = await Promise.all([
    listEventTypes(workspace.id, { ...(view === "mine" && mine), limit: pageSize, offset: (page - 1) * pageSize }),
    countEventTypes(workspace.id),
    countEventTypes(workspace.id, mine),
  ]);
  const member = { userId: user.id, role };
  const links = await linksTo(
    workspace.id,
    items.filter((item) => item.isLinkOnly).map(({ id }) => id),
  );
  return {
    userId: user.id,
    view,
    page,
    counts: { all, mine: own },
    items: items.map((item) => ({
      ...item,
      url: publicUrl(item, workspace),
      link: seenLink(member, links.get(item.id)),
      mayChange: mayChange(member, item),
    })),
  };
}

/** The one that leads to it, if it is theirs to see. */
function seenLink(member: Member, link: { id: string; title: string; ownerId: string } | undefined) {
  return link && mayChangeLink(member, link) ? { id: link.id, title: link.title } : null;
}

export async function action({ request }: ActionFunctionArgs) {
  const { user, workspace, role } = await requireHost(request, "event-types.create");
  const form = await readFields(request);
  const id = form.get("id") ?? undefined;
  const given = { workspaceId: workspace.id, member: { userId: user.id, role } };
  switch (form.get("intent")) {
    case "switch_on":
    case "switch_off": {
      const isActive = form.get("intent") === "switch_on";
      const changed = await changeEventType({ ...given, id, patch: { is_active: isActive } });
      if (!changed.ok) throw eventTypeGone(changed);
      const text = `“${changed.eventType.name}” is ${isActive ? "bookable again" : "off: nobody can book it"}.`;
      return redirectWith({ kind: "ok", text }, paths.eventTypes());
    }
    case "duplicate": {
      const copied = await duplicateEventType({ ...given, id });
      if (!copied.ok) throw eventTypeGone(copied);
      const text = `“${copied.eventType.name}” is a copy, still switched off. Change what differs, then make it bookable.`;
      return redirectWith({ kind: "ok", text }, paths.eventType(copied.eventType.id));
    }
    case "quick": {
      const input = EventTypeInput.parse({ name: "30 minute meeting", duration_minutes: 30 });
      const made = await createEventType({ ...given, input });
      if (!made.ok) throw eventTypeGone(made);
      const link = { href: publicUrl(made.eventType, workspace), label: "See its public page" };
      return redirectWith({ kind: "ok", text: "“30 minute meeting” can be booked.", link }, paths.eventTypes());
    }
    default:
      throw data("The form is not complete.", { status: 400 });
  }
}

export default function EventTypes() {
  const { userId, view, page, counts, items } = useLoaderData<typeof loader>();
  if (counts.all === 0) return <NothingYet />;
  return (
    <>
      <HostHeading
        title="Event types"
        sentence="What people can book with you and your teams. Scheduling rules live here and nowhere else."
        actions={
          <LinkButton kind="primary" icon="plus" href={paths.newEventType()}>
            New event type
          </LinkButton>
        }
      />
      <Tabs
        label="Which event types"
        className=""
        items={[
          { href: paths.eventTypes(), label: "All", note: counts.all, isCurrent: view === "all" },
          { href: viewPath("mine"), label: "Mine", note: counts.mine, isCurrent: view === "mine" },
        ]}
      />
      <Sheet className="border-t-0 p-5 sm:p-6">
        {items.length > 0 ? <EventTypeTable items={items} userId={userId} /> : <p>You host no event type yet.</p>}
      </Sheet>
      <Pages view={view} page={page} total={counts[view]} />
    </>
  );
}

function NothingYet() {
  return (
    <>
      <HostHeading title="Event types" sentence="What people can book with you and your teams." />
      <EmptyState
        title="Nothing to book yet"
        actions={
          <>
            <Form action={paths.eventTypes()}>
              <Submit name="intent" value="quick">
                Make a 30 minute meeting
              </Submit>
            </Form>
            <LinkButton href={paths.newEventType()}>Start from an empty form</LinkButton>
          </>
        }
      >
        <p>
          An event type says how long you meet, where, and how much notice you need. Your hours come from{" "}
          <a href={paths.availability()}>your availability</a>.
        </p>
        <HelpLink topic="first-event-type" className="mt-2">
          Your first event type, step by step
        </HelpLink>
      </EmptyState>
    </>
  );
}

function Pages({ view, page, total }: { view: View; page: number; total: number }) {
  if (total <= pageSize)
    return <p className="mt-3 text-small text-muted">{total === 1 ? "1 event type" : `${total} event types`}</p>;
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  return (
    <Pagination
      range={`${first} to ${last} of ${total}`}
      earlier={page > 1 ? { href: viewPath(view, page - 1), label: "Newer" } : undefined}
      later={last < total ? { href: viewPath(view, page + 1), label: "Older" } : undefined}
    />
  );
}

function viewPath(view: string, page?: number) {
  return withQuery(paths.eventTypes(), { view: view === "all" ? null : view, page });
}
