import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { LinkButton } from "~/components/form";
import { HelpLink } from "~/components/help-link";
import { HostHeading, Sheet } from "~/components/page";
import { Pagination } from "~/components/pagination";
import { TeamTable } from "~/components/team-table";
import { countOf } from "~/domain/counts";
import { countTeams, listTeams } from "~/domain/teams/teams.server";
import { may } from "~/domain/workspaces/roles";
import { requireHost } from "~/http/auth.server";
import { withUrls } from "~/http/team-json.server";
import { paths, withQuery } from "~/paths";

const pageSize = 50;

export const meta: MetaFunction = () => [{ title: "Teams · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { workspace, role } = await requireHost(request, "teams.read");
  const query = new URL(request.url).searchParams;
  const page = Math.min(Math.max(Math.trunc(Number(query.get("page"))) || 1, 1), 10_000);
  const [items, total] = await Promise.all([
    listTeams(workspace.id, { limit: pageSize, offset: (page - 1) * pageSize }),
    countTeams(workspace.id),
  ]);
  return { items: items.map((team) => withUrls(team, workspace)), total, page, mayChange: may(role, "teams.change") };
}

const sentence = "People who are met together, or in turns, at an address of their own.";

export default function Teams() {
  const { items, total, page, mayChange } = useLoaderData<typeof loader>();
  if (total === 0) return <NothingYet mayChange={mayChange} />;
  return (
    <>
      <HostHeading
        title="Teams"
        sentence={sentence}
        actions={
          mayChange ? (
            <LinkButton kind="primary" icon="plus" href={paths.newTeam()}>
              New team
            </LinkButton>
          ) : null
        }
      />
      <Sheet className="p-5 sm:p-6">
        {items.length > 0 ? <TeamTable items={items} /> : <p>There are no more teams.</p>}
      </Sheet>
      <Pages page={page} total={total} />
    </>
  );
}

function NothingYet({ mayChange }: { mayChange: boolean }) {
  return (
    <>
      <HostHeading title="Teams" sentence={sentence} />
      <EmptyState
        title="No team yet"
        actions={
          mayChange ? (
            <LinkButton kind="primary" href={paths.newTeam()}>
              Make a team
            </LinkButton>
          ) : null
        }
      >
        <p>
          A team is some of your members under one name. Its event types can be booked at the team’s address: round
          robin, by priority, or with all hands.
          {mayChange ? "" : " An owner or admin of the workspace makes one."}
        </p>
        <HelpLink topic="teams" section="assignment" className="mt-2">
          Who gets a meeting, and how that is decided
        </HelpLink>
      </EmptyState>
    </>
  );
}

function Pages({ page, total }: { page: number; total: number }) {
  if (total <= pageSize) return <p className="mt-3 text-small text-muted">{countOf(total, "team")}</p>;
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  return (
    <Pagination
      range={first > total ? `${total} in all` : `${first} to ${last} of ${total}`}
      earlier={page > 1 ? { href: pagePath(page - 1), label: "Newer" } : undefined}
      later={last < total ? { href: pagePath(page + 1), label: "Older" } : undefined}
    />
  );
}

function pagePath(page: number) {
  return withQuery(paths.teams(), { page: page === 1 ? null : page });
}
