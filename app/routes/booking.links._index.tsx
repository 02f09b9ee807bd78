import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { LinkButton } from "~/components/form";
import { LinkDraftsList } from "~/components/link-drafts-list";
import { LinkTable } from "~/components/link-table";
import { OneTimeTable } from "~/components/one-time-table";
import { HostHeading, Section, Sheet } from "~/components/page";
import { Pagination } from "~/components/pagination";
import { showLinks } from "~/http/links-page.server";
import { paths, withQuery } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Links · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return showLinks(request);
}

const sentence = "A link is an address for one event type, with its own limits if you like.";

export default function Links() {
  const { userId, clock, links, oneTime, drafts } = useLoaderData<typeof loader>();
  const isEmpty = links.total + oneTime.total + drafts.length === 0;
  return (
    <>
      <HostHeading title="Links" sentence={sentence} actions={<Actions />} />
      {isEmpty ? (
        <NothingYet />
      ) : (
        <Sheet>
          {drafts.length > 0 ? (
            <Section title="Drafts">
              <LinkDraftsList items={drafts} clock={clock} />
            </Section>
          ) : null}
          <Section title="For everybody">
            {links.items.length > 0 ? (
              <LinkTable items={links.items} userId={userId} clock={clock} />
            ) : (
              <p className="text-muted">There is no link for everybody{links.total > 0 ? " on this page" : " yet"}.</p>
            )}
            <Pages {...links} name="page" label="Links for everybody" />
          </Section>
          <Section title="For one person">
            {oneTime.items.length > 0 ? (
              <OneTimeTable items={oneTime.items} clock={clock} />
            ) : (
              <p className="text-muted">
                {oneTime.total > 0
                  ? "There are none on this page."
                  : "Nobody has a link of their own yet. It books one meeting, and then it is used up."}
              </p>
            )}
            <Pages {...oneTime} name="one_time_page" label="Links for one person" />
          </Section>
        </Sheet>
      )}
    </>
  );
}

function Actions() {
  return (
    <>
      <LinkButton icon="user" href={paths.newOneTimeLink()}>
        For one person
      </LinkButton>
      <LinkButton kind="primary" icon="plus" href={paths.newLink()}>
        New link
      </LinkButton>
    </>
  );
}

function NothingYet() {
  return (
    <EmptyState
      title="No link yet"
      actions={
        <LinkButton kind="primary" href={paths.newLink()}>
          Make a link
        </LinkButton>
      }
    >
      <p>
        Put a link into your newsletter, onto your website or under your mails. It leads to one of your event types, can
        have hours and limits of its own, and tells you how many people looked and how many booked.
      </p>
    </EmptyState>
  );
}

type PagesProps = { page: number; pageSize: number; total: number; name: string; label: string };

function Pages({ page, pageSize, total, name, label }: PagesProps) {
  if (total <= pageSize) return null;
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  const to = (page: number) => withQuery(paths.links(), { [name]: page === 1 ? null : page });
  return (
    <Pagination
      label={label}
      range={first > total ? `${total} in all` : `${first} to ${last} of ${total}`}
      earlier={page > 1 ? { href: to(page - 1), label: "Newer" } : undefined}
      later={last < total ? { href: to(page + 1), label: "Older" } : undefined}
    />
  );
}
