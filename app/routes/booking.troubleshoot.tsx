import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { answerTitle } from "~/components/answer-title";
import { plainText } from "~/components/cause-words";
import { DayAnswer } from "~/components/day-answer";
import { EmptyState } from "~/components/empty-state";
import { LinkButton } from "~/components/form";
import { HelpLink } from "~/components/help-link";
import { Notice } from "~/components/notice";
import { HostHeading } from "~/components/page";
import { TroubleshootForm } from "~/components/troubleshoot-form";
import { isoInstant } from "~/domain/time";
import { loadTroubleshooter } from "~/http/troubleshoot-page.server";
import { paths } from "~/paths";

/** A screen reader says the title first: it is the answer. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${data?.state === "open" ? plainText(answerTitle(explainedOf(data))) : "Why is a time not offered?"} · Meridian`,
  },
  { name: "robots", content: "noindex" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const page = await loadTroubleshooter(request);
  const isWrong = page.state !== "empty" && page.errors.length > 0;
  return data(page, { status: isWrong ? 400 : 200 });
}

export default function Troubleshoot() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <HostHeading
        back={{ href: paths.availability(), label: "Availability" }}
        title="Why is a time not offered?"
        sentence="The same rules that make the public page, answering for one day."
      />
      {page.state === "empty" ? <NothingYet /> : <TroubleshootForm {...page} />}
      {page.state === "nobody" ? (
        <Notice title="Nobody is in this team.">There is nothing to offer before it has members.</Notice>
      ) : null}
      {page.state === "open" ? <Answer page={page} /> : null}
      <HelpLink topic="availability" section="why" className="mt-3">
        What the reasons mean
      </HelpLink>
    </>
  );
}

type Open = Extract<Awaited<ReturnType<typeof loadTroubleshooter>>, { state: "open" }>;

function Answer({ page }: { page: Open }) {
  const { offer, values } = page;
  return (
    <>
      {offer.isActive ? null : (
        <Notice kind="wait" className="mb-6" title="This event type is switched off: nobody can book it.">
          This is what it would offer.
        </Notice>
      )}
      <DayAnswer
        explained={explainedOf(page)}
        noticeMinutes={offer.noticeMinutes}
        isMoved={page.isMoved}
        hrefOf={(start) => paths.troubleshoot({ ...values, date: null, time: isoInstant(start) })}
      />
    </>
  );
}

function explainedOf({ day, viewerId, clock }: Open) {
  return { day, viewerId, clock: { ...clock, zone: day.zone } };
}

function NothingYet() {
  return (
    <EmptyState
      title="Nothing to explain yet"
      actions={
        <LinkButton kind="primary" href={paths.eventTypes()}>
          Event types
        </LinkButton>
      }
    >
      You own and host no event type. As soon as you do, this page says of each time why it is offered or not.
    </EmptyState>
  );
}
