import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { whenLong } from "~/components/booking-words";
import { HostHeading } from "~/components/page";
import { EventTypeStep, NothingToBook } from "~/components/quick-book-choice";
import { QuickDetailsStep, startOf } from "~/components/quick-book-details";
import { QuickTakenStep } from "~/components/quick-book-taken";
import { QuickTimeStep } from "~/components/quick-book-time";
import { VisitorProvider } from "~/components/visitor";
import { loadQuickBook } from "~/http/quick-book.server";
import { redirectWith } from "~/http/session.server";
import { submitQuickBook } from "~/http/submit-quick-book.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [
  { title: "Book for someone · Meridian" },
  { name: "robots", content: "noindex" },
];

export function loader({ request }: LoaderFunctionArgs) {
  return loadQuickBook(request);
}

export async function action({ request }: ActionFunctionArgs) {
  const done = await submitQuickBook(request);
  if (!("booking" in done)) return done;
  const { booking, clock, isSeen } = done;
  const what = `${whenLong(booking, clock)}, for ${booking.inviteeName} with ${booking.host.name}`;
  const text =
    booking.status === "pending"
      ? `Asked for: ${what}. It waits for its hosts’ answers.`
      : `Booked: ${what}. Both get a mail.`;
  // Whoever owns an event type may book the time of a host whose bookings are not theirs to see.
  return redirectWith({ kind: "ok", text }, isSeen ? paths.booking(booking.id) : paths.bookings());
}

export default function NewBooking() {
  const { visitor } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <VisitorProvider visitor={visitor}>
      {/* A time that is taken has its own heading: the nearest free ones. */}
      {sent?.outcome === "taken" ? null : <Heading />}
      <Step />
    </VisitorProvider>
  );
}

function Heading() {
  const { person, earlierId } = useLoaderData<typeof loader>();
  const back = earlierId
    ? { href: paths.booking(earlierId), label: "Back to the booking" }
    : { href: paths.bookings(), label: "Bookings" };
  const forWhom = person.name ? <bdi>{person.name}</bdi> : "someone";
  return (
    <HostHeading
      back={back}
      title={<>Book for {forWhom}</>}
      sentence="You choose what, when and for whom. The same rules apply as on the public page."
    />
  );
}

function Step() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (page.state === "empty") return <NothingToBook areOff={page.hasEventTypes} />;
  if (page.state === "choose") {
    return <EventTypeStep {...page} isGone={page.isGone || sent !== undefined} typed={sent?.values} />;
  }
  if (sent?.outcome === "taken") return <QuickTakenStep page={page} values={sent.values} taken={sent.taken} />;
  const start = startOf(page, sent?.values);
  if (start !== null) {
    const errors = sent?.outcome === "invalid" ? sent.errors : [];
    const search = sent?.outcome === "edit" ? sent.search : null;
    return <QuickDetailsStep page={page} start={start} sent={sent && { values: sent.values, errors, search }} />;
  }
  if (!page.choice) return null;
  const hint = sent ? "time" : page.hint;
  return <QuickTimeStep page={page} choice={page.choice} typed={sent?.values} hint={hint} refused={page.refused} />;
}
