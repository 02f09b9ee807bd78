import { listOf, type Translate } from "~/messages/translate";
import { placeName, type Place } from "./location-words";

type Hosts = { hostCount: number; hosts: { name: string }[]; needsEverybody: boolean };

/** Who meets the invitee, by name if one or a few and the event type says so; else how many people it may be. */
export function hostWords(t: Translate, offer: Hosts, locale: string): string {
  if (isOneOf(offer)) return t("book.oneOf", { count: offer.hostCount });
  return namesIn(offer, locale) ?? t("book.people", { count: offer.hostCount });
}

/** Who the people are that it may be, or that all come, unless that is said already; else from when on it can be read. */
export function hostsHint(t: Translate, offer: Hosts, locale: string): string | null {
  if (offer.hosts.length === 0) return t("book.hostsLater", { count: isOneOf(offer) ? 1 : offer.hostCount });
  const isSaid = !isOneOf(offer) && namesIn(offer, locale) !== null;
  return isSaid ? null : namesIn(offer, locale, mostInHint);
}

/** Where and with whom, in the middle of a sentence: "Google Meet with one of 3 people". */
export function placeWithHosts(t: Translate, offer: Hosts & { place: Place }, locale: string): string {
  const place = placeName(t, offer.place);
  const count = offer.hostCount;
  if (isOneOf(offer)) return t("book.placeWithOneOf", { place, count });
  const names = namesIn(offer, locale);
  if (names) return t("book.placeWith", { place, who: names });
  return count > 1 ? t("book.placeWithPeople", { place, count }) : place;
}

function isOneOf({ hostCount, needsEverybody }: Hosts) {
  return hostCount > 1 && !needsEverybody;
}

const mostInSentence = 4;
const mostInHint = 12;

function namesIn({ hosts }: Hosts, locale: string, most = mostInSentence) {
  const names = hosts.map((host) => host.name);
  return names.length > 0 && names.length <= most ? listOf(names, locale) : null;
}

/** "15, 30 or 60 min" */
export function durationWords(t: Translate, minutes: number[], locale: string): string {
  const numbers = minutes.map((each) => new Intl.NumberFormat(locale).format(each));
  return t("book.min", { minutes: new Intl.ListFormat(locale, { type: "disjunction" }).format(numbers) });
}

/** A first name, for places where a full one has no room. */
export function shortName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
