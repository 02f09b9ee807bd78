import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge } from "~/components/badge";
import { Form, HiddenFields, Submit } from "~/components/form";
import { HostHeading, Sheet } from "~/components/page";
import { SettingsTabs } from "~/components/settings-tabs";
import { Cell, Row, Table } from "~/components/table";
import { deviceWords } from "~/domain/accounts/device";
import { endSessions } from "~/domain/accounts/end-sessions.server";
import { listSessions } from "~/domain/accounts/sessions.server";
import { formatDayShort, formatTime } from "~/domain/time";
import { hasTeamPages, requireUser } from "~/http/auth.server";
import { readFields } from "~/http/form.server";
import { endSessionHeader, redirectWith } from "~/http/session.server";
import { visitorLocale } from "~/http/visitor.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Sign-ins · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { user, sessionId } = await requireUser(request);
  const now = Date.now();
  const { locale } = visitorLocale(request);
  const words = (at: Date) => {
    const ms = at.getTime();
    return `${formatDayShort(ms, user.timezone, locale, now)}, ${formatTime(ms, user.timezone, locale)}`;
  };
  const sessions = (await listSessions(user.id, now)).map((session) => ({
    id: session.id,
    device: deviceWords(session.userAgent),
    isToken: session.kind === "access_token",
    address: session.address,
    lastUsed: words(session.lastUsedAt),
    since: words(session.createdAt),
    isThis: session.id === sessionId,
  }));
  return { sessions, hasWorkspace: await hasTeamPages(user) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { user, sessionId } = await requireUser(request);
  const only = (await readFields(request)).get("session");
  const ended = await endSessions({ userId: user.id, which: only ? { only } : { allBut: sessionId } });
  if (only === sessionId) {
    const headers = new Headers({ "Set-Cookie": await endSessionHeader() });
    return redirectWith({ kind: "ok", text: "You are signed out." }, paths.login(), headers);
  }
  if (ended === 0) return redirectWith({ kind: "info", text: "There was nothing left to end." }, paths.sessions());
  const text = ended === 1 ? "The session has ended." : `${ended} sessions have ended.`;
  return redirectWith({ kind: "ok", text }, paths.sessions());
}

export default function Sessions() {
  const { sessions, hasWorkspace } = useLoaderData<typeof loader>();
  return (
    <>
      <HostHeading
        title="Sign-ins"
        sentence="Where your account is signed in. End what you don’t know, then change your password."
        actions={sessions.length > 1 ? <EndOthers /> : null}
      />
      <SettingsTabs current="sessions" hasWorkspace={hasWorkspace} />
      <Sheet className="p-5 sm:p-6">
        <Table
          caption="Sign-ins"
          columns={[
            { label: "Device" },
            { label: "Address" },
            { label: "Last used" },
            { label: "End", hideLabel: true, align: "end" },
          ]}
        >
          {sessions.map((session) => (
            <Row key={session.id}>
              <Cell heading>
                {session.device}
                <span className="hint block">
                  {session.isToken ? "Access token" : "Signed in"} since {session.since}
                </span>
              </Cell>
              <Cell label="Address">{session.address ?? "unknown"}</Cell>
              <Cell label="Last used">
                {session.isThis ? <Badge state="active">This one, now</Badge> : session.lastUsed}
              </Cell>
              <Cell align="end">
                <Form>
                  <HiddenFields values={{ session: session.id }} />
                  <Submit kind="second" small>
                    {session.isThis ? "Sign out" : "End"}
                    <span className="sr-only">: {session.device}</span>
                  </Submit>
                </Form>
              </Cell>
            </Row>
          ))}
        </Table>
      </Sheet>
    </>
  );
}

function EndOthers() {
  return (
    <Form>
      <Submit kind="second">End all others</Submit>
    </Form>
  );
}
