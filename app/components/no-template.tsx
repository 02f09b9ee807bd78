import { paths } from "~/paths";
import { HostNotFound } from "./host-error";

export function NoTemplate() {
  return (
    <HostNotFound
      title="There is no such template"
      message="The address may have a typing error, or the template was deleted."
      back={{ href: paths.templates(), label: "Templates" }}
    />
  );
}
