import { parseDate } from "~/domain/availability/calendar-days";
import { slotsByDay } from "~/domain/availability/month";
import type { Refused } from "~/domain/availability/reasons";
import { zoneTime } from "~/domain/time";
import { paths } from "~/paths";
import { hrefsOf, type CoachPage } from "./coach-page";
import { DayRuler } from "./day-ruler";
import type { Typed } from "./offer-page";
import { Section, Sheet } from "./page";
import { SessionFacts } from "./session-facts";
import { SessionLength } from "./session-length";
import { SlotHint, type Hint } from "./slot-hint";
import { SlotPicker, type SlotChoice } from "./slot-picker";
import { useVisitor } from "./visitor";

type Props = { page: CoachPage; choice: SlotChoice; typed?: Typed; hint: Hint | null; refused: Refused | null };

/** The first step: how long, on which day, and when, in the client's own zone. */
export function SessionTimeStep({ page, choice, typed, hint, refused }: Props) {
  const { zone } = useVisitor();
  const { coach, offer, durationMinutes, wrongLength } = page;
  const hrefFor = hrefsOf(page, typed);
  const shown = { date: choice.date, month: choice.date ? null : choice.month };
  const day = choice.date === null ? null : parseDate(choice.date);
  const slots = day === null ? [] : (slotsByDay(choice.slots, zone).get(day) ?? []);
  return (
    <Sheet>
      <SlotHint hint={hint} refused={refused} />
      <div className="grid md:grid-cols-[17.5rem_minmax(0,1fr)] xl:grid-cols-[17.5rem_minmax(0,1fr)_15.5rem]">
        <div className="p-5 sm:p-7">
          <SessionFacts page={page} />
          <SessionLength
            address={hrefFor({ ...shown, duration: null })}
            chosen={durationMinutes}
            hrefFor={(minutes) => hrefFor({ ...shown, duration: minutes === offer.usualDuration ? null : minutes })}
            wrong={wrongLength}
          />
          <p className="hint mt-6">
            {`Times are ${zoneTime(zone)}. `}
            <a href={paths.settings()}>Change your zone</a>
          </p>
        </div>
        <SlotPicker choice={choice} hrefFor={hrefFor} />
      </div>
      {day === null || slots.length === 0 ? null : (
        <Section>
          <DayRuler
            day={day}
            hosts={[{ name: coach.name, timezone: coach.timezone }]}
            free={{ slots, durationMinutes }}
          />
        </Section>
      )}
    </Sheet>
  );
}
