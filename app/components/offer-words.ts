import { listOf, type Translate } from "~/messages/translate";

type Hosts = { hosts: { name: string }[]; needsEverybody: boolean };

/** Who meets the invitee: one host's name, or how many people it may be. */
export function hostWords(t: Translate, { hosts, needsEverybody }: Hosts, locale: string): string {
  if (hosts.length === 1) return hosts[0]!.name;
  if (!needsEverybody) return t("book.oneOf", { count: hosts.length });
  return hosts.length <= 4
    ? listOf(
        hosts.map((host) => host.name),
        locale,
      )
    : t("book.people", { count: hosts.length });
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
