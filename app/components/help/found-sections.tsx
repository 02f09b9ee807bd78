import { countOf } from "~/domain/counts";
import type { Excerpt, Found } from "~/domain/help/search";
import { paths } from "~/paths";
import { HostHeading, Section, Sheet } from "../page";
import { TopicList } from "./topic-list";

type Shown = Omit<Found, "text" | "also">;

/** What was found, each with the words where they stand. */
export function FoundSections({ query, found }: { query: string; found: Shown[] }) {
  const isFound = found.length > 0;
  return (
    <>
      <HostHeading
        back={{ href: paths.help(), label: "Help" }}
        title={
          <>
            {isFound ? "Found for “" : "Nothing found for “"}
            <bdi>{query}</bdi>”
          </>
        }
        sentence={isFound ? countOf(found.length, "place") : "Try fewer words, or another one. These are the topics."}
      />
      {isFound ? (
        <Sheet>
          <ol>
            {found.map((each) => (
              <li key={`${each.topic.slug}#${each.id}`} className="section">
                <Place found={each} />
              </li>
            ))}
          </ol>
        </Sheet>
      ) : (
        <Sheet>
          <Section>
            <TopicList />
          </Section>
        </Sheet>
      )}
    </>
  );
}

function Place({ found: { topic, id, title, excerpt } }: { found: Shown }) {
  return (
    <>
      <h2 className="font-sans text-h3">
        <a href={paths.helpTopic(topic.slug, id)}>{title}</a>
      </h2>
      <p className="hint">{topic.title}</p>
      <p className="mt-1 max-w-form [overflow-wrap:anywhere]">
        <Marked excerpt={excerpt} />
      </p>
    </>
  );
}

function Marked({ excerpt }: { excerpt: Excerpt }) {
  return excerpt.map(({ text, isFound }, index) =>
    isFound ? (
      <mark key={index} className="bg-noon font-semibold text-ink">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
