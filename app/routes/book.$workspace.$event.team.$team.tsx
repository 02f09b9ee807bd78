import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BookingPage, bookingMeta } from "~/components/booking-page";
import { PublicError, untitled } from "~/components/public-error";
import { answerBooking, showBookingPage } from "~/http/booking-page.server";
import { publicHeaders } from "~/http/public-page.server";

export const headers = publicHeaders;
export const ErrorBoundary = PublicError;

export const loader = (args: LoaderFunctionArgs) => showBookingPage(args);
export const action = ({ request, params }: ActionFunctionArgs) => answerBooking(request, params);
export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? bookingMeta(page) : untitled);

export default function TeamBookingPage() {
  return <BookingPage page={useLoaderData<typeof loader>()} sent={useActionData<typeof action>()} />;
}
