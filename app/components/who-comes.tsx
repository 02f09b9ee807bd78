import type { Booking } from "~/domain/bookings/booking";
import { mayAnswer } from "~/domain/bookings/rsvp";
import type { Place } from "~/domain/bookings/rsvps.server";
import { translator } from "~/messages/translate";
import { paths } from "~/paths";
import { momentWords, type Clock } from "./booking-words";
import { Form, HiddenFields, LinkButton, Submit } from "./form";
import { mayAnswerOwn } from "./own-answer";
import { Section } from "./page";
import { Tally, tallyWords } from "./tally";

type Props = { booking: Booking; places: Place[]; clock: Clock; viewerId: string };

const t = translator("en");

/** Of all hands who has said yes, who no, who nothing yet, and the viewer's own answer where that is open. */
export function WhoComes({ booking, places, clock, viewerId }: Props) {
  const shown = places.map((place) => ({ ...place, isReader: place.userId === viewerId }));
  const isOpen = mayAnswer(booking, clock.now);
  const until = momentWords(booking.start, clock);
  return (
    <Section title={t(`rsvp.quorum.${booking.eventType.rsvpQuorum}`)}>
      <p className="hint -mt-3 mb-4">{tallyWords({ places: shown, status: booking.status, t, until })}</p>
      <Tally places={shown} isOpen={isOpen} t={t} />
      {mayAnswerOwn({ booking, places, clock, viewerId }) ? (
        <div className="mt-5 flex flex-wrap gap-3">
          <Form action={paths.confirmBooking(booking.id)}>
            <HiddenFields values={{ to: paths.booking(booking.id) }} />
            <Submit icon="check">{t("rsvp.yes")}</Submit>
          </Form>
          <LinkButton icon="x" href={paths.declineBooking(booking.id)}>
            {t("rsvp.no")}
          </LinkButton>
        </div>
      ) : null}
    </Section>
  );
}
