import { countOf } from "~/domain/counts";
import { zoneTime } from "~/domain/time";
import type { OneTimeForm as Page } from "~/http/one-time-form.server";
import { paths } from "~/paths";
import { Checkbox, RadioCards } from "./choice";
import { EnterSaves } from "./enter-saves";
import { Field, FieldError, Select } from "./field";
import { FindPerson } from "./find-person";
import { FocusPlace } from "./focus-place";
import { ErrorSummary, Form, FormActions, FormGroup, HiddenFields, LinkButton, Pair, Submit } from "./form";
import { useField } from "./form-state";
import { Sheet } from "./page";
import { PickedTimes } from "./picked-times";
import { SlotWeek } from "./slot-week";

/** A link for one person: for whom, for what, until when, and at which times. */
export function OneTimeForm({ page }: { page: Page }) {
  const { errors, values, search, focus, clock, grid } = page;
  return (
    <FocusPlace.Provider value={focus}>
      <Form action={paths.newOneTimeLink()} errors={errors} values={values}>
        <EnterSaves />
        {errors.length > 0 ? (
          <div className="mb-6">
            <ErrorSummary errors={errors} title="No link was made." />
          </div>
        ) : null}
        <Sheet>
          <FormGroup title="Who it is for">
            <FindPerson search={search} />
            <Field
              name="name"
              label="Name"
              optional
              autoComplete="off"
              maxLength={100}
              data-contacts={paths.contacts()}
            />
            <Field
              name="email"
              type="email"
              label="Email address"
              autoComplete="off"
              spellCheck={false}
              autoFocus={focus === "email"}
              data-contacts={paths.contacts()}
            />
          </FormGroup>
          <FormGroup title="What it is for" sentence={`Times are ${zoneTime(clock.zone)}.`}>
            <WhatFor page={page} />
            <Pair>
              <Field name="expires_on" type="date" label="Valid until" hint="Empty: until it is booked." optional />
              <Field
                name="expires_time"
                label="Time"
                hint="Like 18:00. Empty: the end of that day."
                inputMode="numeric"
                autoComplete="off"
                optional
              />
            </Pair>
          </FormGroup>
          <FormGroup title="Times" sentence="A time that somebody else takes meanwhile is not offered any more.">
            <RadioCards
              legend="Which times"
              hideLegend
              name="times"
              options={[
                { value: "all", label: "All free times", hint: "Whatever is free when they look." },
                { value: "picked", label: "Only times that I pick", hint: "Out of your free ones." },
              ]}
            />
            {grid ? null : (
              <>
                <HiddenFields values={{ slot: page.picks.map(({ value }) => value), week: values.week }} />
                <Submit kind="second" icon="calendar-check" name="intent" value="times">
                  Pick times
                </Submit>
              </>
            )}
            <Picked page={page} />
          </FormGroup>
          {grid ? (
            <section className="section">
              <SlotWeek grid={grid} picks={page.picks} clock={clock} />
            </section>
          ) : null}
          <section className="section space-y-5">
            <Checkbox
              name="send_email"
              label="Send it by mail to them"
              hint="In any case you see the address once, to copy it."
            />
            <FormActions>
              <Submit name="intent" value="make">
                Make the link
              </Submit>
              <LinkButton kind="quiet" href={paths.links()}>
                Discard
              </LinkButton>
            </FormActions>
          </section>
        </Sheet>
      </Form>
    </FocusPlace.Provider>
  );
}

function WhatFor({ page: { options, isChosen, focus, grid } }: { page: Page }) {
  const choices = isChosen ? options : [{ value: "", label: "Choose…" }, ...options];
  return (
    <div className="space-y-3">
      <Select name="for" label="Event type or link" options={choices} autoFocus={focus === "for"} />
      {grid && options.length > 1 ? (
        <Submit kind="second" small name="intent" value="times">
          Show its times
        </Submit>
      ) : null}
    </div>
  );
}

/** What was picked so far, in all weeks. */
function Picked({ page }: { page: Page }) {
  const { error } = useField("picked");
  const { picks, values } = page;
  if (values.times?.[0] !== "picked" && picks.length === 0) return null;
  return (
    <div id="field-picked" tabIndex={-1}>
      <h3>{picks.length === 0 ? "No time is picked yet" : `${countOf(picks.length, "time")} picked`}</h3>
      <PickedTimes picks={picks} clock={page.clock} />
      <FieldError name="picked">{error}</FieldError>
    </div>
  );
}
