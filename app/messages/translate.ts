import { IntlMessageFormat } from "intl-messageformat";
import de from "./de";
import en, { type Messages } from "./en";

/** A language is one file beside this one and one line here. */
const catalogs = { en, de } satisfies Record<string, Messages>;

export type Language = keyof typeof catalogs;
export type MessageKey = keyof Messages;
export type Values = Record<string, string | number>;
export type Translate = (key: MessageKey, values?: Values) => string;

export const languages = Object.keys(catalogs) as Language[];

export function isLanguage(tag: string | null | undefined): tag is Language {
  return !!tag && Object.hasOwn(catalogs, tag);
}

/** The language of a tag such as "de-AT"; English where there is no catalog of it. */
export function languageOf(tag: string | undefined): Language {
  const language = tag?.split("-")[0];
  return isLanguage(language) ? language : "en";
}

/** The words of one language. Numbers in messages are written by the rules of `locale`, such as "de-AT". */
export function translator(language: Language, locale: string = language): Translate {
  return (key, values) => String(compiled(language, locale, key).format(values));
}

export function listOf(names: string[], locale: string) {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}

const cache = new Map<string, IntlMessageFormat>();

function compiled(language: Language, locale: string, key: MessageKey) {
  const id = `${language}\u0000${locale}\u0000${key}`;
  let message = cache.get(id);
  if (!message) {
    if (cache.size > 5000) cache.clear();
    message = new IntlMessageFormat(catalogs[language][key], locale, undefined, { ignoreTag: true });
    cache.set(id, message);
  }
  return message;
}
