import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HostPages } from "~/components/host-pages";
import { loadHostFrame } from "~/http/host-frame.server";

export const meta: MetaFunction = () => [{ title: "Meridian" }, { name: "robots", content: "noindex" }];

export const loader = ({ request }: LoaderFunctionArgs) => loadHostFrame(request);

export default function MemberPages() {
  return <HostPages {...useLoaderData<typeof loader>()} />;
}
