import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Badge } from "~/components/badge";
import { EnterSaves } from "~/components/enter-saves";
import { Field } from "~/components/field";
import { FindPerson } from "~/components/find-person";
import { ErrorSummary, Form, Submit } from "~/components/form";
import { HostHeading, Section, Sheet } from "~/components/page";
import { Pagination } from "~/components/pagination";
import { RoleChoice } from "~/components/role-choice";
import { SettingsTabs } from "~/components/settings-tabs";
import { Cell, Row, Table } from "~/components/table";
import { formatDayShort } from "~/domain/time";
import { invite } from "~/domain/workspaces/invite.server";
import { inviteWords, roleWords } from "~/domain/workspaces/member-words";
import { listMembers } from "~/domain/workspaces/members.server";
import { may, roles, type Role } from "~/domain/workspaces/roles";
import { InviteInput } from "~/domain/workspaces/workspace";
import { requireHost } from "~/http/auth.server";
import { findWho, readSearchDeed, readWho, withoutSearch, writeWho } from "~/http/contact-search.server";
import { formProblem, formValues, parseForm, readFields, type FormValues } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { visitorLocale } from "~/http/visitor.server";
import { paths, withQuery } from "~/paths";

const limit = 25;

export const meta: MetaFunction = () => [{ title: "Members · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const host = await requireHost(request, "members.read");
  const { user, workspace, role } = host;
  const query = new URL(request.url).searchParams;
  const asked = Number(query.get("offset"));
  const offset = Number.isInteger(asked) && asked > 0 && asked < 1_000_000 ? asked : 0;
  const now = Date.now();
  const { items, total } = await listMembers(workspace.id, { limit, offset, now });
  const { locale } = visitorLocale(request);
  const members = items.map((member) => ({
    id: member.id,
    name: member.name,
    email: member.email,
    role: roleWords[member.role].name,
    isDeactivated: member.status === "deactivated",
    until: member.expiresAt && formatDayShort(member.expiresAt.getTime(), user.timezone, locale, now),
    isSelf: member.userId === user.id,
  }));
  const mayChange = may(role, "members.change");
  return {
    members,
    total,
    offset,
    workspaceName: workspace.name,
    mayChange,
    search: mayChange ? await findWho(readWho(query), host) : null,
    typed: { email: query.get("email") ?? "", role: roles.find((each) => each === query.get("role")) ?? null },
    mayMakeOwners: may(role, "members.change-owners"),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { user: inviter, workspace } = await requireHost(request, "members.change");
  const fields = await readFields(request);
  const searched = searchHref(formValues(fields));
  if (searched) return redirect(searched, 303);
  const form = parseForm(fields, InviteInput, withoutSearch);
  if (!form.ok) return formProblem(form.problem);
  const { language } = visitorLocale(request);
  const result = await invite({ workspace, inviter, input: form.data, language, now: Date.now() });
  if (result.ok)
    return redirectWith({ kind: "ok", text: `The invitation to ${form.data.email} is on its way.` }, paths.members());
  const path = result.reason === "not_an_owner" ? "role" : "email";
  return formProblem({ values: form.values, errors: [{ path, message: inviteWords[result.reason] }] }, 409);
}

/** Where a search for whom to invite leads, and taking one who was found; null where an invitation is sent. */
function searchHref(values: FormValues) {
  const deed = readSearchDeed(values);
  if (!deed) return null;
  const email = deed.kind === "find" ? values.email?.[0]?.slice(0, 1000) : deed.email;
  const who = deed.kind === "find" ? writeWho(deed.who) : null;
  const role = values.role?.[0]?.slice(0, 20);
  return `${withQuery(paths.members(), { who, email, role })}#${who === null ? "field-email" : "find"}`;
}

export default function Members() {
  const { members, total, offset, workspaceName, mayChange } = useLoaderData<typeof loader>();
  return (
    <>
      <HostHeading
        title="Members"
        sentence={
          <>
            Who belongs to <bdi>{workspaceName}</bdi>, and who is asked to join.
          </>
        }
      />
      <SettingsTabs current="members" hasWorkspace />
      <Sheet>
        <Section>
          <Table
            caption="Members and invitations"
            columns={[
              { label: "Name" },
              { label: "Role" },
              { label: "State" },
              { label: "Change", hideLabel: true, align: "end" },
            ]}
          >
            {members.map((member) => (
              <Row key={member.id}>
                <Cell heading>
                  {member.name ? <bdi>{member.name}</bdi> : null}
                  {member.isSelf ? ", you" : null}
                  <span className={member.name ? "hint block" : ""}>
                    <bdi>{member.email}</bdi>
                  </span>
                </Cell>
                <Cell label="Role" className="sm:whitespace-nowrap">
                  {member.role}
                </Cell>
                <Cell className="sm:min-w-36">
                  {member.until ? (
                    <Badge state="waiting">Invited, open until {member.until}</Badge>
                  ) : member.isDeactivated ? (
                    <Badge state="off">Deactivated</Badge>
                  ) : (
                    <Badge state="active">Joined</Badge>
                  )}
                </Cell>
                <Cell align="end" className="sm:whitespace-nowrap">
                  {mayChange || member.isSelf ? <Change {...member} mayChange={mayChange} /> : null}
                </Cell>
              </Row>
            ))}
          </Table>
          {total > limit ? <Pages total={total} offset={offset} /> : null}
        </Section>
        {mayChange ? <InviteForm /> : null}
      </Sheet>
    </>
  );
}

function Change({
  id,
  name,
  email,
  until,
  mayChange,
}: {
  id: string;
  name: string | null;
  email: string;
  until: string | null;
  mayChange: boolean;
}) {
  const [href, words] = until
    ? [paths.removeMember(id), "Withdraw…"]
    : mayChange
      ? [paths.member(id), "Change"]
      : [paths.removeMember(id), "Leave…"];
  return (
    <a href={href} className="inline-block py-1 sm:-my-1">
      {words}
      <span className="sr-only"> {name ?? email}</span>
    </a>
  );
}

function Pages({ total, offset }: { total: number; offset: number }) {
  const last = Math.min(offset + limit, total);
  const href = (to: number) => withQuery(paths.members(), { offset: to || null });
  return (
    <Pagination
      range={`${offset + 1} to ${last} of ${total}`}
      earlier={offset > 0 ? { href: href(Math.max(0, offset - limit)), label: "Newer" } : undefined}
      later={last < total ? { href: href(last), label: "Older" } : undefined}
    />
  );
}

function InviteForm() {
  const { mayMakeOwners, search, typed } = useLoaderData<typeof loader>();
  const role: Role = typed.role ?? "member";
  const problem = useActionData<typeof action>()?.problem;
  return (
    <Section title="Invite somebody">
      <Form
        action={`${paths.members()}?index`}
        className="max-w-form space-y-5"
        errors={problem?.errors}
        values={problem?.values}
      >
        <EnterSaves />
        <ErrorSummary errors={problem?.errors ?? []} title="Nobody is invited yet. This needs another look:" />
        <FindPerson search={search} />
        <Field
          label="Email address"
          name="email"
          type="email"
          hint="A mail with a link goes there, open for two weeks. It replaces one that is open already."
          defaultValue={typed.email}
          data-contacts={paths.contacts()}
        />
        <RoleChoice value={role} withOwner={mayMakeOwners} />
        <Submit>Send the invitation</Submit>
      </Form>
    </Section>
  );
}
