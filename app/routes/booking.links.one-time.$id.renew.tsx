import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Form, FormActions, LinkButton, Submit } from "~/components/form";
import { newOneLike } from "~/components/one-time-table";
import { stateWords } from "~/components/one-time-words";
import { HostHeading, Section, Sheet } from "~/components/page";
import { renewOneTimeLink } from "~/domain/links/renew-one-time-link.server";
import { readFields } from "~/http/form.server";
import { showOnceHeader } from "~/http/shown-once.server";
import { requireOneTimePage } from "~/http/one-time-page.server";
import { redirectWith } from "~/http/session.server";
import { visitorLocale } from "~/http/visitor.server";
import { paths } from "~/paths";

export { NoOneTimeLink as ErrorBoundary } from "~/components/no-one-time-link";

export const meta: MetaFunction = () => [{ title: "A new address · Meridian" }, { name: "robots", content: "noindex" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { link, clock } = await requireOneTimePage(request, params.id);
  return { link, clock };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { link, user, role, workspace, clock } = await requireOneTimePage(request, params.id);
  const sendsMail = (await readFields(request)).get("intent") === "mail";
  const { locale } = visitorLocale(request);
  const renewal = { workspace, host: user, role, id: link.id, sendsMail, locale, now: clock.now };
  const renewed = await renewOneTimeLink(renewal);
  const to = paths.oneTimeLink(link.id);
  if (renewed.ok) {
    const headers = new Headers({ "Set-Cookie": await showOnceHeader(paths.oneTimeLink(renewed.id), renewed.token) });
    const text = sendsMail
      ? "A mail with a new address is on its way. The old one has stopped."
      : "The link has a new address. The old one has stopped.";
    return redirectWith({ kind: "ok", text }, to, headers);
  }
  if (renewed.reason === "not_found") throw data(null, { status: 404 });
  const text =
    renewed.reason === "not_active"
      ? `Nothing was changed: the link is ${renewed.state} already.`
      : "Nothing was changed: its event type is switched off or deleted.";
  return redirectWith({ kind: "info", text }, to);
}

export default function RenewOneTimeLink() {
  const { link, clock } = useLoaderData<typeof loader>();
  const { id, recipientName, recipientEmail, state, eventType } = link;
  const back = paths.oneTimeLink(id);
  return (
    <>
      <HostHeading
        back={{ href: back, label: "Back to the link" }}
        title={
          <>
            A new address for <bdi>{recipientName || recipientEmail}</bdi>
          </>
        }
      />
      <Sheet className="max-w-form">
        <Section>
          {state === "active" && eventType.isOpen ? (
            <>
              <p>
                Addresses are shown once and not kept, so the same one cannot be sent twice. The link gets a new one,
                and the old one stops at once. What it offers and until when stays as it is.
              </p>
              <Form className="mt-6">
                <FormActions>
                  <Submit icon="mail" name="intent" value="mail">
                    Send it by mail
                  </Submit>
                  <Submit kind="second" name="intent" value="show">
                    Only show it to me
                  </Submit>
                  <LinkButton kind="quiet" href={back}>
                    Keep the old one
                  </LinkButton>
                </FormActions>
                <p className="hint mt-4 [overflow-wrap:anywhere]">
                  The mail goes to <bdi>{recipientEmail}</bdi>. You see the new address once in any case.
                </p>
              </Form>
            </>
          ) : (
            <>
              <p>{`It cannot get a new address any more. ${stateWords(link, clock).label}.`}</p>
              <div className="mt-6 flex flex-wrap gap-3">
                {state === "booked" ? null : <LinkButton href={newOneLike(link)}>Make a new one</LinkButton>}
                <LinkButton kind="quiet" href={back}>
                  See the link
                </LinkButton>
              </div>
            </>
          )}
        </Section>
      </Sheet>
    </>
  );
}
