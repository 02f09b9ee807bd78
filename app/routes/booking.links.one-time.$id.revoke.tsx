import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Form, FormActions, LinkButton, Submit } from "~/components/form";
import { stateWords } from "~/components/one-time-words";
import { HostHeading, Section, Sheet } from "~/components/page";
import { revokeOneTimeLink } from "~/domain/links/revoke-one-time-link.server";
import { readFields } from "~/http/form.server";
import { requireOneTimePage } from "~/http/one-time-page.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export { NoOneTimeLink as ErrorBoundary } from "~/components/no-one-time-link";

export const meta: MetaFunction = () => [{ title: "Revoke a link · Meridian" }, { name: "robots", content: "noindex" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { link, clock } = await requireOneTimePage(request, params.id);
  return { link, clock };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { link, member, workspace, clock } = await requireOneTimePage(request, params.id);
  await readFields(request);
  const revoked = await revokeOneTimeLink({ workspaceId: workspace.id, member, id: link.id, now: clock.now });
  if (revoked.ok) {
    const text = "The link is revoked. Whoever opens it reads that it is not valid any more.";
    return redirectWith({ kind: "ok", text }, paths.links());
  }
  if (revoked.reason === "not_found") throw data(null, { status: 404 });
  const text = "It was booked before it could be revoked. Cancel the booking if the meeting should not be.";
  return redirectWith({ kind: "info", text }, paths.oneTimeLink(link.id));
}

export default function RevokeOneTimeLink() {
  const { link, clock } = useLoaderData<typeof loader>();
  const { id, recipientName, recipientEmail, state } = link;
  const back = paths.oneTimeLink(id);
  const isOpen = state === "active" || state === "expired";
  return (
    <>
      <HostHeading
        back={{ href: back, label: "Back to the link" }}
        title={
          <>
            Revoke the link for <bdi>{recipientName || recipientEmail}</bdi>?
          </>
        }
      />
      <Sheet className="max-w-form">
        <Section>
          {isOpen ? (
            <>
              <p>
                Its address stops at once, and nothing can be booked through it any more. They get no mail about it.
              </p>
              <Form className="mt-6">
                <FormActions>
                  <Submit kind="stop">Revoke this link</Submit>
                  <LinkButton href={back}>Keep it</LinkButton>
                </FormActions>
              </Form>
            </>
          ) : (
            <>
              <p>{`It cannot be revoked any more. ${stateWords(link, clock).label}.`}</p>
              <div className="mt-6">
                <LinkButton href={back}>See the link</LinkButton>
              </div>
            </>
          )}
        </Section>
      </Sheet>
    </>
  );
}
