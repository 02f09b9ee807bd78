import type { ContactSearch } from "~/domain/calendars/contact";
import { formatDayLong, formatTime, isoInstant, isZone, parseInstant } from "~/domain/time";
import { paths } from "~/paths";
import { ChosenTime } from "./chosen-time";
import { EnterSaves } from "./enter-saves";
import { Field, Select, TextArea, type Option } from "./field";
import { FindPerson } from "./find-person";
import { ErrorSummary, Form, FormActions, HiddenFields, Pair, Submit } from "./form";
import type { FormError } from "./form-state";
import type { Typed } from "./offer-page";
import { Sheet } from "./page";
import { QuestionFields } from "./question-fields";
import { QuickBookOffer } from "./quick-book-offer";
import { quickBookErrors, type QuickBookPage } from "./quick-book-page";
import { useVisitor } from "./visitor";
import { ZoneSelect } from "./zone-select";

type Sent = { values: Typed; errors: FormError[]; search?: ContactSearch | null };
type Props = { page: QuickBookPage; start: number; sent?: Sent };

/** The last step: who it is for. After a refusal with all that was typed. */
export function QuickDetailsStep({ page, start, sent }: Props) {
  const { durationMinutes, person } = page;
  const sentZone = sent?.values.timezone?.[0] ?? "";
  const theirZone = isZone(sentZone) ? sentZone : person.timezone;
  return (
    <Sheet>
      <div className="grid md:grid-cols-[17.5rem_minmax(0,1fr)]">
        <div className="p-5 sm:p-7">
          <QuickBookOffer page={page} />
          <div className="mt-6">
            <ChosenTime start={start} end={start + durationMinutes * 60_000} otherZone={theirZone} />
          </div>
        </div>
        <div className="border-t border-rule p-5 sm:p-7 md:border-s md:border-t-0">
          <DetailsForm page={page} start={start} sent={sent} />
        </div>
      </div>
    </Sheet>
  );
}

function DetailsForm({ page, start, sent }: Props) {
  const { t, zone, locale, now } = useVisitor();
  const { offer, person, kept, questions, answers, durationMinutes, hostId, submissionKey } = page;
  const errors = sent ? quickBookErrors({ ...sent, questions }) : [];
  const hidden = {
    start: isoInstant(start),
    duration_minutes: String(durationMinutes),
    host: hostId ?? undefined,
    submission_key: sent?.values.submission_key?.[0] ?? submissionKey,
  };
  return (
    <div className="max-w-form">
      <h2>Who it is for</h2>
      <Form errors={errors} values={sent?.values} className="mt-4 space-y-5">
        <EnterSaves />
        <ErrorSummary errors={errors} title="Nothing was booked." />
        <HiddenFields values={hidden} />
        <FindPerson search={sent?.search ?? page.search} withGuests />
        <Field
          name="name"
          label="Name"
          autoComplete="off"
          defaultValue={person.name}
          data-contacts={paths.contacts()}
        />
        <Field
          name="email"
          type="email"
          label="Email address"
          hint="The confirmation and the calendar file go there."
          autoComplete="off"
          spellCheck={false}
          defaultValue={person.email}
          data-contacts={paths.contacts()}
        />
        <Pair>
          <ZoneSelect name="timezone" label="Their time zone" value={person.timezone} />
          <Select
            name="locale"
            label="Their language"
            options={languagesFor(person.locale)}
            defaultValue={person.locale}
          />
        </Pair>
        <TextArea
          name="guests"
          label="Other guests"
          hint="Up to 10 email addresses, one on each line."
          optional
          rows={2}
          spellCheck={false}
          defaultValue={kept.guests ?? undefined}
          data-contacts={paths.contacts()}
        />
        <QuestionFields questions={questions} t={t} prefill={answers} mayLeaveOut />
        <TextArea
          name="notes"
          label="Note"
          hint="The invitee reads it too."
          optional
          defaultValue={kept.notes ?? undefined}
        />
        <div className="border-t border-rule pt-5">
          <FormActions>
            <Submit>{`Book ${formatTime(start, zone, locale)}, ${formatDayLong(start, zone, locale, now)}`}</Submit>
            <Submit kind="second" name="intent" value="times">
              Another time
            </Submit>
          </FormActions>
          <p className="hint mt-4">{promise(offer)}</p>
        </div>
      </Form>
    </div>
  );
}

function promise({ waitsForAll, asksOtherwise }: QuickBookPage["offer"]) {
  if (waitsForAll) return "It waits until its hosts have answered. They and the invitee get a mail.";
  const although = asksOtherwise ? ", without waiting for a yes, since a host books it" : "";
  return `It is confirmed at once${although}. The invitee, their guests and the host get a mail.`;
}

/** The languages of mails; the one that is known keeps its habits, such as "de-AT". */
function languagesFor(locale: string): Option[] {
  const known = locale.split("-")[0];
  const all = { en: "English", de: "German" };
  return Object.entries(all).map(([value, label]) => ({ value: value === known ? locale : value, label }));
}

/** The time that a refused form was sent for, as far as it can be read, else the one in the address. */
export function startOf(page: QuickBookPage, values: Typed | undefined): number | null {
  return parseInstant(values?.start?.[0] ?? "") ?? page.start;
}
