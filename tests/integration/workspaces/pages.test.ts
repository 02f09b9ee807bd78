import { desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { notifications, users, workspaces } from "~db/schema";
import * as invitation from "~/routes/invite.$token";
import * as member from "~/routes/booking.settings.members.$userId._index";
import * as members from "~/routes/booking.settings.members._index";
import * as newWorkspace from "~/routes/booking.workspaces.new";
import * as remove from "~/routes/booking.settings.members.$userId.remove";
import * as settings from "~/routes/booking.settings.workspace";
import * as switcher from "~/routes/booking.workspaces._index";
import { addMember, createUser, createWorkspace, signIn, unique } from "../../support/factories";
import { get, postForm } from "../../support/requests";

describe("/booking/workspaces/new", () => {
  it("makes the address from the name where none is given, and works there from then on", async () => {
    const user = await createUser();
    const { cookie } = await signIn(user);
    const name = `Ågot's Studio ${unique()}`;
    const answer = await postForm(newWorkspace, "/", { name, slug: "" }, { cookie });
    expect(answer.headers.get("Location")).toBe("/booking");
    const [row] = await db.select().from(workspaces).where(eq(workspaces.name, name));
    expect(row?.slug).toMatch(/^agots-studio-/);
    const [after] = await db.select().from(users).where(eq(users.id, user.id));
    expect(after?.defaultWorkspaceId).toBe(row?.id);
  });

  it("shows the taken address again with its error", async () => {
    const { workspace } = await createWorkspace();
    const { cookie } = await signIn(await createUser());
    const answer = await postForm(newWorkspace, "/", { name: "Other", slug: workspace.slug }, { cookie });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('"path":"slug"');
  });

  it("asks for a name alone where both are empty, and for an address where the name makes none", async () => {
    const { cookie } = await signIn(await createUser());
    const empty = await postForm(newWorkspace, "/", { name: "", slug: "" }, { cookie });
    expect(empty.status).toBe(400);
    expect(empty.text).toContain("The name is missing.");
    expect(empty.text).not.toContain('"path":"slug"');
    for (const name of ["佐藤", "Admin"]) {
      const answer = await postForm(newWorkspace, "/", { name, slug: "" }, { cookie });
      expect(answer.text, name).toContain("The name makes no address that is free. Choose one.");
    }
  });
});

describe("/booking/settings", () => {
  it("lets a member see the workspace and not change it", async () => {
    const { workspace } = await createWorkspace();
    const { cookie } = await signIn(await addMember(workspace));
    expect((await get(settings, "/", { cookie })).body).toMatchObject({ mayChange: false });
    const { name, slug } = workspace;
    expect((await postForm(settings, "/", { name, slug, description: "" }, { cookie })).status).toBe(403);
  });

  it("is closed to clients where it is about the team", async () => {
    const { workspace } = await createWorkspace();
    const { cookie } = await signIn(await addMember(workspace, { role: "client" }));
    expect((await get(members, "/", { cookie })).status).toBe(403);
  });

  it("switches to a workspace of one's own only", async () => {
    const [{ workspace, owner }, { workspace: foreign }] = [await createWorkspace(), await createWorkspace()];
    const { cookie } = await signIn(owner);
    expect((await postForm(switcher, "/", { workspace: workspace.id }, { cookie })).status).toBe(303);
    for (const id of [foreign.id, "x", ""])
      expect((await postForm(switcher, "/", { workspace: id }, { cookie })).status).toBe(404);
  });
});

describe("the members' pages", () => {
  it("invite, change a role, withdraw and remove", async () => {
    const { workspace, owner } = await createWorkspace();
    const colleague = await addMember(workspace);
    const { cookie } = await signIn(owner);
    expect((await postForm(members, "/", { email: "mei@example.org", role: "member" }, { cookie })).status).toBe(303);
    expect((await postForm(members, "/", { email: colleague.email, role: "member" }, { cookie })).status).toBe(409);
    const { body } = await get(members, "/", { cookie });
    const open = body.members.find((each) => each.until !== null)!;
    const options = (userId: string) => ({ cookie, params: { userId } });
    expect((await get(member, "/", options(open.id))).headers.get("Location")).toBe(
      `/booking/settings/members/${open.id}/remove`,
    );
    expect((await postForm(member, "/", { role: "admin" }, options(colleague.id))).status).toBe(303);
    expect((await postForm(remove, "/", {}, options(open.id))).status).toBe(303);
    expect((await postForm(remove, "/", {}, options(colleague.id))).status).toBe(303);
    expect((await get(members, "/", { cookie })).body.total).toBe(1);
    expect((await postForm(remove, "/", {}, options(owner.id))).status).toBe(409);
  });

  it("do not exist for those of another workspace", async () => {
    const [{ owner }, { owner: stranger }] = [await createWorkspace(), await createWorkspace()];
    const { cookie } = await signIn(owner);
    for (const userId of [stranger.id, "x"]) {
      expect((await get(member, "/", { cookie, params: { userId } })).status).toBe(404);
      expect((await postForm(remove, "/", {}, { cookie, params: { userId } })).status).toBe(404);
    }
  });
});

describe("/invite/{token}", () => {
  it("knows who may answer: a visitor, another account, the invited one", async () => {
    const { user, token, params } = await invited();
    expect((await get(invitation, "/", { params })).body).toMatchObject({
      signedInAs: null,
      isTheirs: false,
      email: user.email,
    });
    const other = await signIn(await createUser());
    expect((await get(invitation, "/", { params, cookie: other.cookie })).body).toMatchObject({ isTheirs: false });
    const mine = await signIn(user);
    expect((await get(invitation, "/", { params, cookie: mine.cookie })).body).toMatchObject({ isTheirs: true });
    const foreign = await postForm(invitation, "/", { answer: "accept" }, { params, cookie: other.cookie });
    expect(foreign.headers.get("Location")).toBe(`/invite/${token}`);
  });

  it("accepts by its button, works in the new workspace from then on, and is closed afterwards", async () => {
    const { workspace, user, params } = await invited();
    const { cookie } = await signIn(user);
    const answer = await postForm(invitation, "/", { answer: "accept" }, { params, cookie });
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/booking"]);
    const [after] = await db.select().from(users).where(eq(users.id, user.id));
    expect(after?.defaultWorkspaceId).toBe(workspace.id);
    expect((await get(invitation, "/", { params })).status).toBe(410);
    expect((await get(invitation, "/", { params: { token: "x" } })).status).toBe(404);
  });
});

async function invited() {
  const { workspace, owner } = await createWorkspace();
  const user = await createUser();
  const { cookie } = await signIn(owner);
  await postForm(members, "/", { email: user.email, role: "member" }, { cookie });
  const [mail] = await db
    .select()
    .from(notifications)
    .where(eq(notifications.recipient, user.email))
    .orderBy(desc(notifications.createdAt));
  const token = String(mail?.payload.token);
  return { workspace, user, token, params: { token } };
}
