import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge } from "~/components/badge";
import { Form, HiddenFields, LinkButton, Submit } from "~/components/form";
import { HostHeading, Sheet } from "~/components/page";
import { Cell, Row, Table } from "~/components/table";
import { changeProfile } from "~/domain/accounts/change-profile.server";
import { isUuid } from "~/domain/fields";
import { roleWords } from "~/domain/workspaces/member-words";
import { defaultMembership, listMemberships } from "~/domain/workspaces/workspaces.server";
import { requireUser } from "~/http/auth.server";
import { readFields } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export const meta: MetaFunction = () => [{ title: "Workspaces · Meridian" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireUser(request);
  const [all, current] = await Promise.all([listMemberships(user.id), defaultMembership(user)]);
  const workspaces = all.map(({ workspace: { id, name, slug }, role }) => ({
    id,
    name,
    slug,
    role: roleWords[role].name,
  }));
  return { workspaces, currentId: current?.workspace.id ?? null };
}

export async function action({ request }: ActionFunctionArgs) {
  const { user } = await requireUser(request);
  const chosen = (await readFields(request)).get("workspace") ?? undefined;
  const result = isUuid(chosen) && (await changeProfile(user, { defaultWorkspaceId: chosen }));
  if (!result || !result.ok) throw data("You are no member of that workspace.", { status: 404 });
  return redirectWith({ kind: "ok", text: "You work in another workspace now." }, paths.dashboard());
}

export default function Workspaces() {
  const { workspaces, currentId } = useLoaderData<typeof loader>();
  return (
    <>
      <HostHeading
        title="Your workspaces"
        sentence="Pages show one at a time."
        actions={<LinkButton href={paths.newWorkspace()}>New workspace</LinkButton>}
      />
      <Sheet className="p-5 sm:p-6">
        <Table
          caption="Your workspaces"
          columns={[{ label: "Workspace" }, { label: "Your role" }, { label: "Shown", hideLabel: true, align: "end" }]}
        >
          {workspaces.map((workspace) => (
            <Row key={workspace.id}>
              <Cell heading>
                <bdi>{workspace.name}</bdi>
                <span className="hint block">{paths.book(workspace.slug)}</span>
              </Cell>
              <Cell label="Your role">{workspace.role}</Cell>
              <Cell align="end">
                {workspace.id === currentId ? (
                  <Badge state="active">Shown now</Badge>
                ) : (
                  <Form action={`${paths.workspaces()}?index`}>
                    <HiddenFields values={{ workspace: workspace.id }} />
                    <Submit kind="second" small>
                      Show <bdi>{workspace.name}</bdi>
                    </Submit>
                  </Form>
                )}
              </Cell>
            </Row>
          ))}
        </Table>
      </Sheet>
    </>
  );
}
