import { stepNames, steps, type Step } from "~/domain/links/draft-fields";
import type { WizardPage } from "~/http/link-wizard-page.server";
import { paths } from "~/paths";
import { EnterSaves } from "./enter-saves";
import { FocusPlace } from "./focus-place";
import { ErrorSummary, Form, FormActions, Submit } from "./form";
import { LinkAvailabilityStep } from "./link-availability-step";
import { LinkBasicsStep } from "./link-basics-step";
import { LinkDurationStep } from "./link-duration-step";
import { LinkLimitsStep } from "./link-limits-step";
import { LinkReviewStep } from "./link-review-step";
import { LinkTemplateStep } from "./link-template-step";
import { HostHeading, Section, Sheet } from "./page";
import { Stepper } from "./stepper";

/** One step of a link's wizard. Every button sends all that was typed, and it is kept, whatever is wrong with it. */
export function LinkWizard({ page }: { page: WizardPage }) {
  const { step, title, isNew, link, errors } = page;
  return (
    <FocusPlace.Provider value={page.focus}>
      <HostHeading
        back={{ href: paths.links(), label: "Links" }}
        title={isNew ? "New link" : <>Change “{<bdi>{link?.title}</bdi>}”</>}
        sentence={
          <>
            {title && title !== link?.title ? (
              <>
                “<bdi>{title}</bdi>”.{" "}
              </>
            ) : null}
            {page.draftId ? "Kept" : "It is kept"} as a draft: you can leave and come back.
          </>
        }
      />
      <Stepper label="Steps" items={stepperItems(page)} />
      {errors.length > 0 ? (
        <div className="mb-6">
          <ErrorSummary
            errors={errors}
            title={errors.length === 1 ? "One field needs another look." : `${errors.length} fields need another look.`}
          />
        </div>
      ) : null}
      <Form action={actionOf(page)} errors={errors} values={page.values}>
        <EnterSaves />
        <Sheet>
          <Section>
            <h2>{stepNames[step]}</h2>
            <p className="hint mt-1">{sentenceOf(page)}</p>
            <div className="mt-5 space-y-5">
              <Fields page={page} />
            </div>
          </Section>
          <Section>
            <Buttons page={page} />
          </Section>
        </Sheet>
      </Form>
    </FocusPlace.Provider>
  );
}

function Fields({ page }: { page: WizardPage }) {
  switch (page.step) {
    case "basics":
      return <LinkBasicsStep page={page} />;
    case "availability":
      return <LinkAvailabilityStep page={page} action={actionOf(page)} />;
    case "duration":
      return <LinkDurationStep page={page} />;
    case "limits":
      return <LinkLimitsStep />;
    case "template":
      return <LinkTemplateStep page={page} />;
    case "review":
      return <LinkReviewStep page={page} />;
  }
}

function Buttons({ page: { step, isNew } }: { page: WizardPage }) {
  const next = steps[steps.indexOf(step) + 1];
  return (
    <FormActions
      far={
        <Submit kind="quiet" name="intent" value="leave">
          Save draft and leave
        </Submit>
      }
    >
      <Submit name="intent" value="save">
        {next ? `Next: ${stepNames[next]}` : isNew ? "Publish link" : "Save changes"}
      </Submit>
      {step === "basics" ? null : (
        <Submit kind="second" name="intent" value="back">
          Back
        </Submit>
      )}
    </FormActions>
  );
}

function sentenceOf({ step, following }: WizardPage) {
  if (step === "review") return "Nothing is published before you say so.";
  if (step === "basics") return "What it is called, and which event type it is an address for.";
  return following ? (
    <>
      Leave a field as it is to follow “<bdi>{following}</bdi>”.
    </>
  ) : (
    "These rules are the link’s own."
  );
}

function actionOf({ draftId, link, step }: WizardPage) {
  if (draftId) return paths.linkDraft(draftId, step);
  return link ? paths.editLink(link.id) : paths.newLink();
}

function stepperItems({ step: here, states, furthest, draftId }: WizardPage) {
  const isOpen = (step: Step) => steps.indexOf(step) <= steps.indexOf(furthest);
  return steps.map((step) => ({
    label: stepNames[step],
    isDone: states.find((each) => each.step === step)?.isDone ?? false,
    isHere: step === here,
    href: draftId && isOpen(step) ? paths.linkDraft(draftId, step) : null,
  }));
}
