import { isRouteErrorResponse, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { isLanguage, translator } from "~/messages/translate";
import { ErrorPage } from "./error-page";

const known = [403, 404, 405, 413, 415, 429, 503] as const;

/** What went wrong on a public page, in the visitor's language. */
export function PublicError() {
  const error = useRouteError();
  const root = useRouteLoaderData("root") as { locale?: string } | undefined;
  const t = translator(isLanguage(root?.locale) ? root.locale : "en");
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const kind = known.find((each) => each === status) ?? (status < 500 ? 400 : 500);
  return (
    <ErrorPage
      status={status}
      title={t(`error.${kind}.title`)}
      message={t(`error.${kind}.message`)}
      link={{ href: "/", label: t("error.home") }}
      skipLabel={t("common.skip")}
    />
  );
}

/** For a page that has nothing to be named after, since its data could not be loaded. */
export const untitled = [{ title: "Meridian" }, { name: "robots", content: "noindex" }];
