import { apiExamples, exampleVariables, type ExampleStep } from "~/domain/help/api-examples";
import { Code, Lines } from "../help/parts";

/** Calls to copy into a shell. */
export function ApiExamples() {
  return (
    <div className="max-w-form space-y-8">
      <div>
        <p>Set these in your shell first. Each step says what to keep of its answer for the next.</p>
        <dl className="mt-3 grid gap-x-6 sm:grid-cols-[auto_minmax(0,1fr)]">
          {Object.entries(exampleVariables).map(([name, words]) => (
            <div key={name} className="contents">
              <dt className="pt-1">
                <Code>{name}</Code>
              </dt>
              <dd className="pb-1 sm:pt-1">{words}</dd>
            </div>
          ))}
        </dl>
      </div>
      {apiExamples.map(({ id, title, sentence, steps }) => (
        <section key={id} id={`example-${id}`} className="space-y-4">
          <div>
            <h3>{title}</h3>
            <p className="text-muted">{sentence}</p>
          </div>
          {steps.map((step) => (
            <Step key={step.does} {...step} within={title} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Step({ does, curl, keep = {}, within }: ExampleStep & { within: string }) {
  const kept = Object.entries(keep);
  return (
    <div>
      <p className="mb-1">{does}</p>
      <Lines label={`${within}: ${does}`}>{curl}</Lines>
      {kept.length > 0 ? (
        <p className="mt-1 text-small text-muted">
          Keep{" "}
          {kept.map(([name, place], index) => (
            <span key={name}>
              {index > 0 ? " and " : ""}
              <Code>{place}</Code> as <Code>{name}</Code>
            </span>
          ))}
          .
        </p>
      ) : null}
    </div>
  );
}
