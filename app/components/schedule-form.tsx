import type { ReactNode } from "react";
import type { HolidayOffer, HolidaysAdded } from "~/domain/availability/holidays";
import { draftWeekly, type ScheduleDraft } from "~/domain/availability/schedule-draft";
import { lengthWords } from "~/domain/counts";
import { Checkbox } from "./choice";
import { EnterSaves } from "./enter-saves";
import { Field } from "./field";
import { FocusPlace } from "./focus-place";
import { Form, FormActions, LinkButton, Pair, Submit } from "./form";
import type { FormError } from "./form-state";
import { HoursFields } from "./hours-fields";
import { NextWeeks } from "./next-weeks";
import { NotSaved } from "./not-saved";
import { OtherDates } from "./other-dates";
import { Section, Sheet } from "./page";
import { WeekPlot } from "./week-plot";
import { ZoneSelect } from "./zone-select";

/** The form as it was sent and came back, or as it is when the page is opened. */
export type EditedSchedule = {
  draft: ScheduleDraft;
  errors: FormError[];
  focus: string | null;
  offer: HolidayOffer;
  added?: HolidaysAdded;
  /** The months of the listed dates that stay open. */
  unfolded: string[];
};

type Props = {
  edited: EditedSchedule;
  /** Where the form goes, for each month of its calendar. */
  actionFor: (month: string | null) => string;
  /** The month that the address names. */
  month: string | null;
  now: number;
  /** The page shows a change that is not saved yet. */
  isUnsaved: boolean;
  /** There is no choice about it: the first schedule, or the one that is the default already. */
  isDefault: boolean;
  discardTo: string;
  saveLabel: string;
  far?: ReactNode;
};

export function ScheduleForm({ edited, actionFor, month, now, isDefault, discardTo, saveLabel, ...rest }: Props) {
  const { draft, errors, focus, offer, added, unfolded } = edited;
  const action = actionFor(month);
  const weekly = draftWeekly(draft);
  const open = weekly.flat().reduce((sum, minute, index) => sum + (index % 2 === 0 ? -minute : minute), 0);
  return (
    <FocusPlace.Provider value={focus}>
      <Form action={action} errors={errors}>
        <EnterSaves />
        {errors.length > 0 || rest.isUnsaved ? <NotSaved errors={errors} saveLabel={saveLabel} /> : null}
        <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem] xl:grid-rows-[auto_auto_1fr]">
          <Sheet>
            <Section>
              <Pair>
                <Field label="Name" name="name" defaultValue={draft.name} maxLength={100} />
                <ZoneSelect label="Time zone" name="timezone" value={draft.timezone} />
              </Pair>
              {isDefault ? null : (
                <div className="mt-3">
                  <Checkbox
                    name="is_default"
                    label="Use it by default"
                    hint="For every event type that names no schedule of its own."
                    defaultChecked={draft.isDefault}
                  />
                </div>
              )}
            </Section>
            <Section>
              <h2>Weekly hours</h2>
              <p className="hint mb-3 mt-1">
                24:00 is midnight at the end of the day. Hours that meet at midnight join.
              </p>
              <HoursFields draft={draft} />
            </Section>
          </Sheet>
          <Sheet className="xl:row-span-3">
            <section className="section !p-5">
              <h2>Your week</h2>
              <p className="hint mb-2 mt-1">{lengthWords(open)} open</p>
              <WeekPlot weekly={weekly} />
            </section>
            <OtherDates {...{ draft, month, now, offer, added, unfolded, action, actionFor }} />
          </Sheet>
          <Sheet>
            <NextWeeks draft={draft} now={now} />
          </Sheet>
          <FormActions far={rest.far}>
            <Submit name="intent" value="save">
              {saveLabel}
            </Submit>
            <LinkButton kind="quiet" href={discardTo}>
              Discard
            </LinkButton>
          </FormActions>
        </div>
      </Form>
    </FocusPlace.Provider>
  );
}
