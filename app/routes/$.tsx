import { data } from "@remix-run/node";

/** Every address that is no page of ours. */
export function loader() {
  throw data(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
