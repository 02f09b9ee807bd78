import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RadioCards } from "~/components/choice";
import { Form, FormActions, Submit } from "~/components/form";
import { HostHeading, Section, Sheet } from "~/components/page";
import { SettingsTabs } from "~/components/settings-tabs";
import { hasTeamPages, requireUser } from "~/http/auth.server";
import { formProblem, readForm } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { Theme, themeHeaders, visitorTheme } from "~/http/visitor.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Appearance · Meridian" }];

const Input = z.object({ theme: Theme });

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireUser(request);
  return { theme: visitorTheme(request), hasWorkspace: await hasTeamPages(user) };
}

export async function action({ request }: ActionFunctionArgs) {
  await requireUser(request);
  const form = await readForm(request, Input);
  if (!form.ok) return formProblem(form.problem);
  const { theme } = form.data;
  return redirectWith({ kind: "ok", text: "This browser will remember it." }, paths.appearance(), themeHeaders(theme));
}

const options = [
  { value: "system", label: "As the system", hint: "Light by day and dark by night, if your system does so." },
  { value: "light", label: "Light", hint: "Pale paper, at any hour." },
  { value: "dark", label: "Dark", hint: "For late hours." },
];

export default function Appearance() {
  const { theme, hasWorkspace } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <>
      <HostHeading title="Appearance" />
      <SettingsTabs current="appearance" hasWorkspace={hasWorkspace} />
      <Sheet>
        <Section title="Light or dark">
          <Form className="max-w-form space-y-5" errors={problem?.errors}>
            <RadioCards legend="Show pages" hideLegend name="theme" options={options} defaultValue={theme} />
            <FormActions>
              <Submit>Save</Submit>
            </FormActions>
          </Form>
        </Section>
      </Sheet>
    </>
  );
}
