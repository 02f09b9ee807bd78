import { isoInstant } from "~/domain/time";
import { withQuery } from "~/paths";

type Entry = { start: number; end: number; title: string; details: string; location: string };

/** Addresses that open a filled entry in the invitee's own calendar. */
export function calendarLinks({ start, end, title, details, location }: Entry) {
  const outlook = {
    path: "/calendar/action/compose",
    rru: "addevent",
    subject: title,
    startdt: isoInstant(start),
    enddt: isoInstant(end),
    body: details,
    location,
  };
  return {
    google: withQuery("https://calendar.google.com/calendar/render", {
      action: "TEMPLATE",
      text: title,
      dates: `${compact(start)}/${compact(end)}`,
      details,
      location,
    }),
    outlook: withQuery("https://outlook.live.com/calendar/0/deeplink/compose", outlook),
    office: withQuery("https://outlook.office.com/calendar/0/deeplink/compose", outlook),
  };
}

/** 20261123T103000Z */
function compact(ms: number) {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, "");
}
