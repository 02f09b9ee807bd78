import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ApiKeyForm } from "~/components/api-key-form";
import { ApiKeyTable } from "~/components/api-key-table";
import { momentWords } from "~/components/booking-words";
import { CopyField } from "~/components/copy-field";
import { HostHeading, Section, Sheet } from "~/components/page";
import { SettingsTabs } from "~/components/settings-tabs";
import { ApiKeyInput, mostKeys } from "~/domain/accounts/api-key";
import { createApiKey, listApiKeys } from "~/domain/accounts/api-keys.server";
import { env } from "~/env.server";
import { hasTeamPages, requireUser } from "~/http/auth.server";
import { formProblem, readForm } from "~/http/form.server";
import { hostClock } from "~/http/host-page.server";
import { redirectWith } from "~/http/session.server";
import { showOnceHeader, takeShownOnce } from "~/http/shown-once.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "API · Meridian" }];

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireUser(request);
  const clock = hostClock(request, user);
  const listed = await listApiKeys(user.id, { limit: mostKeys, offset: 0 });
  const keys = listed.map(({ lastUsedAt, createdAt, ...key }) => ({
    ...key,
    lastUsed: lastUsedAt && momentWords(lastUsedAt.getTime(), clock),
    created: momentWords(createdAt.getTime(), clock),
  }));
  const made = await takeShownOnce(request, paths.apiKeys());
  const headers = new Headers({ "Cache-Control": "private, no-store" });
  if (made) headers.append("Set-Cookie", made.header);
  const page = {
    keys,
    isFull: keys.length >= mostKeys,
    newKey: made?.secret ?? null,
    curl: `curl ${env.APP_URL.replace(/\/$/, "")}/api/v1/me -H "Authorization: Bearer $TOKEN"`,
    hasWorkspace: await hasTeamPages(user),
  };
  return data(page, { headers });
}

export async function action({ request }: ActionFunctionArgs) {
  const { user } = await requireUser(request);
  const form = await readForm(request, ApiKeyInput);
  if (!form.ok) return formProblem(form.problem);
  const made = await createApiKey(user.id, form.data);
  if (!made.ok) {
    const text = `You have ${mostKeys} keys, and that is the most. Revoke one first.`;
    return redirectWith({ kind: "stop", text }, paths.apiKeys());
  }
  const headers = new Headers({ "Set-Cookie": await showOnceHeader(paths.apiKeys(), made.secret) });
  return redirectWith(
    { kind: "ok", text: `The key “${made.key.name}” is made. Copy it now.` },
    paths.apiKeys(),
    headers,
  );
}

export default function ApiSettings() {
  const { keys, isFull, newKey, curl, hasWorkspace } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <>
      <HostHeading title="API" sentence="Keys let programs of yours act as you, until you revoke them." />
      <SettingsTabs current="api" hasWorkspace={hasWorkspace} />
      <Sheet>
        {newKey ? <NewKey secret={newKey} /> : null}
        <Section title="Keys">
          {keys.length > 0 ? (
            <ApiKeyTable keys={keys} />
          ) : (
            <p className="max-w-text">You have none. Make one for each program, so that you can end each by itself.</p>
          )}
        </Section>
        <ApiKeyForm isFull={isFull} problem={problem} />
        <HowToCall curl={curl} />
      </Sheet>
    </>
  );
}

function NewKey({ secret }: { secret: string }) {
  return (
    <Section title="Your new key">
      <div className="max-w-form">
        <CopyField
          label="Key"
          name="key"
          value={secret}
          hint="You see it this once, and it is not kept: copy it now. Whoever has it acts as you."
        />
      </div>
    </Section>
  );
}

function HowToCall({ curl }: { curl: string }) {
  return (
    <Section title="Call the API">
      <div className="max-w-form space-y-4">
        <CopyField label="Who am I?" name="curl" value={curl} hint="With your key in TOKEN." />
        <p>
          All calls, with examples to run: <a href={paths.docs()}>try them</a> or <a href={paths.redoc()}>read them</a>.
          How it works is in <a href={paths.helpTopic("api")}>the guide</a>.
        </p>
        <p className="text-muted">
          Access tokens that programs got with your password end after a day. They are among your{" "}
          <a href={paths.sessions()}>sign-ins</a>.
        </p>
      </div>
    </Section>
  );
}
