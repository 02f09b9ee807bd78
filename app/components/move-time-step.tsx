import { parseDate } from "~/domain/availability/calendar-days";
import { slotsByDay } from "~/domain/availability/month";
import type { Refused } from "~/domain/availability/reasons";
import { localDay } from "~/domain/availability/zones";
import { formatTime } from "~/domain/time";
import { paths } from "~/paths";
import { DayRuler } from "./day-ruler";
import { MoveFacts } from "./move-facts";
import { hrefsOf, type MovePage } from "./move-page";
import { Section } from "./page";
import { SlotHint, type Hint } from "./slot-hint";
import { SlotPicker } from "./slot-picker";
import { useVisitor } from "./visitor";
import { ZoneChoice } from "./zone-choice";

/** The first step of moving a meeting: another day and time. */
export function MoveTimeStep({ page, hint, refused }: { page: MovePage; hint: Hint | null; refused: Refused | null }) {
  const { t, zone, locale } = useVisitor();
  const { meeting, choice, kept } = page;
  const hrefFor = hrefsOf(page);
  const day = choice?.date ? parseDate(choice.date) : null;
  const slots = (choice && day !== null && slotsByDay(choice.slots, zone).get(day)) || [];
  const { start, end } = meeting;
  const present = { start, end, label: t("meeting.move.ruler", { time: formatTime(start, zone, locale) }) };
  const durationMinutes = (meeting.end - meeting.start) / 60_000;
  const fields = {
    timezone: kept.timezone ?? undefined,
    lang: kept.lang ?? undefined,
    date: choice?.date ?? undefined,
  };
  return (
    <>
      <SlotHint hint={hint} refused={refused} />
      <div className="grid md:grid-cols-[17.5rem_minmax(0,1fr)] lg:grid-cols-[17.5rem_minmax(0,1fr)_15.5rem]">
        <div className="p-5 sm:p-7">
          <MoveFacts meeting={meeting} />
          <div className="mt-6 border-t border-rule pt-5">
            <ZoneChoice action={paths.rescheduleMeeting(meeting.uid)} kept={fields} />
          </div>
        </div>
        {choice ? (
          <SlotPicker choice={choice} hrefFor={hrefFor} present={meeting.start} />
        ) : (
          <p className="p-5 sm:p-7">
            <a href={hrefFor({})}>{t("book.another")}</a>
          </p>
        )}
      </div>
      {day === null || slots.length === 0 ? null : (
        <Section>
          <DayRuler
            day={day}
            hosts={meeting.hosts}
            free={{ slots, durationMinutes }}
            meeting={localDay(zone, meeting.start) === day ? present : undefined}
          />
        </Section>
      )}
    </>
  );
}
