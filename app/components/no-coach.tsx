import { paths } from "~/paths";
import { HostNotFound } from "./host-error";

export function NoCoach() {
  return (
    <HostNotFound
      title="No sessions with this coach"
      message="They take none at present, or the address has a typing error. What you have booked stays."
      back={{ href: paths.coaches(), label: "Coaches" }}
    />
  );
}
