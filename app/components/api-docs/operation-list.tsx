import type { Chapter, ListedOperation } from "~/http/api-docs-page.server";
import { Code, Lines } from "../help/parts";
import { Section, Sheet } from "../page";

/** Every operation of a document, for whoever has no JavaScript. */
export function OperationList({ chapters }: { chapters: Chapter[] }) {
  return (
    <div data-without-viewer="">
      <nav aria-label="Chapters" className="mb-6">
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {chapters.map(({ name, operations }) => (
            <li key={name}>
              <a href={`#${anchorOf(name)}`} className="inline-block py-1">
                {name}
              </a>{" "}
              <span className="text-muted">{operations.length}</span>
            </li>
          ))}
        </ul>
      </nav>
      <Sheet>
        {chapters.map((chapter) => (
          <Section key={chapter.name} id={anchorOf(chapter.name)} title={chapter.name} aside={chapter.description}>
            <ul className="divide-y divide-rule">
              {chapter.operations.map((operation) => (
                <Operation key={operation.id} {...operation} />
              ))}
            </ul>
          </Section>
        ))}
      </Sheet>
    </div>
  );
}

function anchorOf(name: string) {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}

function Operation({ id, method, path, summary, description, isForAnybody, example }: ListedOperation) {
  return (
    <li id={id} className="py-3">
      <h3 className="font-sans text-body font-semibold">
        {summary}
        {isForAnybody ? <span className="font-normal text-muted"> · no token needed</span> : null}
      </h3>
      <p dir="ltr">
        <Code>{`${method} ${path}`}</Code>
      </p>
      {description ? <p className="mt-1 max-w-form text-small text-muted">{description.replaceAll("`", "")}</p> : null}
      {example === null ? null : (
        <details className="mt-1">
          <summary className="inline-block cursor-pointer py-1 text-small text-sea">A body that works</summary>
          <Lines label={`A body for: ${summary}`}>{example}</Lines>
        </details>
      )}
    </li>
  );
}
