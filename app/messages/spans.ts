import type { Translate } from "./translate";

/** "4 h 30 min", "30 minutes", "1 hour": a stretch of time, however it is meant. */
export function spanWords(t: Translate, minutes: number): string {
  const total = Math.abs(Math.round(minutes));
  const [hours, rest] = [Math.floor(total / 60), total % 60];
  if (hours === 0) return t("common.minutes", { count: rest });
  return rest === 0 ? t("common.hours", { count: hours }) : t("common.hoursMinutes", { hours, minutes: rest });
}
