import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Form, HiddenFields, LinkButton, Submit } from "~/components/form";
import { LinkFacts } from "~/components/link-facts";
import { LinkShare } from "~/components/link-share";
import { OneTimeTable } from "~/components/one-time-table";
import { HostHeading, Section, Sheet } from "~/components/page";
import { listOneTimeLinks } from "~/domain/links/one-time-links.server";
import { hostClock } from "~/http/host-page.server";
import { requireLinkPage } from "~/http/link-page.server";
import { linkItem } from "~/http/links-page.server";
import { paths } from "~/paths";

export { NoOneTimeLink as ErrorBoundary } from "~/components/no-one-time-link";

const mostShown = 50;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.link.title ?? "Link"} · Meridian` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { host, member, link } = await requireLinkPage(request, params.id);
  const clock = hostClock(request, host.user);
  const made = { workspaceId: host.workspace.id, viewer: member, linkId: link.id, now: clock.now };
  const oneTime = await listOneTimeLinks(made, { limit: mostShown, offset: 0 });
  return { link: linkItem(link), isMine: link.ownerId === host.user.id, oneTime, clock };
}

export default function LinkPage() {
  const { link, isMine, oneTime, clock } = useLoaderData<typeof loader>();
  return (
    <>
      <HostHeading
        back={{ href: paths.links(), label: "Links" }}
        title={<bdi>{link.title}</bdi>}
        sentence={sentenceFor(link)}
        actions={
          <>
            <LinkButton icon="external-link" href={link.url}>
              See the page
            </LinkButton>
            <LinkButton kind="primary" icon="pencil" href={paths.editLink(link.id)}>
              Edit
            </LinkButton>
          </>
        }
      />
      <Sheet>
        <Section title="Share it">
          <LinkShare link={link} />
        </Section>
        <Section title="What became of it">
          <LinkFacts link={link} isMine={isMine} clock={clock} />
        </Section>
        <Section
          title="For one person"
          aside={
            <a href={paths.newOneTimeLink({ link: link.id })} className="-my-1 inline-block py-1">
              Make one from this link
            </a>
          }
        >
          {oneTime.total > 0 ? (
            <OneTimeTable items={oneTime.items} clock={clock} />
          ) : (
            <p className="text-muted">None was made from this link.</p>
          )}
          {oneTime.total > mostShown ? (
            <p className="hint mt-3">
              The newest {mostShown} of {oneTime.total}.
            </p>
          ) : null}
        </Section>
        <Section>
          <Deeds link={link} />
        </Section>
      </Sheet>
    </>
  );
}

type Shown = { id: string; isActive: boolean; eventType: { isOpen: boolean } };

function sentenceFor({ isActive, eventType }: Shown) {
  if (!isActive) return "Off: whoever opens it reads that it takes no bookings.";
  return eventType.isOpen ? undefined : "Its event type is off, so nobody can book by it.";
}

function Deeds({ link: { id, isActive } }: { link: Shown }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div className="flex flex-wrap gap-3">
        <Form action={paths.toggleLink(id)}>
          <HiddenFields values={{ to: isActive ? "off" : "on", from: "link" }} />
          <Submit kind="second">{isActive ? "Disable" : "Enable"}</Submit>
        </Form>
        <Form action={paths.duplicateLink(id)}>
          <Submit kind="second" icon="copy">
            Duplicate
          </Submit>
        </Form>
      </div>
      <LinkButton kind="stop" icon="trash-2" href={paths.deleteLink(id)}>
        Delete…
      </LinkButton>
    </div>
  );
}
