import { zoneCity } from "~/domain/time";
import { KeptAnswers } from "./kept-answers";
import { askHrefOf, hrefsOf, type OfferPage, type Typed } from "./offer-page";
import { SlotTaken, type Taken } from "./slot-taken";
import { useVisitor } from "./visitor";

/** Somebody else has the time. */
export function TakenStep({ page, values, taken }: { page: OfferPage; values: Typed; taken: Taken }) {
  const { t, zone } = useVisitor();
  const { start: _, intent: __, ...answers } = values;
  return (
    <SlotTaken
      taken={taken}
      sentence={t("book.taken.about", { event: page.offer.name, minutes: taken.durationMinutes, city: zoneCity(zone) })}
      kept={t("book.taken.message")}
      values={answers}
      verb={(time) => t(page.offer.needsAnswer ? "book.taken.ask" : "book.taken.book", { time })}
      allTimes={(month) => hrefsOf(page, values)({ month })}
      askHref={askHrefOf(page, values)}
    >
      <KeptAnswers
        questions={page.questions}
        values={values}
        hidden={answers}
        nextStart={taken.alternatives[0]?.start}
      />
    </SlotTaken>
  );
}
