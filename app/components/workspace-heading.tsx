import { zoneCity } from "~/domain/time";
import { paths } from "~/paths";
import { Section } from "./page";
import { useVisitor } from "./visitor";
import { ZoneForm } from "./zone-choice";

type Props = { workspace: { name: string; slug: string; description: string }; hasOffers: boolean };

/** Who offers meetings, and the zone in which the times below are meant. */
export function WorkspaceHeading({ workspace, hasOffers }: Props) {
  const { t, zone } = useVisitor();
  return (
    <Section className="sm:px-8 sm:py-9">
      <h1 className="sm:text-display">{t("book.workspace.heading", { workspace: workspace.name })}</h1>
      {workspace.description ? (
        <p className="mt-2 max-w-text whitespace-pre-line break-words text-lead text-muted">{workspace.description}</p>
      ) : null}
      {hasOffers ? (
        <div className="mt-3 max-w-text">
          <p className="text-muted">{t("book.workspace.zone", { city: zoneCity(zone) })}</p>
          <ZoneForm action={paths.book(workspace.slug)} kept={{}} />
        </div>
      ) : null}
    </Section>
  );
}
