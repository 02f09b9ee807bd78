import type { LinkGone } from "~/domain/links/link";
import type { Question } from "~/domain/templates/question";
import { formatDayShort } from "~/domain/time";
import { translator, type Translate } from "~/messages/translate";
import { paths } from "~/paths";
import { KeptAnswers } from "./kept-answers";
import { Notice } from "./notice";
import type { Typed } from "./offer-page";
import { Section } from "./page";
import { PublicFrame } from "./public-frame";
import type { Visitor } from "./visitor";

export type GoneLink = {
  state: "gone";
  visitor: Visitor;
  workspace: { name: string; slug: string };
  gone: {
    reason: LinkGone;
    /** Whom to ask for another. */
    owner: string;
    expiredAt: number | null;
  };
};

type Props = GoneLink & {
  /** What was sent when there was nothing to book any more. */
  typed?: { values: Typed; questions: Question[] };
};

/** A link that books nothing, and why. Of the meeting that it booked it says nothing: anybody may have found it. */
export function LinkGonePage({ visitor, workspace, gone, typed }: Props) {
  const { t, title, day } = wordsOf({ visitor, gone });
  const isOff = gone.reason === "off";
  const hasTyped = ["name", "email", "notes", "guests"].some((name) => typed?.values[name]?.[0]);
  return (
    <PublicFrame visitor={visitor} workspace={workspace} width="rsvp" hasLanguages={!hasTyped}>
      <Section className="space-y-4 [overflow-wrap:anywhere] sm:p-9">
        <h1>{title}</h1>
        <p className="max-w-text">{t(`link.${gone.reason}.message`, { owner: gone.owner, day })}</p>
        {hasTyped ? <Notice kind="wait" isRefusal title={t("link.notBooked")} /> : null}
        {isOff ? (
          <p>
            <a href={paths.book(workspace.slug)} className="inline-block py-1">
              {t("book.unknown.others", { workspace: workspace.name })}
            </a>
          </p>
        ) : null}
      </Section>
      {hasTyped && typed ? <KeptAnswers {...typed} /> : null}
    </PublicFrame>
  );
}

/** The heading, and what the page is called. */
export function goneTitle(page: GoneLink): string {
  return wordsOf(page).title;
}

function wordsOf({ visitor, gone }: Pick<GoneLink, "visitor" | "gone">): { t: Translate; title: string; day: string } {
  const { language, locale, zone, now } = visitor;
  const t = translator(language, locale);
  const day = gone.expiredAt === null ? "" : formatDayShort(gone.expiredAt, zone, locale, now);
  return { t, day, title: t(`link.${gone.reason}.title`, { day }) };
}
