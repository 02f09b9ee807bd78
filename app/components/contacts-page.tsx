import { providerNames } from "~/domain/providers";
import type { ProviderName, Wishes } from "~/integrations/calendar-provider";
import { paths } from "~/paths";
import { Checkbox } from "./choice";
import { ErrorSummary, Form, HiddenFields, Submit } from "./form";
import type { FormError, FormValues } from "./form-state";
import { Section, Sheet } from "./page";

type Wish = { id: string; provider: ProviderName; allowed: Wishes; savesContacts: boolean };
type Props = { wish: Wish; problem?: { errors: FormError[]; values: FormValues } };

const words = {
  search_contacts: {
    label: "Suggest people from my contacts",
    hint: "Where you type whom to invite, from three characters on.",
  },
  save_contacts: {
    label: "Keep whoever books me as a contact",
    hint: "Once a booking is confirmed, if the address is not there yet.",
  },
};

/** What an account's contacts are used for, and asking the provider for what it does not let us do yet. */
export function ContactsPage({ wish, problem }: Props) {
  const { allowed } = wish;
  return (
    <Sheet className="max-w-form">
      <Section title="What is done with them">
        <p>
          {allowed.searchContacts
            ? "We suggest people from these contacts where you type whom to invite. Nothing of them is stored here."
            : "We can’t search these contacts, so nobody from them is suggested."}
        </p>
        {allowed.saveContacts || problem ? <Keeping wish={wish} problem={problem} /> : null}
      </Section>
      {allowed.searchContacts && allowed.saveContacts ? null : <Asking wish={wish} />}
    </Sheet>
  );
}

function Keeping({ wish: { savesContacts }, problem }: Props) {
  const { label, hint } = words.save_contacts;
  return (
    <Form className="mt-4 space-y-4" errors={problem?.errors} values={problem?.values}>
      <ErrorSummary errors={problem?.errors ?? []} title="It is as it was:" />
      <Checkbox name="saves_contacts" label={label} hint={hint} defaultChecked={savesContacts} />
      <Submit>Save</Submit>
    </Form>
  );
}

function Asking({ wish: { id, provider, allowed } }: { wish: Wish }) {
  const name = providerNames[provider];
  return (
    <Section title={`Ask ${name} for more`}>
      <p>{name} asks you again whether we may. Your calendars stay connected.</p>
      <Form action={paths.connectCalendar(provider)} className="mt-4 space-y-4">
        <HiddenFields values={{ account: id }} />
        <div>
          {allowed.searchContacts ? null : (
            <Checkbox name="search_contacts" {...words.search_contacts} defaultChecked />
          )}
          {allowed.saveContacts ? null : <Checkbox name="save_contacts" {...words.save_contacts} />}
        </div>
        <Submit kind="second">Continue to {name}</Submit>
      </Form>
    </Section>
  );
}
