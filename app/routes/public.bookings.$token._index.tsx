import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BookingPage, bookingMeta } from "~/components/booking-page";
import { PublicError, untitled } from "~/components/public-error";
import { answerBooking, showBookingPage } from "~/http/booking-page.server";
import { linkHeaders } from "~/http/public-page.server";

export const headers = linkHeaders;
export const ErrorBoundary = PublicError;

export const loader = (args: LoaderFunctionArgs) =>
  showBookingPage({ ...args, params: { token: args.params.token ?? "" } });
export const action = ({ request, params: { token = "" } }: ActionFunctionArgs) => answerBooking(request, { token });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? bookingMeta(page) : untitled);

export default function LinkBookingPage() {
  return <BookingPage page={useLoaderData<typeof loader>()} sent={useActionData<typeof action>()} />;
}
