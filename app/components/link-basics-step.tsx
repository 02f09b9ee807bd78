import { locationTypes } from "~/domain/event-types/event-type";
import type { WizardPage } from "~/http/link-wizard-page.server";
import { Checkbox } from "./choice";
import { locationNames } from "./event-type-words";
import { Field, Select, TextArea } from "./field";
import { HiddenFields, Pair, Submit } from "./form";

const places = locationTypes.map((value) => ({ value, label: locationNames[value] }));

export function LinkBasicsStep({ page: { eventTypes, isOwnNow, values } }: { page: WizardPage }) {
  const options = [
    { value: "", label: isOwnNow ? "None, its rules stay its own" : "None, it gets rules of its own" },
    ...eventTypes.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className="max-w-form space-y-5">
      <HiddenFields values={{ shown: values.shown }} />
      <Field
        label="Title"
        name="title"
        maxLength={100}
        autoComplete="off"
        hint="Visitors read it on the page, and you in your list, such as “Trade fair, stand B4”."
      />
      <div className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_auto]">
        <Select
          label="Event type"
          name="follows"
          options={options}
          hint="Its rules are the link’s, also when they change. What you change here is for this link alone."
        />
        <Submit kind="second" name="intent" value="follow">
          Show its rules
        </Submit>
      </div>
      <TextArea label="Description" name="description" optional maxLength={2000} />
      <Pair>
        <Select label="Where" name="location.type" options={places} />
        <Field label="Address, number or link" name="location.value" optional maxLength={500} />
      </Pair>
      <Checkbox
        name="requires_confirmation"
        label="Ask before confirming"
        hint="The time is held while the host decides."
      />
    </div>
  );
}
