import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { Field } from "~/components/field";
import { Form, Submit } from "~/components/form";
import { HelpLink } from "~/components/help-link";
import { KeptMail } from "~/components/kept-mail";
import { Logo } from "~/components/logo";
import { SkipLink } from "~/components/page";
import { localDay } from "~/domain/availability/zones";
import { findKeptMail, isMailKept, listKeptMail } from "~/domain/notifications/outbox.server";
import { formatDayShort, formatTime } from "~/domain/time";
import { showMail } from "~/http/kept-mail.server";
import { visitorZone } from "~/http/visitor.server";
import { paths, type Query } from "~/paths";

const pageSize = 20;

export const meta: MetaFunction = () => [{ title: "Outbox · Meridian" }, { name: "robots", content: "noindex" }];

export async function loader({ request }: LoaderFunctionArgs) {
  if (!isMailKept()) throw data(null, { status: 404 });
  const asked = new URL(request.url).searchParams;
  const to = asked.get("to")?.trim().slice(0, 254) ?? "";
  const offset = Math.min(Math.max(Number.parseInt(asked.get("offset") ?? "0") || 0, 0), 1_000_000);
  const { items, total } = await listKeptMail({ to, limit: pageSize, offset });
  const id = asked.get("id");
  const chosen = id ? await findKeptMail(id) : (items[0] ?? null);
  if (id && !chosen) throw data(null, { status: 404 });

  const { zone } = visitorZone(request, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const now = Date.now();
  return {
    to,
    offset,
    total,
    items: items.map((mail) => ({
      id: mail.id,
      to: mail.to,
      subject: mail.subject,
      when: when(mail.keptAt, zone, now),
    })),
    chosen: chosen && (await showMail(chosen, asked.get("view"), zone)),
  };
}

export default function Outbox() {
  const { to, offset, total, items, chosen } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-[74.5rem] px-4 pb-10 sm:px-6">
      <SkipLink>Skip to content</SkipLink>
      <header className="flex flex-wrap items-center justify-between gap-x-6 pt-4">
        <Logo />
        <a href={paths.dashboard()} className="inline-block py-1 text-small">
          Back to the dashboard
        </a>
      </header>
      <main id="main" tabIndex={-1}>
        <h1 className="mt-4">Outbox</h1>
        <p className="mt-1 text-muted">No mail service is set, so mail stays here and reaches nobody.</p>
        <HelpLink topic="running" section="mail" className="mt-1">
          How to send mail
        </HelpLink>
        <Form method="get" action={paths.outbox()} className="mb-5 mt-6 flex max-w-form flex-wrap items-end gap-3">
          <div className="min-w-0 grow basis-64 sm:grow-0">
            <Field label="To" name="to" type="search" defaultValue={to} optional optionalLabel="" autoComplete="off" />
          </div>
          <Submit kind="second">Filter</Submit>
        </Form>
        <div className="neatline" aria-hidden="true" />
        {chosen ? (
          <div className="sheet grid border-t-0 lg:grid-cols-[20rem_minmax(0,1fr)]">
            <nav aria-label="Mails" className="border-rule max-lg:border-b lg:border-e">
              <ul>
                {items.map((mail) => (
                  <MailLink
                    key={mail.id}
                    mail={mail}
                    isCurrent={mail.id === chosen.id}
                    query={{ to, offset: offset || "" }}
                  />
                ))}
              </ul>
              <Paging to={to} offset={offset} count={items.length} total={total} />
            </nav>
            <KeptMail mail={chosen} query={{ to, offset: offset || "" }} />
          </div>
        ) : (
          <EmptyState title={to ? "No mail to this address" : "No mail yet"}>
            {to ? "Type the whole address, or its beginning." : "Whatever would be sent shows up here a moment later."}
          </EmptyState>
        )}
      </main>
    </div>
  );
}

type Row = { id: string; to: string; subject: string; when: string };

function MailLink({ mail, isCurrent, query }: { mail: Row; isCurrent: boolean; query: Query }) {
  const looks = isCurrent ? "border-s-meridian bg-well" : "border-s-transparent hover:bg-well";
  return (
    <li className="border-b border-rule">
      <a
        href={`${paths.outbox({ ...query, id: mail.id })}#mail`}
        aria-current={isCurrent ? "true" : undefined}
        className={`block border-s-[3px] py-2.5 pe-5 ps-5 text-ink no-underline ${looks}`}
      >
        <span className="flex flex-wrap justify-between gap-x-3 text-small text-muted">
          <bdi className="min-w-0 [overflow-wrap:anywhere]">{mail.to}</bdi>
          <span>{mail.when}</span>
        </span>
        <bdi className="block font-semibold [overflow-wrap:anywhere]">{mail.subject}</bdi>
      </a>
    </li>
  );
}

function Paging({ to, offset, count, total }: { to: string; offset: number; count: number; total: number }) {
  const newer = Math.max(0, offset - pageSize);
  return (
    <p className="flex flex-wrap gap-x-4 px-5 py-3 text-small text-muted">
      {count > 0 ? <span>{`${offset + 1} to ${offset + count} of ${total}`}</span> : <span>{`None of ${total}`}</span>}
      {offset > 0 ? (
        <a rel="prev" href={paths.outbox({ to, offset: newer || "" })}>
          Newer
        </a>
      ) : null}
      {offset + count < total ? (
        <a rel="next" href={paths.outbox({ to, offset: offset + pageSize })}>
          Older
        </a>
      ) : null}
    </p>
  );
}

function when(ms: number, zone: string, now: number) {
  const time = formatTime(ms, zone, "en");
  return localDay(zone, ms) === localDay(zone, now) ? time : `${formatDayShort(ms, zone, "en", now)}, ${time}`;
}
