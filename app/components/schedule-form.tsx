import type { ReactNode } from "react";
import { draftWeekly, type ScheduleDraft } from "~/domain/availability/schedule-draft";
import { lengthWords } from "~/domain/availability/schedule-notes";
import { Checkbox } from "./choice";
import { Field } from "./field";
import { ErrorSummary, Form, FormActions, LinkButton, Pair, Submit } from "./form";
import type { FormError } from "./form-state";
import { HoursFields } from "./hours-fields";
import { Notice } from "./notice";
import { OtherDates } from "./other-dates";
import { Section, Sheet } from "./page";
import { WeekPlot } from "./week-plot";
import { ZoneSelect } from "./zone-select";

type Props = {
  action: string;
  draft: ScheduleDraft;
  errors: FormError[];
  /** The page shows a change that is not saved yet. */
  isUnsaved: boolean;
  /** There is no choice about it: the first schedule, or the one that is the default already. */
  isDefault: boolean;
  discardTo: string;
  saveLabel: string;
  far?: ReactNode;
};

export function ScheduleForm({ action, draft, errors, isUnsaved, isDefault, discardTo, saveLabel, far }: Props) {
  const weekly = draftWeekly(draft);
  const open = weekly.flat().reduce((sum, minute, index) => sum + (index % 2 === 0 ? -minute : minute), 0);
  return (
    <Form action={action} errors={errors}>
      {/* Enter in a field presses a form's first button: this one, and not the first Remove. */}
      <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" className="sr-only" />
      {errors.length > 0 || isUnsaved ? (
        <div className="mb-6">
          {errors.length > 0 ? (
            <ErrorSummary errors={errors} title="Not saved: the hours need another look." />
          ) : (
            <Notice kind="wait" title="Not saved yet.">
              Your changes are kept on this page. “{saveLabel}” saves them.
            </Notice>
          )}
        </div>
      ) : null}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem] xl:grid-rows-[auto_1fr]">
        <div>
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
              <HoursFields draft={draft} action={action} />
            </Section>
          </Sheet>
        </div>
        <div className="xl:row-span-2">
          <Sheet>
            <section className="section !p-5">
              <h2>Your week</h2>
              <p className="hint mb-2 mt-1">{lengthWords(open)} open</p>
              <WeekPlot weekly={weekly} />
            </section>
            <OtherDates draft={draft} action={action} />
          </Sheet>
        </div>
        <FormActions far={far}>
          <Submit name="intent" value="save">
            {saveLabel}
          </Submit>
          <LinkButton kind="quiet" href={discardTo}>
            Discard
          </LinkButton>
        </FormActions>
      </div>
    </Form>
  );
}
