import { zoneCity } from "~/domain/time";
import { KeptAnswers } from "./kept-answers";
import type { Typed } from "./offer-page";
import { Sheet } from "./page";
import { hrefsOf, type QuickBookPage } from "./quick-book-page";
import { SlotTaken, type Taken } from "./slot-taken";
import { useVisitor } from "./visitor";

/** Somebody else has the time, or it cannot be had for another reason. */
export function QuickTakenStep({ page, values, taken }: { page: QuickBookPage; values: Typed; taken: Taken }) {
  const { t, zone } = useVisitor();
  const { start: _, intent: __, ...answers } = values;
  return (
    <Sheet>
      <SlotTaken
        taken={taken}
        sentence={t("book.taken.about", {
          event: page.offer.name,
          minutes: taken.durationMinutes,
          city: zoneCity(zone),
        })}
        kept="Nothing was booked. What you typed is kept: pick another time and you are done."
        values={answers}
        verb={(time) => t("book.taken.book", { time })}
        allTimes={(month) => hrefsOf(page, values)({ month })}
      >
        <KeptAnswers
          questions={page.questions}
          values={values}
          hidden={answers}
          nextStart={taken.alternatives[0]?.start}
        />
      </SlotTaken>
    </Sheet>
  );
}
