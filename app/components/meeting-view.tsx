import { localDay } from "~/domain/availability/zones";
import type { AnswerLine } from "~/domain/templates/answers";
import { formatDayLong, formatTimeRange, isoInstant, zoneLabel } from "~/domain/time";
import { listOf } from "~/messages/translate";
import { Badge, type BadgeState } from "./badge";
import { DayRuler } from "./day-ruler";
import { Flash } from "./flash";
import type { Terms } from "./change-terms";
import type { Place } from "./location-words";
import { MeetingActions } from "./meeting-actions";
import { MeetingDetails } from "./meeting-details";
import { MeetingNext } from "./meeting-next";
import { Section } from "./page";
import { useVisitor } from "./visitor";
import { wholeDate } from "./whole-date";

export type Meeting = {
  uid: string;
  start: number;
  end: number;
  state: "pending" | "confirmed" | "cancelled" | "declined" | "over";
  mayChange: boolean;
  cancelling: Terms;
  rescheduling: Terms;
  requiresReason: boolean;
  event: { name: string; slug: string };
  /** Where to book another one; null where it is not on offer any more. */
  againHref: string | null;
  /** Where a client has all their sessions; null for everybody else. */
  sessionsHref: string | null;
  workspace: { name: string; slug: string };
  /** Through whose page it was booked. */
  team: { slug: string } | null;
  hosts: { name: string; timezone: string }[];
  inviteeName: string;
  inviteeEmail: string;
  guests: string[];
  answers: AnswerLine[];
  notes: string;
  place: Place;
  reason: string | null;
  manageUrl: string;
};

const badges: Record<Meeting["state"], BadgeState> = {
  pending: "waiting",
  confirmed: "confirmed",
  cancelled: "cancelled",
  declined: "declined",
  over: "completed",
};

/** A booking as its invitee sees it: the time first. */
export function MeetingView({ meeting }: { meeting: Meeting }) {
  const { t, zone } = useVisitor();
  const isOff = meeting.state === "cancelled" || meeting.state === "declined";
  const isAhead = meeting.state === "pending" || meeting.state === "confirmed";
  return (
    <>
      <Section className="sm:px-8 sm:py-9">
        <Flash />
        <Heading meeting={meeting} isOff={isOff} />
        <MeetingActions meeting={meeting} />
        {meeting.sessionsHref ? (
          <p className="no-print mt-4">
            <a href={meeting.sessionsHref} className="inline-block py-1">
              {t("meeting.ownSessions")}
            </a>
          </p>
        ) : null}
      </Section>
      {isOff ? null : (
        <Section title={t("meeting.moment")} className="sm:px-8">
          <DayRuler day={localDay(zone, meeting.start)} hosts={meeting.hosts} meeting={meeting} />
        </Section>
      )}
      <div className={`border-t border-rule ${isAhead ? "grid lg:grid-cols-2" : ""}`}>
        <section className="p-5 sm:p-8">
          <h2 className="mb-4">{t("meeting.details")}</h2>
          <MeetingDetails {...meeting} isOff={isOff} />
        </section>
        {isAhead ? (
          <section className="border-t border-rule p-5 sm:p-8 lg:border-s lg:border-t-0">
            <h2 className="mb-4">{t("meeting.next")}</h2>
            <MeetingNext
              state={meeting.state === "pending" ? "pending" : "confirmed"}
              start={meeting.start}
              inviteeEmail={meeting.inviteeEmail}
              leadName={meeting.hosts[0]?.name ?? meeting.workspace.name}
              isForAll={meeting.hosts.length > 1}
              terms={meeting}
            />
          </section>
        ) : null}
      </div>
    </>
  );
}

function Heading({ meeting, isOff }: { meeting: Meeting; isOff: boolean }) {
  const { t, zone, locale, now } = useVisitor();
  const { start, end, state, event } = meeting;
  const time = (
    <>
      {wholeDate(formatDayLong(start, zone, locale, now))},{" "}
      <time dateTime={isoInstant(start)} className="whitespace-nowrap">
        {formatTimeRange(start, end, zone, locale)}
      </time>
    </>
  );
  const hosts = listOf(
    meeting.hosts.map((host) => host.name),
    locale,
  );
  return (
    <>
      <Badge state={badges[state]}>{t(`meeting.state.${state}`)}</Badge>
      <h1 className="mt-2 sm:text-display">{isOff ? <s className="text-muted decoration-2">{time}</s> : time}</h1>
      <p className="mt-2 text-lead text-muted">
        <bdi>{t("meeting.about", { event: event.name, hosts })}</bdi>{" "}
        <span>{t("meeting.inZone", { zone: zoneLabel(zone, start) })}</span>
      </p>
      {state === "pending" ? (
        <p className="mt-3 max-w-text">
          {meeting.hosts.length > 1
            ? t("meeting.pendingAll")
            : t("meeting.pending", { host: meeting.hosts[0]?.name ?? meeting.workspace.name })}
        </p>
      ) : null}
      {isOff && meeting.reason ? (
        <p className="mt-3 max-w-text whitespace-pre-line break-words">
          {t("meeting.reasonWas", { reason: meeting.reason })}
        </p>
      ) : null}
      {isOff ? <p className="mt-3 max-w-text">{t("meeting.off")}</p> : null}
      {state === "over" ? <p className="mt-3 max-w-text">{t("meeting.over")}</p> : null}
    </>
  );
}
