import type { ProviderEvent } from "~/integrations/calendar-provider";
import { parseDate } from "../availability/calendar-days";
import { isZone } from "../availability/zone-names";
import type { Range } from "../availability/slots";
import { wallToInstant } from "../availability/zones";

/** What a calendar says about its own events. */
export type BusyRules = {
  /** IANA: in which its all-day events are days. */
  timezone: string;
  tentativeBlocks: boolean;
};

/** A stretch that is taken, by the provider's key of the event that takes it. */
export type Block = { id: string; seriesId: string | null; from: number; to: number };

/** What an event takes of its host's time; null where it takes nothing. */
export function busyBlock(event: ProviderEvent, rules: BusyRules): Block | null {
  if (event.isCancelled || event.answer === "declined" || event.showAs === "free") return null;
  const isTentative = event.showAs === "tentative" || event.answer === "tentative";
  if (isTentative && !rules.tentativeBlocks) return null;
  const { id, seriesId } = event;
  const { from, to } = spanOf(event, rules.timezone);
  return from < to ? { id, seriesId, from, to } : null;
}

/** When an event is. A day lasts from its midnight to the next by the calendar's clock, however many hours that are. */
export function spanOf({ when }: Pick<ProviderEvent, "when">, timezone: string): Range {
  if ("from" in when) return when;
  const zone = isZone(timezone) ? timezone : "UTC";
  const midnight = (date: string) => {
    const day = parseDate(date);
    return day === null ? NaN : wallToInstant(zone, day, 0);
  };
  return { from: midnight(when.firstDay), to: midnight(when.endDay) };
}
