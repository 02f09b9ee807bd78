/** The zone's clock jumps by `byMinutes` when `atMinute` of the day has passed. */
export type ClockChange = { atMinute: number; byMinutes: number };
export type Clock = (minute: number) => number;

/** Wall clock of a zone, in minutes of its own day, at a minute of the first zone's day. */
export function clockAt(offsetMinutes: number, change?: ClockChange): Clock {
  return (minute) => {
    const shift = change && minute >= change.atMinute ? change.byMinutes : 0;
    return (((minute + offsetMinutes + shift) % 1440) + 1440) % 1440;
  };
}

/** The shared axis: every passing hour, with the hour that the first zone's clock shows. */
export function scale(dayLengthMinutes: number, change?: ClockChange) {
  const clock = clockAt(0, change);
  const minutes = Array.from({ length: Math.floor(dayLengthMinutes / 60) + 1 }, (_, index) => index * 60);
  return minutes.map((minute) => ({ minute, hour: minute === dayLengthMinutes ? 24 : Math.floor(clock(minute) / 60) }));
}

type Light = "night" | "dusk" | "noon";
type Band = { start: number; end: number; light: Light };

const step = 15;

/** Night, half-light and daylight by a zone's own hours. */
export function bands(dayLengthMinutes: number, clock: Clock): Band[] {
  const found: Band[] = [];
  for (let start = 0; start < dayLengthMinutes; start += step) {
    const light = lightAt(clock(start));
    const last = found.at(-1);
    if (last?.light === light) last.end = start + step;
    else found.push({ start, end: start + step, light });
  }
  return found;
}

/** Where, inside the day, a zone's date changes. */
export function dateChanges(dayLengthMinutes: number, clock: Clock): number[] {
  const changes: number[] = [];
  for (let minute = step; minute < dayLengthMinutes; minute += step) {
    if (clock(minute) < clock(minute - step) && clock(minute - step) - clock(minute) > 720) changes.push(minute);
  }
  return changes;
}

function lightAt(minuteOfDay: number): Light {
  const hour = minuteOfDay / 60;
  if (hour < 6 || hour >= 22) return "night";
  return hour >= 8 && hour < 19 ? "noon" : "dusk";
}
