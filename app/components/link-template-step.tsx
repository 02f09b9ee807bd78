import { countOf } from "~/domain/counts";
import type { WizardPage } from "~/http/link-wizard-page.server";
import { paths } from "~/paths";
import { Checkbox, RadioCards } from "./choice";

export function LinkTemplateStep({ page: { templates } }: { page: WizardPage }) {
  const options = [
    { value: "", label: "No questions", hint: "Only who comes." },
    ...templates.map(({ id, name, questions, emailFollowupEnabled }) => ({
      value: id,
      label: <bdi>{name}</bdi>,
      hint: countOf(questions.length, "question") + (emailFollowupEnabled ? ", and a mail after the meeting" : ""),
    })),
  ];
  return (
    <div className="max-w-form space-y-5">
      <RadioCards legend="What the booking form asks" name="template_id" options={options} />
      <p className="hint !mt-2">
        {templates.length === 0 ? "There is no template yet. " : ""}
        <a href={paths.templates()}>Templates</a> are made on a page of their own; this draft waits.
      </p>
      <Checkbox
        name="email_followup_enabled"
        label="Write to the invitee after the meeting"
        hint="One mail once it is over, unless you noted that they did not come. A template that sends one does so either way."
      />
    </div>
  );
}
