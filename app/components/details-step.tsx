import { formatDate } from "~/domain/availability/calendar-days";
import { localDay } from "~/domain/availability/zones";
import { parseInstant } from "~/domain/time";
import { BookingForm } from "./booking-form";
import { ChosenTime } from "./chosen-time";
import { OfferFacts } from "./offer-facts";
import { hrefsOf, whoBooks, type OfferPage, type Typed } from "./offer-page";
import { useVisitor } from "./visitor";

/** The second step: who comes. After a refusal with all that was typed. */
export function DetailsStep({ page, sent }: { page: OfferPage; sent?: { values: Typed; errors: { path: string }[] } }) {
  const { t, zone } = useVisitor();
  const { offer, workspace, kept } = page;
  const start = (sent && parseInstant(sent.values.start?.[0] ?? "")) ?? page.start;
  const durationMinutes = Number(sent?.values.duration_minutes?.[0]) || page.durationMinutes;
  if (start === null) return null;
  const backHref = `${hrefsOf(page, sent?.values)({ date: formatDate(localDay(zone, start)) })}#times`;
  return (
    <div className="grid md:grid-cols-[17.5rem_minmax(0,1fr)]">
      <div className="p-5 sm:p-7">
        <OfferFacts offer={offer} durationMinutes={durationMinutes} isBrief />
        <div className="mt-6">
          <ChosenTime start={start} end={start + durationMinutes * 60_000} otherZone={offer.hostZone ?? undefined}>
            <a href={backHref} className="mt-2 inline-block py-1">
              {t("book.another")}
            </a>
          </ChosenTime>
        </div>
      </div>
      <div className="border-t border-rule p-5 sm:p-7 md:border-s md:border-t-0">
        <BookingForm
          start={start}
          durationMinutes={durationMinutes}
          workspaceName={workspace.name}
          needsAnswer={offer.needsAnswer}
          policy={offer.policy}
          submissionKey={page.submissionKey}
          prefill={{ ...kept, ...whoBooks(page) }}
          questions={page.questions}
          answers={page.answers}
          sent={sent}
          backHref={backHref}
        />
      </div>
    </div>
  );
}
