import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GoogleSteps, MicrosoftSteps } from "~/components/calendar-setup";
import { HelpLink } from "~/components/help-link";
import { HostHeading, Sheet } from "~/components/page";
import { isRegistered, registeredAddresses } from "~/domain/calendars/registration.server";
import { requireHost } from "~/http/auth.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Register with Google and Microsoft · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireHost(request, "calendars.own");
  const of = (provider: "google" | "microsoft") => ({
    isRegistered: isRegistered(provider),
    ...registeredAddresses(provider),
  });
  return { google: of("google"), microsoft: of("microsoft") };
}

export default function CalendarSetup() {
  const { google, microsoft } = useLoaderData<typeof loader>();
  return (
    <>
      <HostHeading
        back={{ href: paths.calendars(), label: "Calendars" }}
        title="Register with Google and Microsoft"
        sentence="Done once, by whoever runs this instance. Everybody in it can connect calendars and sign in after that."
      />
      <Sheet>
        <GoogleSteps {...google} />
        <MicrosoftSteps {...microsoft} />
      </Sheet>
      <HelpLink topic="troubleshooting" section="redirect-uri-mismatch" className="mt-3">
        If the provider says “redirect_uri_mismatch”
      </HelpLink>
    </>
  );
}
