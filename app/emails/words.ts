import { isLanguage, translator, type Language, type Translate } from "~/messages/translate";
import type { Words } from "./letter";

/** In whose language, by whose habits, and in which zone a mail is written. */
export type Reader = { language: Language; locale: string; zone: string; t: Translate };

export function readerOf(tag: string | undefined, zone: string): Reader {
  const language = tag?.split("-")[0];
  const known = isLanguage(language) ? { language, locale: tag! } : { language: "en" as const, locale: "en" };
  return { ...known, zone, t: translator(known.language, known.locale) };
}

/** A message with `<name>…</name>` in it as text and links. Only for messages that nothing is filled into. */
export function withLinks(message: string, hrefs: Record<string, string>): Words {
  return message.split(/(<\w+>.*?<\/\w+>)/).map((part) => {
    const [, name, text] = /^<(\w+)>(.*)<\/\1>$/.exec(part) ?? [];
    return name && text ? { text, href: hrefs[name] } : { text: part };
  });
}
