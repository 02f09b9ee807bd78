import { formSteps, stepNames, type FormStep } from "~/domain/links/draft-fields";
import type { LinkReview } from "~/http/link-review.server";
import type { WizardPage } from "~/http/link-wizard-page.server";
import { paths } from "~/paths";
import { LinkPreview } from "./link-preview";
import { ruleFacts } from "./link-words";
import { Notice } from "./notice";

/** Everything in words, and the page as a visitor will see it. */
export function LinkReviewStep({ page: { review, draftId, following, isNew } }: { page: WizardPage }) {
  if (!review || !draftId) return null;
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="space-y-6">
        <Notice title={howItFollows(review, following)}>{following && whatFollows(review, isNew)}</Notice>
        {formSteps.map((step) => (
          <Group key={step} step={step} review={review} href={paths.linkDraft(draftId, step)} />
        ))}
      </div>
      <LinkPreview review={review} />
    </div>
  );
}

function howItFollows({ isOwn }: LinkReview, following: string | null) {
  if (!following) return "It has rules of its own.";
  return isOwn ? `It gets rules of its own, taken from “${following}”.` : `It follows “${following}”.`;
}

function whatFollows({ isOwn }: LinkReview, isNew: boolean) {
  if (!isOwn) return "When those rules change, so do the link’s.";
  return `Later changes there do not reach it. ${isNew ? "Its" : "From now on its"} limits count its own meetings alone.`;
}

type GroupProps = { step: FormStep; review: LinkReview; href: string };

function Group({ step, review: { title, rules, before }, href }: GroupProps) {
  const facts = ruleFacts(rules)[step];
  const old = before && ruleFacts(before)[step];
  const all = step === "basics" ? [{ label: "Title", value: title }, ...facts] : facts;
  return (
    <section className="border-t border-rule pt-4 first:border-t-0">
      <div className="mb-2 flex items-baseline justify-between gap-4">
        <h3>{stepNames[step]}</h3>
        <a href={href} className="-my-1 py-1 text-small">
          Change<span className="sr-only"> {stepNames[step]}</span>
        </a>
      </div>
      <dl className="facts !gap-y-1.5">
        {all.map(({ label, value }) => {
          const usual = old?.find((each) => each.label === label);
          const isOther = usual !== undefined && String(usual.value) !== String(value);
          return (
            <div key={label} className="contents">
              <dt>{label}</dt>
              <dd>
                {[value].flat().map((line) => (
                  <span key={line} className="block whitespace-pre-line">
                    <bdi>{line}</bdi>
                  </span>
                ))}
                {isOther ? (
                  <span className="hint block">The event type says: {[usual.value].flat().join(", ")}</span>
                ) : null}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
