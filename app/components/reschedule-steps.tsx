import { formatDate } from "~/domain/availability/calendar-days";
import { monthOf } from "~/domain/availability/month";
import { refusalSentence, type Refused } from "~/domain/availability/reasons";
import type { Reason } from "~/domain/availability/slots";
import { localDay } from "~/domain/availability/zones";
import type { Booking } from "~/domain/bookings/booking";
import { formatDayLong, formatTime, isoInstant, zoneTime } from "~/domain/time";
import { paths } from "~/paths";
import { MeetingLine } from "./booking-question";
import { theirTime, whenLong, whenShort, type Clock } from "./booking-words";
import { TextArea } from "./field";
import { ErrorSummary, Form, FormActions, HiddenFields, LinkButton, Submit } from "./form";
import type { FormError, FormValues } from "./form-state";
import { Notice } from "./notice";
import { Section, Sheet } from "./page";
import { refusedWords } from "./slot-hint";
import { SlotPicker, type SlotChoice } from "./slot-picker";
import { VisitorProvider } from "./visitor";

type Step = { booking: Booking; clock: Clock };

const hints = {
  month: "There is no such month. These are the next free times.",
  date: "That day cannot be booked. These are the next free times.",
  time: "That is not a time. Choose one of these.",
  timezone: null,
  duration: null,
};

export type Hint = keyof typeof hints;

type TimeChoice = { choice: SlotChoice; hint: Hint | null; refused: Refused | null };

/** The first step: another day and time, in the host's own zone. */
export function HostTimeStep({ booking, clock, choice, hint, refused }: Step & TimeChoice) {
  const address = paths.rescheduleBooking(booking.id);
  const words = refused ? refusedWords(refused, { ...clock, language: "en" }) : hint && hints[hint];
  return (
    <Sheet>
      {words ? (
        <div className="p-5 pb-0 sm:p-7 sm:pb-0">
          <Notice title={words} />
        </div>
      ) : null}
      <div className="grid md:grid-cols-[16rem_minmax(0,1fr)] xl:grid-cols-[16rem_minmax(0,1fr)_15.5rem]">
        <div className="p-5 sm:p-7">
          <Present booking={booking} clock={clock} />
          <p className="hint mt-5">{`Times are ${zoneTime(clock.zone)}. The invitee gets a mail with the new one.`}</p>
        </div>
        <VisitorProvider visitor={{ ...clock, language: "en", isZoneKnown: true, address }}>
          <SlotPicker
            choice={choice}
            hrefFor={(query) => paths.rescheduleBooking(booking.id, query)}
            present={booking.start}
          />
        </VisitorProvider>
      </div>
    </Sheet>
  );
}

type Sent = { values: FormValues; errors: FormError[] };

/** The second step: the new time, and why. */
export function HostMoveStep({ booking, clock, start, sent }: Step & { start: number; sent?: Sent }) {
  const { zone, locale, now } = clock;
  const moved = { ...booking, start, end: start + booking.end - booking.start };
  const date = formatDate(localDay(zone, start));
  return (
    <Sheet className="max-w-form">
      <Section>
        <Present booking={booking} clock={clock} />
      </Section>
      <Section className="space-y-6">
        <MeetingLine booking={moved} clock={clock} label="New time" />
        <Form errors={sent?.errors} values={sent?.values} className="space-y-5">
          <ErrorSummary errors={sent?.errors ?? []} title="The meeting was not moved." />
          <HiddenFields values={{ start: isoInstant(start) }} />
          <Reason />
          <FormActions>
            <Submit>{`Move to ${formatTime(start, zone, locale)}, ${formatDayLong(start, zone, locale, now)}`}</Submit>
            <LinkButton href={`${paths.rescheduleBooking(booking.id, { date })}#times`}>Another time</LinkButton>
          </FormActions>
        </Form>
      </Section>
    </Sheet>
  );
}

type Taken = {
  start: number;
  code: Reason;
  noticeMinutes: number;
  values: FormValues;
  alternatives: { start: number; end: number }[];
};

/** The chosen time is gone: the nearest free ones are buttons of the same form, so that the reason stays. */
export function HostTakenStep({ booking, clock, start, code, noticeMinutes, values, alternatives }: Step & Taken) {
  const { zone } = clock;
  const sentence = refusalSentence({ code, start, noticeMinutes, language: "en", ...clock });
  const month = monthOf(localDay(zone, start));
  return (
    <Sheet className="max-w-form">
      <Section className="space-y-6">
        <Notice kind="wait" icon="clock" isRefusal title={sentence}>
          Nothing was moved. Your reason is kept: pick another time and you are done.
        </Notice>
        <Present booking={booking} clock={clock} />
        <Form values={values} className="space-y-5">
          <Reason />
          {alternatives.length > 0 ? (
            <ul>
              {alternatives.map((each, index) => (
                <li key={each.start} className="rowline flex flex-wrap items-center justify-between gap-3 py-4">
                  <div>
                    <p className="font-semibold">{whenLong(each, clock)}</p>
                    <p className="hint">{theirTime({ ...booking, start: each.start }, clock)}</p>
                  </div>
                  <Submit kind={index === 0 ? "primary" : "second"} name="start" value={isoInstant(each.start)}>
                    Move here
                    <span className="sr-only">{` to ${whenShort(each, clock)}`}</span>
                  </Submit>
                </li>
              ))}
            </ul>
          ) : (
            <p>Nothing is free in the two months around it.</p>
          )}
        </Form>
        <p>
          <a href={paths.rescheduleBooking(booking.id, { month })} className="inline-block py-1">
            All free times
          </a>
        </p>
        <p>
          <a href={whyHref(booking, start)} className="inline-block py-1">
            Why it is not free
          </a>
        </p>
      </Section>
    </Sheet>
  );
}

function whyHref(booking: Booking, start: number) {
  const duration = (booking.end - booking.start) / 60_000;
  return paths.troubleshoot({ event: booking.eventTypeId, duration, time: isoInstant(start) });
}

function Reason() {
  return <TextArea label="Reason" name="reason" optional hint="The invitee reads it in their mail." />;
}

function Present({ booking, clock }: Step) {
  return (
    <div className="border-s-[3px] border-edge ps-4">
      <p className="hint">Now</p>
      <p className="font-semibold">{whenLong(booking, clock)}</p>
      <p className="hint">{theirTime(booking, clock)}</p>
    </div>
  );
}
