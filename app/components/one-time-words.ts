import { localDay, localMinutes } from "~/domain/availability/zones";
import type { PickedSlot } from "~/domain/links/link";
import { minutesOf } from "~/domain/links/picked-slots";
import type { ListedOneTimeLink, Opens } from "~/domain/links/one-time-links.server";
import { formatDayShort, hourCycle } from "~/domain/time";
import type { BadgeState } from "./badge";
import { momentWords, type Clock } from "./booking-words";

/** Words of the host's pages about links for one person. */

type Shown = Pick<ListedOneTimeLink, "state" | "booking" | "eventType">;

export function stateWords({ state, booking, eventType }: Shown, clock: Clock): { state: BadgeState; label: string } {
  switch (state) {
    case "active":
      return eventType.isOpen
        ? { state: "active", label: "Active" }
        : { state: "off", label: "Its event type is switched off" };
    case "booked":
      if (booking?.status === "cancelled") return { state: "cancelled", label: "Booked, then cancelled" };
      return { state: "active", label: booking ? `Booked, ${momentWords(booking.start, clock)}` : "Booked" };
    case "expired":
      return { state: "expired", label: "Expired" };
    case "revoked":
      return { state: "off", label: "Revoked" };
  }
}

/** "3 you picked", "All free ones" */
export function offeredWords({ slots }: Pick<ListedOneTimeLink, "slots">): string {
  return slots === null ? "All free ones" : `${slots.length} you picked`;
}

/** "Fri 20 Nov, 18:00"; a midnight is the end of the day before it. */
export function untilWords(ms: number, clock: Clock): string {
  const { zone, locale, now } = clock;
  if (localMinutes(zone, ms) !== 0 || localDay(zone, ms) === localDay(zone, ms - 1)) return momentWords(ms, clock);
  const day = formatDayShort(ms - 1, zone, locale, now);
  return hourCycle(locale) === "h12" ? `${day}, midnight` : `${day}, 24:00`;
}

/** Until when it can be booked, or why that is no question any more. */
export function validWords({ state, expiresAt }: Pick<ListedOneTimeLink, "state" | "expiresAt">, clock: Clock): string {
  if (state === "booked") return "used";
  if (state === "revoked") return "ended by you";
  return expiresAt === null ? "until booked" : untilWords(expiresAt, clock);
}

const times = ["", "once", "twice"];

/** "Opened twice, last Fri 20 Nov, 18:00" */
export function openedWords({ count, last }: Opens, clock: Clock): string {
  if (count === 0 || last === null) return "Not opened yet";
  const often = times[count] ?? `${new Intl.NumberFormat("en-GB").format(count)} times`;
  return `Opened ${often}, ${count === 1 ? "" : "last "}${momentWords(last, clock)}`;
}

/** "Mon 23 Nov, 10:30 (45 minutes)"; the length only where there are several. */
export function slotWords(slot: PickedSlot, clock: Clock, hasLengths: boolean): string {
  const when = momentWords(slot.start, clock);
  return hasLengths ? `${when} (${minutesOf(slot)} minutes)` : when;
}

/** Whether times of several lengths are among them. */
export function haveLengths(slots: readonly PickedSlot[]): boolean {
  return new Set(slots.map(minutesOf)).size > 1;
}
