import { DAY_MS } from "~/domain/availability/calendar-days";
import { localMinutes } from "~/domain/availability/zones";
import { formatDayShort, formatTime } from "~/domain/time";
import type { Place } from "~/domain/availability/team-calendar";
import { Shape } from "./shape";
import { allFree, type ShownDay, type TeamCalendarPage } from "./team-calendar-words";
import { TeamLane } from "./team-lane";
import { dialOf, hoursOf, placed, rowsIn, rowsOf } from "./team-week-rows";

type Props = { page: TeamCalendarPage; initials: string[] };

/**
 * The week as a picture, under 1024 px one day of it. Its links are for pointers alone: all that it shows, and every link,
 * is in the lists beside it.
 */
export function TeamWeek({ page, initials }: Props) {
  const { clock, days, members, bookings, chosenDay } = page;
  const { zone, locale } = clock;
  const shown = [...members.flatMap(({ open }) => open), ...bookings];
  const dial = dialOf(days.flatMap((day) => placed(shown, day, zone).map(({ place }) => place)));
  const hours = hoursOf(dial, locale);
  return (
    <div aria-hidden="true" className="flex border border-rule bg-surface text-tick">
      <div className="flex w-[3.25rem] shrink-0 flex-col">
        <div className={`shrink-0 ${headLook(page, initials).isTall ? tall : usual}`} />
        <div className="grid auto-rows-[11px] pe-2 text-end text-muted">
          {hours.map(({ minute, text }) => (
            <span
              key={minute}
              className={`col-start-1 -translate-y-2 ${rowsOf({ from: minute, to: minute + 60 }, dial)} ${minute === 720 ? "font-bold text-ink" : ""}`}
            >
              {text}
            </span>
          ))}
          <span className={`col-start-1 ${rowsOf({ from: dial.to - 15, to: dial.to }, dial)}`} />
        </div>
      </div>
      {days.map((day) => (
        <div
          key={day.day}
          className={`min-w-0 flex-1 flex-col border-s border-ink ${day.day === chosenDay ? "flex" : "hidden lg:flex"}`}
        >
          <DayHead day={day} page={page} initials={initials} />
          <DayBody day={day} page={page} dial={dial} hours={hours} />
        </div>
      ))}
    </div>
  );
}

function DayHead({ day, page, initials }: Props & { day: ShownDay }) {
  const { clock, days } = page;
  const { isTall, letters } = headLook(page, initials);
  return (
    <div className={`flex flex-col justify-between border-b border-ink ${isTall ? tall : usual}`}>
      <p
        className={`px-2 pt-2 font-semibold leading-5 ${days.length > 5 ? "text-small" : "text-body"} ${day.isToday ? "text-meridian" : ""}`}
      >
        {formatDayShort(day.day * DAY_MS, "UTC", clock.locale, clock.now)}
        {day.isToday ? ", today" : ""}
      </p>
      <div className={`flex pb-1.5 font-semibold leading-none ${letters}`}>
        {initials.map((each) => (
          <bdi key={each} className="flex min-w-0 flex-1 items-center justify-center">
            {each}
          </bdi>
        ))}
      </div>
    </div>
  );
}

const usual = "h-[4.5rem]";
const tall = "h-[4.5rem] lg:h-[5.75rem]";

/** Letters stand under each other where lanes are too narrow for them side by side. */
function headLook({ days }: TeamCalendarPage, initials: string[]) {
  const lettersAcross = days.length * initials.length * Math.max(0, ...initials.map((each) => [...each].length));
  if (lettersAcross <= 54) return { isTall: false, letters: "" };
  const upright = "lg:[&>bdi]:[text-orientation:upright] lg:[&>bdi]:[writing-mode:vertical-rl]";
  return { isTall: true, letters: lettersAcross > 80 ? upright : `${upright} xl:[&>bdi]:[writing-mode:horizontal-tb]` };
}

type BodyProps = { day: ShownDay; page: TeamCalendarPage; dial: Place; hours: { minute: number }[] };

function DayBody({ day, page, dial, hours }: BodyProps) {
  const { clock, members, bookings, overlaps, total } = page;
  const { zone, locale, now } = clock;
  const minute = localMinutes(zone, now);
  const isNow = day.isToday && minute >= dial.from && minute < dial.to;
  return (
    <div className="relative flex grow bg-well">
      {members.map((member) => (
        <TeamLane
          key={member.userId}
          member={member}
          bookings={bookings.filter(({ userIds }) => userIds.includes(member.userId))}
          day={day}
          zone={zone}
          dial={dial}
        />
      ))}
      <div className={`${overlay} pointer-events-none`}>
        {hours.map(({ minute }) => (
          <span
            key={minute}
            className={`hour-line col-start-1 border-t border-rule ${rowsOf({ from: minute, to: minute + 15 }, dial)}`}
          />
        ))}
      </div>
      <div className={`${overlay} pointer-events-none z-[2]`}>
        {total > 1
          ? day.bands.map((band, index) => (
              <Band
                key={index}
                band={band}
                href={overlaps.find(({ start, end }) => start <= band.start && band.start < end)?.href ?? null}
                words={`${allFree(total)}, ${formatTime(band.start, zone, locale)}`}
                dial={dial}
              />
            ))
          : null}
        {isNow ? (
          <div className={`relative z-[1] col-start-1 ${rowsOf({ from: minute, to: minute + 15 }, dial)}`}>
            <div className="now-line absolute inset-x-0 top-0 border-t-2 border-meridian" />
            <span className="now-label absolute -top-2 end-0 bg-meridian px-1 font-semibold leading-4 text-surface">
              {formatTime(now, zone, locale)}
            </span>
          </div>
        ) : null}
      </div>
    </div>
  );
}

const overlay = "absolute inset-0 grid auto-rows-[11px] grid-cols-[minmax(0,1fr)]";

type BandProps = { band: Place; href: string | null; words: string; dial: Place };

function Band({ band, href, words, dial }: BandProps) {
  const className = `pointer-events-auto col-start-1 block overflow-hidden border-2 border-x-[5px] border-ok bg-noon px-1.5 text-ink no-underline ${rowsOf(band, dial)}`;
  const inside =
    rowsIn(band) < 2 ? null : (
      <span className={`flex items-center gap-1.5 font-semibold leading-[18px] ${rowsIn(band) > 2 ? "pt-1" : ""}`}>
        <Shape name="disc-tick" className="text-ok" />
        <span className="whitespace-nowrap">{words}</span>
      </span>
    );
  return href ? (
    <a href={href} tabIndex={-1} className={`${className} hover:bg-sea-wash hover:text-ink`}>
      {inside}
    </a>
  ) : (
    <div className={className}>{inside}</div>
  );
}
