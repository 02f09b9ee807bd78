import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { LinkButton } from "~/components/form";
import { OneTimeForm } from "~/components/one-time-form";
import { HostHeading } from "~/components/page";
import { requireHost } from "~/http/auth.server";
import { readFields } from "~/http/form.server";
import { hostClock } from "~/http/host-page.server";
import { showOnceHeader } from "~/http/shown-once.server";
import { blankValues, loadOneTimeForm } from "~/http/one-time-form.server";
import { redirectWith } from "~/http/session.server";
import { submitOneTime } from "~/http/submit-one-time.server";
import { visitorLocale } from "~/http/visitor.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [
  { title: "New link for one person · Meridian" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const host = await requireHost(request, "links.own");
  const clock = hostClock(request, host.user);
  return loadOneTimeForm(host, clock, blankValues(new URL(request.url).searchParams, clock));
}

export async function action({ request }: ActionFunctionArgs) {
  const host = await requireHost(request, "links.own");
  const clock = hostClock(request, host.user);
  const { locale } = visitorLocale(request);
  const sent = await submitOneTime({ host, clock, locale }, await readFields(request));
  if (!("made" in sent)) return data(sent.form, { status: sent.status });
  const { id, token, isMailed } = sent.made;
  const headers = new Headers({ "Set-Cookie": await showOnceHeader(paths.oneTimeLink(id), token) });
  const text = isMailed ? "The link is made, and the mail is on its way." : "The link is made.";
  return redirectWith({ kind: "ok", text }, paths.oneTimeLink(id), headers);
}

export default function NewOneTimeLink() {
  const blank = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? blank;
  return (
    <>
      <HostHeading
        back={{ href: paths.links(), label: "Links" }}
        title="A link for one person"
        sentence="A secret address that books one meeting, and then stops."
      />
      {page.options.length > 0 ? <OneTimeForm page={page} /> : <NothingToOffer />}
    </>
  );
}

function NothingToOffer() {
  return (
    <EmptyState
      title="There is nothing to offer yet"
      actions={
        <>
          <LinkButton kind="primary" icon="plus" href={paths.newEventType()}>
            New event type
          </LinkButton>
          <LinkButton href={paths.eventTypes()}>Event types</LinkButton>
        </>
      }
    >
      You own and host no event type that is switched on. As soon as you do, you can make a link to it for one person.
    </EmptyState>
  );
}
