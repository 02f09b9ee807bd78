import { localDay, localMinutes } from "~/domain/availability/zones";
import { spanWords } from "~/messages/spans";
import type { Translate } from "~/messages/translate";

/** How far a free time is from the one that was wished for: "30 minutes later", "same time, next day". */
export function distanceWords(t: Translate, wish: number, start: number, zone: string): string {
  const days = localDay(zone, start) - localDay(zone, wish);
  const isLater = start > wish;
  if (days === 0) {
    const span = spanWords(t, (start - wish) / 60_000);
    return t(isLater ? "book.taken.later" : "book.taken.earlier", { span });
  }
  const isSameTime = localMinutes(zone, start) === localMinutes(zone, wish);
  const count = Math.abs(days);
  if (isSameTime) return t(isLater ? "book.taken.sameTimeLater" : "book.taken.sameTimeEarlier", { count });
  return t(isLater ? "book.taken.daysLater" : "book.taken.daysEarlier", { count });
}
