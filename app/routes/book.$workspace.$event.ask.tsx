import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskPage, askMeta } from "~/components/ask-page";
import { PublicError, untitled } from "~/components/public-error";
import { answerAsking, showAskPage } from "~/http/ask-page.server";
import { publicHeaders } from "~/http/public-page.server";

export const headers = publicHeaders;
export const ErrorBoundary = PublicError;

export const loader = ({ request, params }: LoaderFunctionArgs) => showAskPage(request, params);
export const action = ({ request, params }: ActionFunctionArgs) => answerAsking(request, params);
export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? askMeta(page) : untitled);

export default function AskForTimePage() {
  return <AskPage page={useLoaderData<typeof loader>()} sent={useActionData<typeof action>()} />;
}
