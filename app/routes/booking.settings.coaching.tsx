import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Checkbox } from "~/components/choice";
import { locationNames } from "~/components/event-type-words";
import { Field, Select, TextArea } from "~/components/field";
import { ErrorSummary, Form, LinkButton, Pair, Submit } from "~/components/form";
import { HelpLink } from "~/components/help-link";
import { HostHeading, Section, Sheet } from "~/components/page";
import { SettingsTabs } from "~/components/settings-tabs";
import { CoachingForm } from "~/domain/coaches/coaching";
import { findCoaching } from "~/domain/coaches/coaching.server";
import { saveCoaching } from "~/domain/coaches/save-coaching.server";
import { ensureSessionEventType } from "~/domain/coaches/session-event-type.server";
import { sessionRules } from "~/domain/coaches/session-rules";
import { locationTypes } from "~/domain/event-types/event-type";
import { findSessionEventType } from "~/domain/event-types/event-types.server";
import { requireHost } from "~/http/auth.server";
import { formProblem, parseForm, readFields } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Coaching · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { user, workspace } = await requireHost(request);
  const [coaching, eventType] = await Promise.all([
    findCoaching(workspace.id, user.id),
    findSessionEventType(workspace.id, user.id),
  ]);
  const { locationType, locationValue } = eventType ?? sessionRules;
  return { takesSessions: coaching?.takesSessions ?? false, about: coaching?.about ?? "", locationType, locationValue };
}

export async function action({ request }: ActionFunctionArgs) {
  const { user, workspace, role } = await requireHost(request);
  const fields = await readFields(request);
  if (fields.get("intent") === "rules") {
    const actor = { kind: "user", userId: user.id } as const;
    const eventType = await ensureSessionEventType({ workspaceId: workspace.id, coachId: user.id, actor });
    return redirect(eventType ? paths.eventType(eventType.id) : paths.coaching(), 303);
  }
  const form = parseForm(fields, CoachingForm, () => ({
    takes_sessions: fields.has("takes_sessions"),
    about: fields.get("about") ?? "",
    location: { type: fields.get("location.type"), value: fields.get("location.value") ?? "" },
  }));
  if (!form.ok) return formProblem(form.problem);
  const member = { userId: user.id, role };
  const saved = await saveCoaching({ workspaceId: workspace.id, member, input: form.data, now: Date.now() });
  if (!saved.ok) return formProblem({ values: form.values, errors: saved.errors }, 409);
  const text = form.data.takes_sessions
    ? "Saved. Clients find you among the coaches."
    : "Saved. Nobody can book a session with you; those that are booked stay.";
  return redirectWith({ kind: "ok", text }, paths.coaching());
}

export default function Coaching() {
  const { takesSessions, about, locationType, locationValue } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <>
      <HostHeading
        title="Coaching"
        sentence="Clients book sessions with you in your hours, for as long as they need."
        actions={<LinkButton href={paths.coaches()}>What clients see</LinkButton>}
      />
      <SettingsTabs current="coaching" hasWorkspace />
      <Sheet>
        <Section title="For clients" aside={<HelpLink topic="coaches">Coaches and clients</HelpLink>}>
          <Form className="max-w-form space-y-5" errors={problem?.errors} values={problem?.values}>
            <ErrorSummary errors={problem?.errors ?? []} title="Nothing is saved yet. This needs another look:" />
            <Checkbox
              name="takes_sessions"
              label="Take sessions"
              hint="Off: clients don’t find you. What is booked stays."
              defaultChecked={takesSessions}
            />
            <TextArea
              label="About you"
              name="about"
              optional
              rows={4}
              defaultValue={about}
              hint="What you help with, in up to 600 characters. Clients read it before they choose."
            />
            <Pair>
              <Select
                label="Where"
                name="location.type"
                options={locationTypes.map((value) => ({ value, label: locationNames[value] }))}
                defaultValue={locationType}
              />
              <Field label="Address, number or link" name="location.value" optional defaultValue={locationValue} />
            </Pair>
            <Submit>Save</Submit>
          </Form>
        </Section>
        <Section title="Rules of your sessions">
          <p className="max-w-text">
            Schedule, notice, free time before and after, limits, questions, and what clients may change. They begin
            with your default schedule, and with a start every quarter of an hour.
          </p>
          <Form className="mt-4">
            <Submit kind="second" name="intent" value="rules">
              Change the rules
            </Submit>
          </Form>
        </Section>
      </Sheet>
    </>
  );
}
