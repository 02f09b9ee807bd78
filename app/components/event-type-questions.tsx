import type { Choices } from "~/domain/event-types/choices";
import { paths } from "~/paths";
import type { FormEventType } from "./event-type-form";
import { Select } from "./field";

type Props = { eventType: Pick<FormEventType, "templateId">; templates: Choices["templates"] };

/** Whose questions its booking form asks. */
export function QuestionsField({ eventType, templates }: Props) {
  const { templateId } = eventType;
  const options = templates.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      label="Template"
      name="template_id"
      options={[{ value: "", label: "None" }, ...options]}
      defaultValue={templateId ?? ""}
      hint={
        <>
          {templates.length > 0 ? "One for many event types. " : "There is no template yet. "}
          {templateId ? <a href={paths.template(templateId)}>See its questions</a> : null}
          {templateId ? " or " : null}
          <a href={paths.newTemplate()}>{templateId ? "make another one" : "Make one"}</a>. Save this form first if you
          have changed it.
        </>
      }
    />
  );
}
