import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Checkbox } from "~/components/choice";
import { Form, FormActions, LinkButton, Submit } from "~/components/form";
import { HostHeading, Section, Sheet } from "~/components/page";
import { isProvider, providerNames } from "~/domain/providers";
import { startConnecting } from "~/domain/calendars/connect.server";
import { connectingAddress, isRegistered } from "~/domain/calendars/registration.server";
import { requireHost } from "~/http/auth.server";
import { readFields } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export { NoCalendar as ErrorBoundary } from "~/components/no-calendar";

export const meta: MetaFunction = () => [{ title: "Connect a calendar · Meridian" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireHost(request, "calendars.own");
  const { provider } = params;
  if (!isProvider(provider)) throw data(null, { status: 404 });
  if (!isRegistered(provider)) throw redirect(paths.calendarSetup());
  return { provider, name: providerNames[provider] };
}

/**
 * Not a redirect: browsers follow one from a form only to where the page's policy lets forms go, and a provider leads on to
 * the sign-in of whatever organisation an account belongs to.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const { user, sessionId, workspace } = await requireHost(request, "calendars.own");
  const { provider } = params;
  if (!isProvider(provider)) throw data(null, { status: 404 });
  const fields = await readFields(request);
  const owner = { workspaceId: workspace.id, userId: user.id };
  const started = await startConnecting({
    ...owner,
    sessionId,
    provider,
    redirectUri: connectingAddress(provider),
    wishes: { searchContacts: fields.has("search_contacts"), saveContacts: fields.has("save_contacts") },
    accountId: fields.get("account") ?? undefined,
    now: Date.now(),
  });
  if (started.ok) return data({ leaving: started.url }, { headers: { Refresh: `0; url=${started.url}` } });
  if (started.reason === "not_registered") return redirect(paths.calendarSetup(), 303);
  return redirectWith({ kind: "stop", text: "That account is not connected any more." }, paths.calendars());
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export default function ConnectCalendar() {
  const { provider, name } = useLoaderData<typeof loader>();
  const leaving = useActionData<typeof action>()?.leaving;
  if (leaving) return <Leaving name={name} to={leaving} />;
  return (
    <>
      <HostHeading
        back={{ href: paths.calendars(), label: "Calendars" }}
        title={`Connect ${name}`}
        sentence={`${name} asks you whether Meridian may come in. You choose the calendars after that.`}
      />
      <Sheet className="max-w-form">
        <Section>
          <p>What we ask for, and what it is for:</p>
          <ul className="mt-2 list-disc space-y-1 ps-5">
            <li>the list of your calendars, so that you can choose among them;</li>
            <li>their events: we read when you are busy, and write, move and remove the events of your bookings;</li>
            <li>your address there, to tell your accounts apart.</li>
          </ul>
          <p className="mt-3">Of other events only the times are kept. You can disconnect at any time.</p>
          <Form action={paths.connectCalendar(provider)} className="mt-6 space-y-6">
            <fieldset>
              <legend className="label pb-1">
                Contacts <span className="font-normal text-muted">(optional)</span>
              </legend>
              <Checkbox
                name="search_contacts"
                label="Suggest people from my contacts"
                hint="Where you type whom to invite, from three characters on."
              />
              <Checkbox
                name="save_contacts"
                label="Keep whoever books me as a contact"
                hint="Once a booking is confirmed, if the address is not there yet."
              />
            </fieldset>
            <FormActions>
              <Submit>Continue to {name}</Submit>
              <LinkButton href={paths.calendars()}>Not now</LinkButton>
            </FormActions>
          </Form>
        </Section>
      </Sheet>
    </>
  );
}

function Leaving({ name, to }: { name: string; to: string }) {
  return (
    <>
      <HostHeading title={`On to ${name}`} sentence="If nothing happens, use this link." />
      <LinkButton kind="primary" href={to}>
        Continue to {name}
      </LinkButton>
    </>
  );
}
