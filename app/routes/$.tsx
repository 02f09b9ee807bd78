import { data, type MetaFunction } from "@remix-run/node";

export const meta: MetaFunction = () => [{ title: "Not found" }, { name: "robots", content: "noindex" }];

/** Every address that is no page of ours. */
export function loader() {
  throw data(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
