import { paths } from "~/paths";
import { topics } from "./topics";

export function TopicList() {
  return (
    <ul className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
      {topics.map(({ slug, title, sentence }) => (
        <li key={slug}>
          <h2 className="font-sans text-h3">
            <a href={paths.helpTopic(slug)} className="inline-block py-1">
              {title}
            </a>
          </h2>
          <p className="text-small text-muted">{sentence}</p>
        </li>
      ))}
    </ul>
  );
}
