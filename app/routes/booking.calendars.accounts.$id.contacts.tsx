import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ContactsPage } from "~/components/contacts-page";
import { HostHeading } from "~/components/page";
import { providerNames } from "~/domain/providers";
import { changeContactWish, findContactWish } from "~/domain/calendars/contact-wish.server";
import { requireHost } from "~/http/auth.server";
import { formProblem, formValues, readFields } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export { NoCalendar as ErrorBoundary } from "~/components/no-calendar";

export const meta: MetaFunction = () => [{ title: "Contacts of an account · Meridian" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, workspace } = await requireHost(request, "calendars.own");
  const wish = await findContactWish({ workspaceId: workspace.id, userId: user.id, id: params.id });
  if (!wish) throw data(null, { status: 404 });
  return wish;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, workspace } = await requireHost(request, "calendars.own");
  const fields = await readFields(request);
  const savesContacts = fields.has("saves_contacts");
  const account = { workspaceId: workspace.id, userId: user.id, id: params.id };
  const changed = await changeContactWish({ ...account, savesContacts, now: Date.now() });
  if (changed.ok) {
    const text = savesContacts
      ? "Whoever books you is kept as a contact from now on."
      : "No contacts are kept any more.";
    return redirectWith({ kind: "ok", text }, paths.calendars());
  }
  if (changed.reason === "not_found") throw data(null, { status: 404 });
  const errors = [{ path: "saves_contacts", message: "We may not save contacts there yet. Ask for it below." }];
  return formProblem({ values: formValues(fields), errors }, 409);
}

export default function AccountContacts() {
  const wish = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <>
      <HostHeading
        back={{ href: paths.calendars(), label: "Calendars" }}
        title="Contacts"
        sentence={
          <>
            {providerNames[wish.provider]}, <bdi>{wish.email}</bdi>
          </>
        }
      />
      <ContactsPage wish={wish} problem={problem} />
    </>
  );
}
