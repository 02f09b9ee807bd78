import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { whenLong } from "~/components/booking-words";
import { Notice } from "~/components/notice";
import { HostHeading } from "~/components/page";
import { SessionDetailsStep } from "~/components/session-details-step";
import { SessionTakenStep } from "~/components/session-taken-step";
import { SessionTimeStep } from "~/components/session-time-step";
import { VisitorProvider } from "~/components/visitor";
import { parseInstant } from "~/domain/time";
import { loadCoachPage } from "~/http/coach-page.server";
import { redirectWith } from "~/http/session.server";
import { submitSession } from "~/http/submit-session.server";
import { paths } from "~/paths";

export { NoCoach as ErrorBoundary } from "~/components/no-coach";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.coach.name ?? "Coach"} · Meridian` },
  { name: "robots", content: "noindex" },
];

export const loader = ({ request, params }: LoaderFunctionArgs) => loadCoachPage(request, params.userId);

export async function action({ request, params }: ActionFunctionArgs) {
  const done = await submitSession(request, params.userId);
  if (!("booking" in done)) return done;
  const { booking, clock } = done;
  const what = `${whenLong(booking, clock)}, with ${booking.host.name}`;
  const text =
    booking.status === "pending"
      ? `Asked for: ${what}. You get a mail as soon as there is an answer.`
      : `Booked: ${what}.`;
  return redirectWith(
    { kind: "ok", text, link: { href: paths.meeting(booking.uid), label: "See the session" } },
    paths.ownSessions(),
  );
}

export default function CoachPage() {
  const { visitor, coach, isClient, choice } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <VisitorProvider visitor={visitor}>
      {/* A time that is taken has its own heading: the nearest free ones. */}
      {sent?.outcome === "taken" ? null : (
        <HostHeading
          back={{ href: paths.coaches(), label: "Coaches" }}
          title={
            <>
              A session with <bdi className="[overflow-wrap:anywhere]">{coach.name}</bdi>
            </>
          }
          sentence={isClient ? choice && "Choose how long and when." : "What clients see. Only they can book."}
        />
      )}
      {sent?.outcome === "closed" ? (
        <Notice kind="wait" isRefusal className="mb-6" title="Nothing was booked.">
          Sessions with this coach cannot be booked any more, or have changed a moment ago. Try again, or choose another
          coach.
        </Notice>
      ) : null}
      <Step />
    </VisitorProvider>
  );
}

function Step() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (sent?.outcome === "taken") return <SessionTakenStep page={page} values={sent.values} taken={sent.taken} />;
  const start = parseInstant(sent?.values.start?.[0] ?? "") ?? page.start;
  if (start !== null && sent?.outcome !== "unreadable") {
    const errors = sent?.outcome === "invalid" ? sent.errors : [];
    // What was sent was for a length of its own.
    const durationMinutes = Number(sent?.values.duration_minutes?.[0]) || page.durationMinutes;
    return (
      <SessionDetailsStep
        page={{ ...page, durationMinutes }}
        start={start}
        sent={sent && { values: sent.values, errors }}
      />
    );
  }
  if (!page.choice) return null;
  const hint = sent ? "time" : page.hint;
  return <SessionTimeStep page={page} choice={page.choice} typed={sent?.values} hint={hint} refused={page.refused} />;
}
