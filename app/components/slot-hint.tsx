import { refusalSentence, type Refused } from "~/domain/availability/reasons";
import { translator } from "~/messages/translate";
import { Notice } from "./notice";
import { useVisitor, type Visitor } from "./visitor";

export type Hint = "month" | "date" | "time" | "present" | "timezone" | "duration";

/** What of the address could not be used, and of a time why. */
export function SlotHint({ hint, refused }: { hint: Hint | null; refused: Refused | null }) {
  const { t, ...visitor } = useVisitor();
  const words = refused ? refusedWords(refused, visitor) : hint && t(`book.hint.${hint}`);
  if (!words) return null;
  return (
    <div className="p-5 pb-0 sm:p-7 sm:pb-0">
      <Notice kind="info" title={words} />
    </div>
  );
}

/** Who follows an old link was not overtaken a moment ago, as somebody who sends a form is. */
export function refusedWords(refused: Refused, reader: Pick<Visitor, "zone" | "locale" | "language" | "now">): string {
  if (refused.code === "claimed") return translator(reader.language, reader.locale)("book.hint.claimed");
  const { zone, locale, language, now } = reader;
  return refusalSentence({ ...refused, zone, locale, language, now });
}
