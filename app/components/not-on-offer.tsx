import { translator } from "~/messages/translate";
import { paths } from "~/paths";
import { PublicMessage } from "./public-message";
import type { Visitor } from "./visitor";

type Props = {
  state: "no_workspace" | "no_event" | "inactive";
  visitor: Visitor;
  workspace: { name: string; slug: string } | null;
};

/** Why there is nothing to book at this address, and what to do. */
export function NotOnOffer({ state, visitor, workspace }: Props) {
  const t = translator(visitor.language);
  const link = workspace
    ? { href: paths.book(workspace.slug), label: t("book.unknown.others", { workspace: workspace.name }) }
    : undefined;
  if (state === "inactive") {
    return (
      <PublicMessage visitor={visitor} workspace={workspace} title={t("book.inactive.title")} link={link}>
        <p>{t("book.inactive.message")}</p>
      </PublicMessage>
    );
  }
  return (
    <PublicMessage visitor={visitor} workspace={workspace} title={t("book.unknown.title")} link={link}>
      <p>{t(state === "no_event" ? "book.unknown.event" : "book.unknown.workspace")}</p>
    </PublicMessage>
  );
}
