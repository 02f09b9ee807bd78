import type { Preview, TemplateDraft } from "~/domain/templates/draft";
import { paths } from "~/paths";
import { Checkbox } from "./choice";
import { EnterSaves } from "./enter-saves";
import { Field, TextArea } from "./field";
import { FocusPlace } from "./focus-place";
import { Form, FormActions, FormGroup, LinkButton, Submit } from "./form";
import type { FormError } from "./form-state";
import { NotSaved } from "./not-saved";
import { Sheet } from "./page";
import { QuestionRows } from "./question-rows";
import { TemplatePreview } from "./template-preview";

type Props = {
  /** Without one it is a new template. */
  id?: string;
  draft: TemplateDraft;
  /** The form as it was sent, by whichever button. */
  again?: { draft: TemplateDraft; errors: FormError[]; focus: string | null; preview: Preview | null };
};

export function TemplateForm({ id, draft: saved, again }: Props) {
  const action = id ? paths.template(id) : paths.newTemplate();
  const saveLabel = id ? "Save changes" : "Make this template";
  const draft = again?.draft ?? saved;
  const preview = again?.preview ?? null;
  return (
    <FocusPlace.Provider value={again?.focus ?? null}>
      <Form action={action} errors={again?.errors}>
        <EnterSaves />
        {again ? <NotSaved errors={again.errors} saveLabel={saveLabel} /> : null}
        {preview ? <input type="hidden" name="preview" value="on" /> : null}
        <Sheet>
          <FormGroup title="Name" sentence="Only you and your colleagues read it.">
            <Field label="Name" name="name" defaultValue={draft.name} maxLength={100} dir="auto" />
          </FormGroup>
          <FormGroup
            title="Questions"
            sentence="Asked after name and email address, in this order. What was answered before a change stays as it was asked."
          >
            <QuestionRows questions={draft.questions} action={action} />
          </FormGroup>
          <FormGroup
            title="After the meeting"
            sentence="One mail once it is over, unless you noted that they did not come."
          >
            <Checkbox
              name="email_followup_enabled"
              label="Write to the invitee after the meeting"
              defaultChecked={draft.emailFollowupEnabled}
            />
            <TextArea
              label="What the mail says"
              name="followup_text"
              optional
              hint="Empty: we thank them for their time. It also stands in the mail where only the event type sends one."
              rows={5}
              defaultValue={draft.followupText}
              maxLength={2000}
              dir="auto"
            />
          </FormGroup>
          <div className="section">
            <FormActions far={id ? <DeleteLink id={id} /> : null}>
              <Submit name="intent" value="save">
                {saveLabel}
              </Submit>
              <Submit kind="second" name="intent" value="preview">
                {preview ? "Update preview" : "Show preview"}
              </Submit>
              <LinkButton kind="quiet" href={paths.templates()}>
                Discard
              </LinkButton>
            </FormActions>
          </div>
        </Sheet>
      </Form>
      {preview ? <TemplatePreview preview={preview} /> : null}
    </FocusPlace.Provider>
  );
}

function DeleteLink({ id }: { id: string }) {
  return (
    <LinkButton kind="stop" icon="trash-2" href={paths.deleteTemplate(id)}>
      Delete…
    </LinkButton>
  );
}
