import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { momentWords } from "~/components/booking-words";
import { Form, FormActions, LinkButton, Submit } from "~/components/form";
import { HostHeading, Section, Sheet } from "~/components/page";
import { findOwnApiKey, revokeApiKey } from "~/domain/accounts/api-keys.server";
import { requireUser } from "~/http/auth.server";
import { readFields } from "~/http/form.server";
import { hostClock } from "~/http/host-page.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export { NoApiKey as ErrorBoundary } from "~/components/no-api-key";

export const meta: MetaFunction = () => [{ title: "Revoke a key · Meridian" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user } = await requireUser(request);
  const key = await findOwnApiKey(user.id, params.id);
  if (!key) throw data(null, { status: 404 });
  const { name, lastUsedAt } = key;
  return { name, lastUsed: lastUsedAt && momentWords(lastUsedAt.getTime(), hostClock(request, user)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user } = await requireUser(request);
  await readFields(request);
  if (!(await revokeApiKey(user.id, params.id))) {
    return redirectWith({ kind: "info", text: "That key is gone already." }, paths.apiKeys());
  }
  return redirectWith({ kind: "ok", text: "The key is revoked. Nothing gets in with it any more." }, paths.apiKeys());
}

export default function RevokeApiKey() {
  const { name, lastUsed } = useLoaderData<typeof loader>();
  return (
    <>
      <HostHeading
        back={{ href: paths.apiKeys(), label: "API" }}
        title={
          <>
            Revoke “<bdi>{name}</bdi>”?
          </>
        }
      />
      <Sheet className="max-w-form">
        <Section>
          <p>
            {lastUsed ? `It was last used ${lastUsed}.` : "It was never used."} What still sends it is refused from now
            on, and it cannot be brought back.
          </p>
          <Form className="mt-6">
            <FormActions>
              <Submit kind="stop">Revoke this key</Submit>
              <LinkButton href={paths.apiKeys()}>Keep it</LinkButton>
            </FormActions>
          </Form>
        </Section>
      </Sheet>
    </>
  );
}
