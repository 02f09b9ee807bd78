import { createElement, Fragment } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { GuideSection } from "~/domain/help/search";
import { topics } from "./topics";

let sections: GuideSection[] | undefined;

/** The guide as its readers read it, without the markup; made once in a process. */
export function guideSections(): GuideSection[] {
  return (sections ??= topics.flatMap((topic) =>
    topic.sections.map(({ id, title, body, also = "" }) => ({
      topic: { slug: topic.slug, title: topic.title },
      id,
      title,
      text: textOf(renderToStaticMarkup(createElement(Fragment, null, body))),
      also,
    })),
  ));
}

/** Blocks are parted, words inside a sentence stay together. */
function textOf(markup: string) {
  return markup
    .replace(/<\/?(?:b|code|a|span|bdi)\b[^>]*>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: keyof typeof entities) => entities[name])
    .replace(/\s+/g, " ")
    .trim();
}

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
