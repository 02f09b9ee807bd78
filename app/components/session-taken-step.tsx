import { zoneCity } from "~/domain/time";
import { hrefsOf, type CoachPage } from "./coach-page";
import { KeptAnswers } from "./kept-answers";
import type { Typed } from "./offer-page";
import { Sheet } from "./page";
import { SlotTaken, type Taken } from "./slot-taken";
import { useVisitor } from "./visitor";

/** Somebody else has the time. */
export function SessionTakenStep({ page, values, taken }: { page: CoachPage; values: Typed; taken: Taken }) {
  const { t, zone } = useVisitor();
  const { start: _, intent: __, ...answers } = values;
  const about = { event: page.coach.name, minutes: taken.durationMinutes, city: zoneCity(zone) };
  return (
    <Sheet>
      <SlotTaken
        taken={taken}
        sentence={t("book.taken.about", about)}
        kept={t("book.taken.message")}
        values={answers}
        verb={(time) => t(page.offer.needsAnswer ? "book.taken.ask" : "book.taken.book", { time })}
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
