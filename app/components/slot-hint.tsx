import { Notice } from "./notice";
import { useVisitor } from "./visitor";

export type Hint = "month" | "date" | "time" | "timezone" | "duration" | "gone";

/** What of the address could not be used. */
export function SlotHint({ hint }: { hint: Hint | null }) {
  const { t } = useVisitor();
  if (!hint) return null;
  return (
    <div className="p-5 pb-0 sm:p-7 sm:pb-0">
      <Notice kind="info" title={t(`book.hint.${hint}`)} />
    </div>
  );
}
