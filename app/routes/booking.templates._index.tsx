import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { LinkButton } from "~/components/form";
import { HostHeading, Sheet } from "~/components/page";
import { Pagination } from "~/components/pagination";
import { StarterList } from "~/components/starter-list";
import { TemplateTable } from "~/components/template-table";
import { countOf } from "~/domain/counts";
import { countTemplates, listTemplates } from "~/domain/templates/templates.server";
import { requireHost } from "~/http/auth.server";
import { paths, withQuery } from "~/paths";

const pageSize = 50;

export const meta: MetaFunction = () => [{ title: "Templates · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { workspace } = await requireHost(request, "templates.read");
  const query = new URL(request.url).searchParams;
  const page = Math.min(Math.max(Math.trunc(Number(query.get("page"))) || 1, 1), 10_000);
  const [items, total] = await Promise.all([
    listTemplates(workspace.id, { limit: pageSize, offset: (page - 1) * pageSize }),
    countTemplates(workspace.id),
  ]);
  return { items, total, page };
}

export default function Templates() {
  const { items, total, page } = useLoaderData<typeof loader>();
  const make = (
    <LinkButton kind="primary" icon="plus" href={paths.newTemplate()}>
      New template
    </LinkButton>
  );
  return (
    <>
      <HostHeading
        title="Templates"
        sentence="What your booking forms ask, and what is said after the meeting. Everybody in the workspace uses them."
        actions={total > 0 ? make : null}
      />
      {total === 0 ? (
        <EmptyState title="No template yet" actions={make}>
          <p>
            A booking form asks for name, email address and a note. A template adds your own questions to those event
            types and links that use it.
          </p>
        </EmptyState>
      ) : (
        <>
          <Sheet className="p-5 sm:p-6">
            {items.length > 0 ? <TemplateTable items={items} /> : <p>There are no more templates.</p>}
          </Sheet>
          <Pages page={page} total={total} />
        </>
      )}
      <section className="mt-10">
        <h2>Starters</h2>
        <p className="mb-4 mt-1 text-muted">Questions to begin with. Nothing is made until you save.</p>
        <StarterList />
      </section>
    </>
  );
}

function Pages({ page, total }: { page: number; total: number }) {
  if (total <= pageSize) return <p className="mt-3 text-small text-muted">{countOf(total, "template")}</p>;
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
  return withQuery(paths.templates(), { page: page === 1 ? null : page });
}
