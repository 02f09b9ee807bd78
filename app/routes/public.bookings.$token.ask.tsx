import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskPage, askMeta } from "~/components/ask-page";
import { PublicError, untitled } from "~/components/public-error";
import { answerAsking, showAskPage } from "~/http/ask-page.server";
import { linkHeaders } from "~/http/public-page.server";

export const headers = linkHeaders;
export const ErrorBoundary = PublicError;

export const loader = ({ request, params: { token = "" } }: LoaderFunctionArgs) => showAskPage(request, { token });
export const action = ({ request, params: { token = "" } }: ActionFunctionArgs) => answerAsking(request, { token });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? askMeta(page) : untitled);

export default function AskByLinkPage() {
  return <AskPage page={useLoaderData<typeof loader>()} sent={useActionData<typeof action>()} />;
}
