import { paths } from "~/paths";
import { HostNotFound } from "./host-error";

export function NoApiKey() {
  return (
    <HostNotFound
      title="There is no such key"
      message="The address may have a typing error, or the key was revoked."
      back={{ href: paths.apiKeys(), label: "API" }}
    />
  );
}
