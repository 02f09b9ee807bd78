import { formatDayLong, formatTime } from "~/domain/time";
import { translator, type Translate } from "~/messages/translate";
import { paths } from "~/paths";
import { PublicMessage } from "./public-message";
import type { Organiser } from "./rsvp-view";
import type { Visitor } from "./visitor";

export type RsvpGoneReason =
  | { state: "unknown" }
  | { state: "replaced"; isHanded: boolean }
  | { state: "closed"; end: { kind: "begun" | "too_few" | "expired" } | { kind: "cancelled"; name: string } };

type Props = {
  visitor: Visitor;
  workspace?: { name: string; slug: string };
  organiser?: Organiser;
  event?: string;
  start?: number;
  reason: RsvpGoneReason;
};

/** A key that takes no answer: why, and whom to write to. */
export function RsvpGone({ visitor, workspace, organiser, event, start, reason }: Props) {
  const t = translator(visitor.language, visitor.locale);
  const { zone, locale, now } = visitor;
  const when =
    start === undefined ? null : `${formatDayLong(start, zone, locale, now)}, ${formatTime(start, zone, locale)}`;
  const { title, message } = goneWords(t, reason);
  const link = organiser
    ? {
        href: paths.writeTo(organiser.email),
        label: t("rsvp.write", { host: organiser.name }),
      }
    : undefined;
  return (
    <PublicMessage visitor={visitor} workspace={workspace} title={title} link={link}>
      {event ? (
        <p className="text-muted">
          <bdi>{event}</bdi>
          {when ? `, ${when}` : null}
        </p>
      ) : null}
      <p>
        <bdi>{message}</bdi>
      </p>
    </PublicMessage>
  );
}

export function goneWords(t: Translate, reason: RsvpGoneReason) {
  if (reason.state === "unknown") return { title: t("rsvp.unknown.title"), message: t("rsvp.unknown.message") };
  if (reason.state === "replaced") {
    const how = reason.isHanded ? "handed" : "moved";
    return { title: t(`rsvp.${how}.title`), message: t(`rsvp.${how}.message`) };
  }
  const { end } = reason;
  if (end.kind === "begun") return { title: t("rsvp.begun.title"), message: t("rsvp.begun.message") };
  const title = t("rsvp.off.title");
  if (end.kind === "cancelled") return { title, message: t("rsvp.off.by", { name: end.name }) };
  return { title, message: t(end.kind === "too_few" ? "rsvp.tooFew" : "rsvp.off.expired") };
}
