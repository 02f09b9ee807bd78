import { stepNames, type Step } from "~/domain/links/draft-fields";
import { paths } from "~/paths";
import { momentWords, type Clock } from "./booking-words";
import { Form, LinkButton, Submit } from "./form";

export type DraftItem = { id: string; title: string; changes: string | null; step: Step; updatedAt: number };

/** Wizards that were left, each with the step that is next. */
export function LinkDraftsList({ items, clock }: { items: DraftItem[]; clock: Clock }) {
  return (
    <ul>
      {items.map(({ id, title, changes, step, updatedAt }) => (
        <li key={id} className="rowline flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <p className="font-semibold">
              <bdi>{title || "Without a title"}</bdi>
            </p>
            <p className="hint">
              {changes === null ? (
                "A new link"
              ) : changes === title ? (
                "A change"
              ) : (
                <>
                  A change of “<bdi>{changes}</bdi>”
                </>
              )}
              {`, next: ${stepNames[step]}. Kept ${momentWords(updatedAt, clock)}`}
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <LinkButton small href={paths.linkDraft(id, step)}>
              Continue<span className="sr-only"> {title}</span>
            </LinkButton>
            <Form action={paths.discardLinkDraft(id)}>
              <Submit kind="quiet" small>
                Discard<span className="sr-only"> {title}</span>
              </Submit>
            </Form>
          </div>
        </li>
      ))}
    </ul>
  );
}
