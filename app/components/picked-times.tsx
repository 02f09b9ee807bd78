import type { OneTimeForm } from "~/http/one-time-form.server";
import { isoInstant } from "~/domain/time";
import type { Clock } from "./booking-words";
import { useFocus } from "./focus-place";
import { Submit } from "./form";
import { haveLengths, slotWords } from "./one-time-words";

type Props = { picks: OneTimeForm["picks"]; clock: Clock };

/** The times that were picked, in words, each with a button that takes it away. */
export function PickedTimes({ picks, clock }: Props) {
  const focus = useFocus("picked");
  const hasLengths = haveLengths(picks);
  return (
    <ul tabIndex={-1} autoFocus={focus}>
      {picks.map((pick) => {
        const words = slotWords(pick, clock, hasLengths);
        return (
          <li key={pick.value} className="rowline flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1">
            <span>
              <time dateTime={isoInstant(pick.start)}>{words}</time>
              {pick.isOffered ? null : <span className="block text-small text-stop">Not free any more</span>}
            </span>
            <Submit kind="quiet" small name="remove" value={pick.value}>
              Remove<span className="sr-only">{` ${words}`}</span>
            </Submit>
          </li>
        );
      })}
    </ul>
  );
}
