import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/form";
import { OneTimeAddress } from "~/components/one-time-address";
import { OneTimeFacts } from "~/components/one-time-facts";
import { newOneLike } from "~/components/one-time-table";
import { HostHeading, Sheet } from "~/components/page";
import { env } from "~/env.server";
import { takeShownOnce } from "~/http/shown-once.server";
import { requireOneTimePage } from "~/http/one-time-page.server";
import { paths } from "~/paths";

export { NoOneTimeLink as ErrorBoundary } from "~/components/no-one-time-link";

export const meta: MetaFunction = () => [
  { title: "A link for one person · Meridian" },
  { name: "robots", content: "noindex" },
];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { link, clock, user } = await requireOneTimePage(request, params.id);
  const made = await takeShownOnce(request, paths.oneTimeLink(link.id));
  const address = made && env.APP_URL.replace(/\/$/, "") + paths.bookByLink(made.secret);
  const headers = new Headers({ "Cache-Control": "private, no-store" });
  if (made) headers.append("Set-Cookie", made.header);
  return data({ link, clock, address, isOwn: link.ownerId === user.id }, { headers });
}

export default function OneTimeLink() {
  const page = useLoaderData<typeof loader>();
  const { link, address } = page;
  return (
    <>
      <HostHeading
        back={{ href: paths.links(), label: "Links" }}
        title={
          <>
            Link for <bdi>{link.recipientName || link.recipientEmail}</bdi>
          </>
        }
        actions={<Actions />}
      />
      <Sheet>
        {link.state === "active" ? <OneTimeAddress link={link} address={address} /> : null}
        <OneTimeFacts {...page} />
      </Sheet>
    </>
  );
}

function Actions() {
  const { link } = useLoaderData<typeof loader>();
  const { state, booking, bookingId } = link;
  if (state === "active") {
    return (
      <>
        <LinkButton icon="mail" href={paths.renewOneTimeLink(link.id)}>
          Send again
        </LinkButton>
        <LinkButton kind="stop" href={paths.revokeOneTimeLink(link.id)}>
          Revoke…
        </LinkButton>
      </>
    );
  }
  if (state !== "booked") {
    return (
      <LinkButton kind="primary" icon="plus" href={newOneLike(link)}>
        Make a new one
      </LinkButton>
    );
  }
  return booking?.isSeen && bookingId !== null ? (
    <LinkButton href={paths.booking(bookingId)}>See booking</LinkButton>
  ) : null;
}
