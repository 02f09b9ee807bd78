import { paths } from "~/paths";
import { HostHeading, Section, Sheet } from "../page";
import { topics } from "./topics";
import type { Topic } from "./topic";

/** One article: what is in it, and its parts. */
export function TopicPage({ topic }: { topic: Topic }) {
  const next = topics[topics.indexOf(topic) + 1];
  return (
    <>
      <HostHeading back={{ href: paths.help(), label: "Help" }} title={topic.title} sentence={topic.sentence} />
      <Sheet>
        {topic.sections.length > 1 ? <Contents topic={topic} /> : null}
        {topic.sections.map(({ id, title, body }) => (
          <Section key={id} id={id} className="space-y-4 [&>div:first-child]:mb-0 scroll-mt-4" title={title}>
            {body}
          </Section>
        ))}
      </Sheet>
      {next ? (
        <p className="mt-4">
          Next: <a href={paths.helpTopic(next.slug)}>{next.title}</a>
        </p>
      ) : null}
    </>
  );
}

function Contents({ topic }: { topic: Topic }) {
  return (
    <nav aria-label="On this page" className="px-5 py-4 sm:px-7">
      <ul className="gap-x-8 sm:columns-2">
        {topic.sections.map(({ id, title }) => (
          <li key={id} className="break-inside-avoid">
            <a href={`#${id}`} className="inline-block py-1">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
