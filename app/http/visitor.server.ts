import { z } from "zod";
import { isZone, presentZone } from "~/domain/time";
import { isLanguage, type Language } from "~/messages/translate";

/** Three cookies, plain text: `tz` and `lang` keep what an address asked for, `theme` a choice in the settings. */
const forAYear = "Path=/; SameSite=Lax; Max-Age=31536000";

export type VisitorLocale = { language: Language; locale: string };

/** The language of a catalog, and the locale whose habits (clock, week start) dates and times follow. */
export function visitorLocale(request: Request): VisitorLocale {
  const asked = new URL(request.url).searchParams.get("lang");
  const chosen = isLanguage(asked) ? asked : readLanguageCookie(request);
  const accepted = acceptedLocales(request);
  if (chosen) return { language: chosen, locale: accepted.find((tag) => tag.split("-")[0] === chosen) ?? chosen };
  const locale = accepted.find((tag) => isLanguage(tag.split("-")[0]));
  return locale ? { language: locale.split("-")[0] as Language, locale } : { language: "en", locale: "en" };
}

/** What a page's words are in: the visitor's language where invitees read them, English everywhere else. */
export function pageLanguage(request: Request): Language {
  const isForInvitees = /^\/(book|meeting|rsvp|public)(\/|$)/.test(new URL(request.url).pathname);
  return isForInvitees ? visitorLocale(request).language : "en";
}

/** The visitor's zone: the address, else the cookie, else the fallback, which is the schedule's. */
export function visitorZone(request: Request, fallback: string) {
  const asked = new URL(request.url).searchParams.get("timezone");
  if (asked && isZone(asked)) return { zone: presentZone(asked), isKnown: true };
  const kept = readCookie(request, "tz");
  if (kept && isZone(kept)) return { zone: presentZone(kept), isKnown: true };
  return { zone: fallback, isKnown: false };
}

/** What remembers the zone and language that the address asks for, when it does. */
export function rememberChoices(request: Request) {
  const asked = new URL(request.url).searchParams;
  const headers = new Headers({ Vary: "Cookie, Accept-Language" });
  const zone = asked.get("timezone");
  const language = asked.get("lang");
  if (zone && isZone(zone)) headers.append("Set-Cookie", `tz=${encodeURIComponent(zone)}; ${forAYear}`);
  if (isLanguage(language)) headers.append("Set-Cookie", `lang=${language}; ${forAYear}`);
  return headers;
}

export const Theme = z.enum(["system", "light", "dark"]);
export type Theme = z.output<typeof Theme>;

export function visitorTheme(request: Request): Theme {
  return Theme.safeParse(readCookie(request, "theme")).data ?? "system";
}

export function themeHeaders(theme: Theme) {
  return new Headers({ "Set-Cookie": `theme=${theme}; ${forAYear}` });
}

function readLanguageCookie(request: Request): Language | null {
  const kept = readCookie(request, "lang");
  return isLanguage(kept) ? kept : null;
}

function readCookie(request: Request, name: string) {
  const pairs = (request.headers.get("Cookie") ?? "").split(";").map((pair) => pair.trim().split("="));
  const value = pairs.find(([key]) => key === name)?.[1];
  return value && /^[\w%+./-]{1,100}$/.test(value) ? value.replaceAll("%2F", "/").replaceAll("%2B", "+") : null;
}

function acceptedLocales(request: Request) {
  const header = (request.headers.get("Accept-Language") ?? "").slice(0, 500);
  const wanted = header.split(",").map((part) => {
    const [tag = "", ...rest] = part.trim().split(";");
    const weight = Number(
      rest
        .find((each) => each.trim().startsWith("q="))
        ?.trim()
        .slice(2) ?? 1,
    );
    return { tag, weight: Number.isFinite(weight) ? weight : 0 };
  });
  return wanted
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)
    .filter(isLocale);
}

export function isLocale(tag: string) {
  try {
    return /^[a-zA-Z]{2,3}(-|$)/.test(tag) && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
