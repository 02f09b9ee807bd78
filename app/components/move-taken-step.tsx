import { zoneCity } from "~/domain/time";
import { hrefsOf, type MovePage } from "./move-page";
import type { Typed } from "./offer-page";
import { SlotTaken, type Taken } from "./slot-taken";
import { useVisitor } from "./visitor";

/** Somebody else has the new time; the old one still stands. */
export function MoveTakenStep({ page, values, taken }: { page: MovePage; values: Typed; taken: Taken }) {
  const { t, zone } = useVisitor();
  const minutes = taken.durationMinutes;
  return (
    <SlotTaken
      taken={taken}
      sentence={t("book.taken.about", { event: page.meeting.event.name, minutes, city: zoneCity(zone) })}
      kept={t("meeting.move.taken")}
      values={{ reason: values.reason }}
      verb={(time) => t("meeting.move.take", { time })}
      allTimes={(month) => hrefsOf(page)({ month })}
    />
  );
}
