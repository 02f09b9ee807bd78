import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Flash } from "~/components/flash";
import { FormActions, LinkButton } from "~/components/form";
import { Logo } from "~/components/logo";
import { Section, Sheet, SkipLink } from "~/components/page";
import { Ruler } from "~/components/ruler";
import { hasAccounts } from "~/domain/accounts/accounts.server";
import { offsetAt } from "~/domain/availability/zones";
import { formatTime, zoneCity } from "~/domain/time";
import { readSession } from "~/http/session.server";
import { visitorLocale } from "~/http/visitor.server";
import { paths } from "~/paths";

const zones = ["UTC", "America/New_York", "Asia/Kolkata"];
const minute = 60_000;

export const meta: MetaFunction = () => [
  { title: "Meridian" },
  { name: "description", content: "Hosts say when they can meet. People outside book them from a page of their own." },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const now = Date.now();
  if (await readSession(request, now)) throw redirect(paths.dashboard());
  const { locale } = visitorLocale(request);
  const rows = zones.map((zone) => ({
    name: zoneCity(zone),
    text: formatTime(now, zone, locale),
    offsetMinutes: Math.round(offsetAt(zone, now) / minute),
  }));
  return { rows, minuteOfDay: Math.floor(now / minute) % 1440, isNew: !(await hasAccounts()) };
}

export default function Landing() {
  const { rows, minuteOfDay, isNew } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-form px-4 py-8 sm:py-16">
      <SkipLink>Skip to content</SkipLink>
      <header className="pb-5">
        <Logo />
      </header>
      <main id="main" tabIndex={-1}>
        <Flash />
        <div className="neatline" aria-hidden="true" />
        <Sheet className="border-t-0">
          <Section>
            <h1>One moment, in everybody’s time</h1>
            <p className="mt-2 text-lead text-muted">
              Hosts here say when they can meet. People outside book them from a page, each in their own time zone.
            </p>
            {isNew ? (
              <p className="mt-2">Nobody has an account here yet. The first one looks after this instance.</p>
            ) : null}
            <div className="mt-6">
              <FormActions>
                <LinkButton href={isNew ? paths.signup() : paths.login()} kind="primary">
                  {isNew ? "Create the first account" : "Sign in"}
                </LinkButton>
                <LinkButton href={isNew ? paths.login() : paths.signup()}>
                  {isNew ? "Sign in" : "Create an account"}
                </LinkButton>
              </FormActions>
            </div>
          </Section>
          <Section>
            <Ruler rows={rows} meeting={{ startMinute: minuteOfDay, endMinute: minuteOfDay, label: "now" }} />
          </Section>
          <Section>
            <p className="text-muted">
              You came to book a meeting? Open the link that your host sent you. You need no account for that.
            </p>
          </Section>
        </Sheet>
      </main>
    </div>
  );
}
