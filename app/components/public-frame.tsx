import type { ReactNode } from "react";
import { languages } from "~/messages/translate";
import { paths } from "~/paths";
import { PublicPage } from "./page";
import { useVisitor, VisitorProvider, type Visitor } from "./visitor";

type Props = {
  visitor: Visitor;
  workspace?: { name: string; slug: string } | null;
  width?: "sheet" | "rsvp" | "narrow";
  /** Left out where turning to another language would lose what was typed. */
  hasLanguages?: boolean;
  children: ReactNode;
};

/** The frame of every page that invitees see, in their language. */
export function PublicFrame({ visitor, ...rest }: Props) {
  return (
    <VisitorProvider visitor={visitor}>
      <Frame {...rest} />
    </VisitorProvider>
  );
}

function Frame({ workspace, width, hasLanguages = true, children }: Omit<Props, "visitor">) {
  const { t } = useVisitor();
  return (
    <>
      <PublicPage
        workspaceName={workspace?.name ?? "Meridian"}
        workspaceHref={workspace ? paths.book(workspace.slug) : paths.home()}
        width={width}
        skipLabel={t("common.skip")}
        scheduledWith={t("common.scheduledWith")}
        privacy={t("common.privacy")}
      >
        {children}
      </PublicPage>
      {hasLanguages ? <Languages width={width} /> : null}
    </>
  );
}

const widths = { sheet: "max-w-sheet", rsvp: "max-w-[46rem]", narrow: "max-w-narrow" };

function Languages({ width = "sheet" }: Pick<Props, "width">) {
  const { t, language, address } = useVisitor();
  const others = languages.filter((each) => each !== language);
  return (
    <nav aria-label={t("common.languages")} className={`mx-auto -mt-10 px-4 pb-10 text-small sm:px-6 ${widths[width]}`}>
      <ul className="flex flex-wrap gap-x-4 sm:justify-end">
        {others.map((each) => (
          <li key={each}>
            <a
              href={`${address}${address.includes("?") ? "&" : "?"}lang=${each}`}
              lang={each}
              hrefLang={each}
              className="inline-block py-1"
            >
              {new Intl.DisplayNames([each], { type: "language" }).of(each)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
