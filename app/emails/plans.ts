import { deadlineOf, policyRefusal } from "~/domain/bookings/invitee-policy";
import { paths } from "~/paths";
import type { Part } from "./booking-part";
import type { Words } from "./letter";
import { moment } from "./times";
import { withLinks } from "./words";

const deeds = ["reschedule", "cancel"] as const;

/** How the invitee can still change the meeting, and until when: what its event type lets them, and nothing else. */
export function plans({ about: { booking }, reader, now, appUrl }: Part): Words[] {
  const { t } = reader;
  const open = deeds.filter((deed) => policyRefusal(booking, deed, now) === null);
  const links = {
    reschedule: appUrl + paths.rescheduleMeeting(booking.uid),
    cancel: appUrl + paths.cancelMeeting(booking.uid),
  };
  const ends = open.flatMap((deed) => {
    const end = deadlineOf(booking, deed);
    return end === null ? [] : [{ deed, until: moment(end, reader, now) }];
  });
  const isOneEnd = ends.length === 2 && ends[0]!.until === ends[1]!.until;
  const until = isOneEnd
    ? [t("mail.until.both", ends[0])]
    : ends.map((end) => t(`mail.until.${end.deed}`, { until: end.until }));
  const rest = open.length < 2 ? [t(open[0] ? "mail.plans.else" : "mail.plans.none", { host: booking.host.name })] : [];
  return [
    ...(open[0] ? [withLinks(t(open.length === 2 ? "mail.plans" : `mail.plans.${open[0]}`), links)] : []),
    ...[...until, ...rest].map((text) => [{ text }]),
  ];
}
