import { DAY_MS } from "~/domain/availability/calendar-days";
import { codesOf, type ExplainedStart } from "~/domain/availability/explained-day";
import { reasonToTell, refusalSentence } from "~/domain/availability/reasons";
import { dayLengthNote } from "~/domain/availability/schedule-notes";
import { localDay } from "~/domain/availability/zones";
import { countOf } from "~/domain/counts";
import { formatDayLong, formatDayShort, zoneLabel } from "~/domain/time";
import { listOf } from "~/messages/translate";
import { answerTitle } from "./answer-title";
import { DayChecks } from "./day-checks";
import { DayLayers } from "./day-layers";
import { hostName, startLabel, type Explained } from "./explained";
import { Section, Sheet } from "./page";
import { HostReasons, Reasons, StartTable } from "./start-table";
import { Told } from "./told";

type Props = {
  explained: Explained;
  /** What the event type asks for. */
  noticeMinutes: number;
  /** The clock skips the time that was asked for. */
  isMoved: boolean;
  hrefOf: (start: number) => string;
};

/** The answer as a sentence first, then the day it comes from. */
export function DayAnswer({ explained, noticeMinutes, isMoved, hrefOf }: Props) {
  const { day, clock } = explained;
  const { asked } = day;
  const lengthNote = dayLengthNote((day.to - day.from) / 60_000);
  return (
    <Sheet>
      <Section className="space-y-1">
        <p className="text-small font-semibold text-muted">
          <bdi>{whoWords(explained)}</bdi>
          {`${day.hosts.length > 0 ? ", " : ""}${formatDayLong(day.day * DAY_MS, "UTC", clock.locale, clock.now)}, ${zoneLabel(day.zone, asked?.start ?? day.from)}`}
        </p>
        <h2>
          <Told words={answerTitle(explained)} />
        </h2>
        {asked ? <AskedWords asked={asked} explained={explained} noticeMinutes={noticeMinutes} /> : null}
        {lengthNote ? (
          <p className="hint">
            {lengthNote}
            {isMoved && asked ? ` ${movedWords(explained, asked)}` : null}
          </p>
        ) : null}
        {day.withoutHours.length > 0 && day.hosts.length > 0 ? (
          <p className="hint">{`Without hours here: ${day.withoutHours.join(", ")}.`}</p>
        ) : null}
      </Section>
      {day.hosts.length > 0 && day.from < day.to ? (
        <Section>
          <DayLayers explained={explained} />
          {day.hosts.length > 1 ? <Legend /> : null}
        </Section>
      ) : null}
      <div className="grid border-t border-rule lg:grid-cols-[minmax(0,1fr)_17rem]">
        <section className="min-w-0 p-5 sm:p-7">
          <h2 className="mb-4">Every start that day</h2>
          {day.starts.length > 0 || asked ? (
            <StartTable explained={explained} hrefOf={hrefOf} />
          ) : (
            <p>There is none.</p>
          )}
        </section>
        <section className="border-t border-rule p-5 sm:p-7 lg:border-s lg:border-t-0">
          <h2 className="mb-4">Also checked</h2>
          <DayChecks checks={day.checks} />
        </section>
      </div>
    </Sheet>
  );
}

type AskedProps = { asked: ExplainedStart; explained: Explained; noticeMinutes: number };

function AskedWords({ asked, explained, noticeMinutes }: AskedProps) {
  const { hosts, mode } = explained.day;
  if (hosts.length === 0) return null;
  const answers = asked.hosts.map((host) => ({ id: host.id, reasons: codesOf(host) }));
  const code = reasonToTell(answers, mode);
  const told = refusalSentence({ code, start: asked.start, noticeMinutes, language: "en", ...explained.clock });
  return (
    <>
      <div className="text-muted">
        {hosts.length > 1 ? (
          <HostReasons row={asked} explained={explained} />
        ) : (
          <Reasons row={asked} explained={explained} />
        )}
      </div>
      {asked.isOffered ? null : (
        <p className="hint pt-2">
          {`Whoever asks for it reads “${told}” The API gives the reason `}
          <code className="font-mono">{code}</code>.
        </p>
      )}
    </>
  );
}

function Legend() {
  const items = [
    ["fill-noon stroke-ink", "Open hours"],
    ["fill-[url(#busy-hatch)] stroke-muted", "Calendars"],
    ["fill-sea stroke-surface", "Bookings, with their buffers dashed"],
    ["fill-sea-wash stroke-sea", "Offered"],
  ] as const;
  return (
    <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
      {items.map(([look, label]) => (
        <li key={label} className="leg">
          <svg aria-hidden="true" width={22} height={14} className="shrink-0">
            <rect x="0.5" y="0.5" width="21" height="13" className={look} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** Of a time that the clock skips, or with its whole date, which one is answered for. */
function movedWords({ day, clock }: Explained, { start }: ExplainedStart) {
  const time = startLabel(start, clock);
  const isThatDay = localDay(day.zone, start) === day.day;
  const moment = isThatDay ? time : `${formatDayShort(start, day.zone, clock.locale, clock.now)}, ${time}`;
  return `${day.from === day.to ? "The" : "They skip the time that was asked for, so the"} answer is for ${moment}.`;
}

/** "You", "Daniel Okonkwo", "You, Daniel Okonkwo and Anjali Raman", "12 hosts" */
function whoWords(explained: Explained) {
  const names = explained.day.hosts.map(({ id }) => hostName(explained, id));
  return names.length <= 4 ? listOf(names, "en-GB") : countOf(names.length, "host");
}
