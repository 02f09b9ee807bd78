import { paths } from "~/paths";
import { calendarLinks } from "./calendar-links";
import { Icon } from "./icon";
import { placeName, type Place } from "./location-words";
import { useVisitor } from "./visitor";

type Props = {
  uid: string;
  start: number;
  end: number;
  title: string;
  place: Place;
  manageUrl: string;
};

/** The invitee's calendars by name; without a sign-in, by links that open a filled entry. */
export function AddToCalendar({ uid, start, end, title, place, manageUrl }: Props) {
  const { t } = useVisitor();
  const location = place.url ?? (place.value || placeName(t, place));
  const links = calendarLinks({ start, end, title, location, details: t("meeting.entry", { url: manageUrl }) });
  const items = [
    { href: links.google, label: "Google" },
    { href: links.outlook, label: "Outlook.com" },
    { href: links.office, label: "Microsoft 365" },
    { href: paths.meetingFile(uid), label: t("meeting.file") },
  ];
  return (
    <details className="group open:w-full">
      <summary className="btn btn-primary list-none [&::-webkit-details-marker]:hidden">
        <Icon name="calendar-plus" />
        {t("meeting.add")}
        <Icon name="chevron-down" size={18} className="group-open:rotate-180" />
      </summary>
      <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1">
        {items.map(({ href, label }) => (
          <li key={label}>
            <a href={href} className="inline-block py-2" rel="noreferrer">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
