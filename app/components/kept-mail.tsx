import type { MailView, ShownMail } from "~/http/kept-mail.server";
import { paths, type Query } from "~/paths";
import { CalendarCard } from "./calendar-card";
import { Facts } from "./facts";
import { Tabs } from "./tabs";

const views: Record<MailView, string> = { html: "HTML", text: "Text", headers: "Headers", ics: "Calendar file" };

/** One mail, as a mail program shows it. `query`: where in the list it stands. */
export function KeptMail({ mail, query }: { mail: ShownMail; query: Query }) {
  const tabs = (Object.keys(views) as MailView[])
    .filter((view) => view !== "ics" || mail.hasFile)
    .map((view) => ({
      label: views[view],
      href: `${paths.outbox({ ...query, id: mail.id, view: view === "html" ? "" : view })}#mail`,
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
            { label: "To", value: <bdi>{mail.to}</bdi> },
            { label: "From", value: <bdi>{mail.from}</bdi> },
            { label: "Reply to", value: mail.replyTo ? <bdi>{mail.replyTo}</bdi> : null },
            { label: "Kept", value: mail.kept },
          ]}
        />
      </div>
      <Tabs label="Parts of the mail" items={tabs} className="border-t border-rule [&>ul]:px-5 sm:[&>ul]:px-7" />
      <Part mail={mail} />
    </article>
  );
}

function Part({ mail }: { mail: ShownMail }) {
  if (mail.view === "html") {
    return (
      <iframe
        title={`The mail: ${mail.subject}`}
        src={paths.keptHtml(mail.id)}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        className="block h-[72rem] w-full grow border-0 sm:h-[56rem]"
      />
    );
  }
  const { file } = mail;
  if (file?.card) {
    return <CalendarCard card={file.card} source={file.source} href={paths.keptFile(mail.id)} zone={mail.zone} />;
  }
  return (
    <pre className="grow whitespace-pre-wrap bg-well p-5 font-mono text-small [overflow-wrap:anywhere] sm:p-7">
      {mail.text ?? file?.source}
    </pre>
  );
}
