import { countOf } from "~/domain/counts";
import { starters } from "~/domain/templates/starters";
import { paths } from "~/paths";
import { LinkButton } from "./form";
import { questionWords } from "./template-words";

/** The starter library: each with what it asks. */
export function StarterList() {
  return (
    <ul className="sheet">
      {starters.map(({ key, name, sentence, questions }) => (
        <li key={key} className="rowline flex flex-wrap items-start justify-between gap-x-6 gap-y-3 p-5 sm:px-6">
          <div className="min-w-0 max-w-text">
            <h3>{name}</h3>
            <p className="mt-1">{sentence}</p>
            <details className="mt-1">
              <summary className="inline-block cursor-pointer py-1 text-sea underline underline-offset-[3px]">
                {countOf(questions.length, "question")}
                <span className="sr-only"> of {name}</span>
              </summary>
              <ol className="mt-1 list-decimal ps-5">
                {questions.map(({ label, type, required = false }) => (
                  <li key={label} className="py-0.5">
                    {label} <span className="text-muted">({questionWords({ type, required })})</span>
                  </li>
                ))}
              </ol>
            </details>
          </div>
          <LinkButton small href={paths.newTemplate({ starter: key })}>
            Begin with this<span className="sr-only"> starter, {name}</span>
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}
