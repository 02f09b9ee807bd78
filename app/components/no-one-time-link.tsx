import { paths } from "~/paths";
import { HostNotFound } from "./host-error";

/** For ids of links that are unknown, or not this host's to see: both look the same. */
export function NoOneTimeLink() {
  return (
    <HostNotFound
      title="There is no such link"
      message="The address may have a typing error, or the link is not yours to see."
      back={{ href: paths.links(), label: "Links" }}
    />
  );
}
