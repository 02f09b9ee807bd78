import { paths } from "~/paths";
import { HostNotFound } from "./host-error";

export function NoCalendar() {
  return (
    <HostNotFound
      title="There is no such calendar"
      message="It was disconnected, or it is not yours."
      back={{ href: paths.calendars(), label: "Calendars" }}
    />
  );
}
