import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { wordsFor } from "./error-page";
import { HostHeading } from "./page";

type Props = { title: string; message: string; back: { href: string; label: string } };

/** A host page that is not there, inside the host's frame. Anything else that breaks is for the page of the whole app. */
export function HostNotFound({ title, message, back }: Props) {
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) throw error;
  const isMissing = error.status === 404;
  const words = wordsFor(error.status);
  return (
    <HostHeading back={back} title={isMissing ? title : words.title} sentence={isMissing ? message : words.message} />
  );
}
