import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { RegisterInput, type User } from "~/domain/accounts/account";
import { changeProfile } from "~/domain/accounts/change-profile.server";
import { findPlace, joinAsClient, signUpAsClient } from "~/domain/coaches/join-as-client.server";
import type { Workspace } from "~/domain/workspaces/workspaces.server";
import { paths } from "~/paths";
import { formProblem, parseForm, readFields } from "./form.server";
import { originOf } from "./origin.server";
import { signInProviders } from "./provider-sign-in.server";
import { findPublicWorkspace } from "./public-offer.server";
import { readSession, redirectWith, replaceSession } from "./session.server";
import { visitorLocale, visitorZone } from "./visitor.server";

/** Where people make themselves clients: with the account that they have, or a new one. */
export async function loadJoinPage(request: Request, slug: string | undefined) {
  const workspace = await findPublicWorkspace(slug);
  const session = workspace && (await readSession(request, Date.now()));
  const place = session && (await findPlace(workspace.id, session.user.id));
  if (!workspace || (!workspace.takesClients && !place)) return { state: "closed" as const, workspace: null };
  const named = { name: workspace.name, slug: workspace.slug, description: workspace.description };
  if (!session) {
    const zone = visitorZone(request, "UTC");
    return { state: "new" as const, workspace: named, zone, providers: signInProviders() };
  }
  if (place?.isDeactivated) return { state: "deactivated" as const, workspace: named };
  if (place) return { state: "member" as const, workspace: named, isClient: place.role === "client" };
  return { state: "known" as const, workspace: named, signedInAs: session.user.email };
}

/** Joins; whoever cannot is shown the page again, which says why. */
export async function answerJoining({ request, context }: ActionFunctionArgs, slug: string | undefined) {
  const fields = await readFields(request);
  const workspace = await findPublicWorkspace(slug);
  if (!workspace) return again(slug);
  const session = await readSession(request, Date.now());
  if (session) {
    const joined = await joinAsClient(workspace.id, session.user);
    return joined.ok ? welcome(workspace, session.user) : again(slug);
  }
  const form = parseForm(fields, RegisterInput);
  if (!form.ok) return formProblem(form.problem);
  const { language } = visitorLocale(request);
  const account = { input: form.data, language, ...originOf({ request, context }) };
  const made = await signUpAsClient({ workspaceId: workspace.id, ...account });
  if (made.ok) {
    const headers = new Headers({ "Set-Cookie": await replaceSession(request, made.token) });
    return welcome(workspace, made.user, headers);
  }
  if (made.reason === "closed") return again(slug);
  const message = "There is an account with this address. Sign in with it, and join then.";
  return formProblem({ values: form.values, errors: [{ path: "email", message }] }, 409);
}

async function welcome({ id, name }: Workspace, user: User, headers?: Headers) {
  await changeProfile(user, { defaultWorkspaceId: id });
  const text = `You are a client of ${name} now. Choose with whom you would like to meet.`;
  return redirectWith({ kind: "ok", text }, paths.coaches(), headers);
}

function again(slug: string | undefined) {
  return redirect(paths.joinAsClient(slug ?? ""), 303);
}
