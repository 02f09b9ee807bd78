import { mostKeys } from "~/domain/accounts/api-key";
import { RadioCards } from "./choice";
import { Field } from "./field";
import { ErrorSummary, Form, Submit } from "./form";
import type { FormError, FormValues } from "./form-state";
import { Section } from "./page";

type Props = { isFull: boolean; problem?: { errors: FormError[]; values: FormValues } };

/** Makes a key, where there may be one more. */
export function ApiKeyForm({ isFull, problem }: Props) {
  if (isFull) {
    return (
      <Section title="Make a key">
        <p className="max-w-text">You have {mostKeys} keys, and that is the most. Revoke one to make another.</p>
      </Section>
    );
  }
  return (
    <Section title="Make a key">
      <Form className="max-w-form space-y-5" errors={problem?.errors} values={problem?.values}>
        <ErrorSummary errors={problem?.errors ?? []} title="No key is made yet. This needs another look:" />
        <Field
          label="Name"
          name="name"
          maxLength={80}
          autoComplete="off"
          hint="What uses it, such as “Nightly export”, so that you know it again."
        />
        <RadioCards legend="What it may do" name="scope" options={scopeOptions} defaultValue="read" />
        <Submit>Make the key</Submit>
      </Form>
    </Section>
  );
}

const scopeOptions = [
  { value: "read", label: "Read", hint: "Looks at what you can see, and changes nothing." },
  { value: "write", label: "Read and write", hint: "Books, changes and cancels like you." },
];
