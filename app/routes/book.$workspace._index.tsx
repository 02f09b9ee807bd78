import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OfferList } from "~/components/offer-list";
import { Section } from "~/components/page";
import { PublicError, untitled } from "~/components/public-error";
import { PublicFrame } from "~/components/public-frame";
import { PublicMessage } from "~/components/public-message";
import { WorkspaceHeading } from "~/components/workspace-heading";
import { publicHeaders } from "~/http/public-page.server";
import { rememberChoices } from "~/http/visitor.server";
import { loadWorkspacePage } from "~/http/workspace-page.server";
import { translator } from "~/messages/translate";

export const headers = publicHeaders;
export const ErrorBoundary = PublicError;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await loadWorkspacePage(request, params.workspace);
  return data(page, { status: page.workspace ? 200 : 404, headers: rememberChoices(request) });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return untitled;
  const t = translator(page.visitor.language);
  if (!page.workspace) return [{ title: t("book.unknown.title") }, { name: "robots", content: "noindex" }];
  const { name, description } = page.workspace;
  return [
    { title: t("book.workspace.title", { workspace: name }) },
    { name: "description", content: description || t("book.workspace.meta", { workspace: name }) },
  ];
};

export default function WorkspacePage() {
  const { visitor, workspace, offers } = useLoaderData<typeof loader>();
  const t = translator(visitor.language);
  if (!workspace) {
    return (
      <PublicMessage visitor={visitor} title={t("book.unknown.title")}>
        <p>{t("book.unknown.workspace")}</p>
      </PublicMessage>
    );
  }
  return (
    <PublicFrame visitor={visitor} workspace={workspace}>
      <WorkspaceHeading workspace={workspace} hasOffers={offers.length > 0} />
      {offers.length > 0 ? (
        <OfferList workspaceSlug={workspace.slug} offers={offers} />
      ) : (
        <Section>
          <h2>{t("book.workspace.nothing")}</h2>
          <p className="mt-2 max-w-text">{t("book.workspace.nothingMore", { workspace: workspace.name })}</p>
        </Section>
      )}
    </PublicFrame>
  );
}
