import type { Contact, ContactSearch } from "~/domain/calendars/contact";
import { providerNames } from "~/domain/providers";
import { Field } from "./field";
import { HiddenFields, Submit } from "./form";

type Props = {
  search: ContactSearch | null;
  /** Whether those who are found can be guests too. */
  withGuests?: boolean;
};

/**
 * A search for a person, in the form that asks for one: it sends all that was typed along. The form begins with
 * `EnterSaves`, since these buttons are not what Enter means in its other fields.
 */
export function FindPerson({ search, withGuests = false }: Props) {
  return (
    <details id="find" open={search !== null}>
      <summary className="w-fit cursor-pointer py-1 text-sea">Find in my contacts</summary>
      <div className="mt-2 space-y-3 border-s-4 border-rule ps-4">
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 grow">
            <Field
              name="who"
              label="Who"
              hint="How a name or an address begins, three characters or more."
              required={false}
              autoComplete="off"
              spellCheck={false}
              defaultValue={search?.who}
            />
          </div>
          <HiddenFields values={{ searched: search?.who }} />
          <Submit kind="second" name="intent" value="find">
            Find
          </Submit>
        </div>
        {search ? <Found search={search} withGuests={withGuests} /> : null}
      </div>
    </details>
  );
}

function Found({ search, withGuests }: { search: ContactSearch; withGuests: boolean }) {
  const { people, problem, unavailable } = search;
  return (
    <>
      <div role="status" className="text-small">
        <p>{problem ?? (people.length === 0 ? "Nobody was found." : `${people.length} found.`)}</p>
        {unavailable.map((provider) => (
          <p key={provider}>{providerNames[provider]} did not answer, so its contacts are left out.</p>
        ))}
      </div>
      {people.length > 0 ? (
        <ul>
          {people.map((person) => (
            <li key={person.email} className="rowline flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
              <Person person={person} />
              <div className="flex flex-wrap gap-2">
                <Submit kind="second" small name="take" value={`${person.email} ${person.name}`}>
                  Choose
                  <OfWhom person={person} />
                </Submit>
                {withGuests ? (
                  <Submit kind="quiet" small name="guest" value={person.email}>
                    Add as guest
                    <OfWhom person={person} />
                  </Submit>
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Person({ person: { name, email, source } }: { person: Contact }) {
  const from = source === "bookings" ? "booked you before" : providerNames[source];
  return (
    <p className="min-w-0 [overflow-wrap:anywhere]">
      {name ? <bdi className="block font-semibold">{name}</bdi> : null}
      <span className="hint block">
        <bdi>{email}</bdi>, {from}
      </span>
    </p>
  );
}

function OfWhom({ person: { name, email } }: { person: Contact }) {
  return <span className="sr-only"> {name || email}</span>;
}
