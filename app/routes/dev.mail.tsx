import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { Facts } from "~/components/facts";
import { Field } from "~/components/field";
import { Form, Submit } from "~/components/form";
import { Logo } from "~/components/logo";
import { SkipLink } from "~/components/page";
import { Tabs } from "~/components/tabs";
import { zoneCity } from "~/domain/availability/zone-names";
import { localDay } from "~/domain/availability/zones";
import { findKeptMail, isMailKept, listKeptMail, type KeptMail } from "~/domain/notifications/outbox.server";
import { formatDayShort, formatTime } from "~/domain/time";
import { env } from "~/env.server";
import { visitorZone } from "~/http/visitor.server";
import { paths, withQuery, type Query } from "~/paths";

const pageSize = 20;
const views = { html: "HTML", text: "Text", ics: "Calendar file" };

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
    chosen: chosen && shown(chosen, asked.get("view"), zone),
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
            <Mail mail={chosen} query={{ to, offset: offset || "" }} />
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
        href={`${mailHref({ ...query, id: mail.id })}#mail`}
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
        <a rel="prev" href={mailHref({ to, offset: newer || "" })}>
          Newer
        </a>
      ) : null}
      {offset + count < total ? (
        <a rel="next" href={mailHref({ to, offset: offset + pageSize })}>
          Older
        </a>
      ) : null}
    </p>
  );
}

type Shown = ReturnType<typeof shown>;

function Mail({ mail, query }: { mail: Shown; query: Query }) {
  const tabs = Object.entries(views)
    .filter(([view]) => view !== "ics" || mail.hasFile)
    .map(([view, label]) => ({
      label,
      href: `${mailHref({ ...query, id: mail.id, view: view === "html" ? "" : view })}#mail`,
      isCurrent: view === mail.view,
    }));
  return (
    <article id="mail" className="flex min-w-0 flex-col">
      <div className="p-5 sm:px-7">
        <h2>
          <bdi>{mail.subject}</bdi>
        </h2>
        <Facts
          className="mt-3 text-small"
          items={[
            {
              label: "To",
              value: <bdi>{mail.toName && mail.toName !== mail.to ? `${mail.toName} <${mail.to}>` : mail.to}</bdi>,
            },
            { label: "From", value: <bdi>{mail.from}</bdi> },
            { label: "Kept", value: mail.kept },
          ]}
        />
      </div>
      <Tabs label="Parts of the mail" items={tabs} className="border-t border-rule [&>ul]:px-5 sm:[&>ul]:px-7" />
      {mail.view === "html" ? (
        <iframe
          title={`The mail: ${mail.subject}`}
          src={`/dev/mail/${mail.id}/html`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          className="block h-[72rem] w-full grow border-0 sm:h-[56rem]"
        />
      ) : (
        <pre className="grow whitespace-pre-wrap bg-well p-5 font-mono text-small [overflow-wrap:anywhere] sm:p-7">
          {mail.body}
        </pre>
      )}
    </article>
  );
}

function shown(mail: KeptMail, asked: string | null, zone: string) {
  const view = asked === "text" || (asked === "ics" && mail.ics) ? asked : "html";
  const { id, to, toName, subject, ics, keptAt } = mail;
  const kept = `${formatDayShort(keptAt, zone, "en", 0)}, ${formatTime(keptAt, zone, "en")} ${zoneCity(zone)}`;
  return {
    id,
    to,
    toName,
    subject,
    view,
    kept,
    from: env.MAIL_FROM,
    hasFile: !!ics,
    body: view === "ics" ? ics : mail.text,
  };
}

function when(ms: number, zone: string, now: number) {
  const time = formatTime(ms, zone, "en");
  return localDay(zone, ms) === localDay(zone, now) ? time : `${formatDayShort(ms, zone, "en", now)}, ${time}`;
}

function mailHref(query: Query) {
  return withQuery(paths.outbox(), query);
}
