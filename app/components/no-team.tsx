import { paths } from "~/paths";
import { HostNotFound } from "./host-error";

export function NoTeam() {
  return (
    <HostNotFound
      title="There is no such team"
      message="The address may have a typing error, or the team was deleted."
      back={{ href: paths.teams(), label: "Teams" }}
    />
  );
}
