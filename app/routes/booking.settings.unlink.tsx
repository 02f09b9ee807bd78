import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { unlinkIdentity } from "~/domain/accounts/identities.server";
import { IdentityInput } from "~/domain/accounts/identity";
import { providerNames } from "~/domain/providers";
import { requireUser } from "~/http/auth.server";
import { readForm } from "~/http/form.server";
import { redirectWith } from "~/http/session.server";
import { paths } from "~/paths";

export async function loader() {
  return redirect(paths.password());
}

export async function action({ request }: ActionFunctionArgs) {
  const { user } = await requireUser(request);
  const form = await readForm(request, IdentityInput);
  const result = form.ok ? await unlinkIdentity(user.id, form.data) : null;
  if (!form.ok || !result) return redirectWith({ kind: "info", text: unknown }, paths.password());
  if (result.ok) {
    const text = `${providerNames[form.data.provider]} is unlinked. It signs you in no more.`;
    return redirectWith({ kind: "ok", text }, paths.password());
  }
  if (result.reason === "unknown") return redirectWith({ kind: "info", text: unknown }, paths.password());
  return redirectWith({ kind: "stop", text: lastWay }, paths.password());
}

const unknown = "That sign-in is not linked to your account any more.";
const lastWay = "This is the only way to sign in to your account. Set a password or link another sign-in first.";
