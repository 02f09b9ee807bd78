import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { sendVerificationAgain } from "~/domain/accounts/verify-email.server";
import { requireUser } from "~/http/auth.server";
import { readFields } from "~/http/form.server";
import { redirectWith, type Notice } from "~/http/session.server";
import { visitorLocale } from "~/http/visitor.server";
import { paths } from "~/paths";

export async function loader() {
  return redirect(paths.settings());
}

export async function action({ request }: ActionFunctionArgs) {
  const { user } = await requireUser(request);
  await readFields(request);
  const result = await sendVerificationAgain(user, visitorLocale(request).language, Date.now());
  return redirectWith(result.ok ? sent(user.email) : refused[result.reason], paths.settings());
}

function sent(email: string): Notice {
  return { kind: "ok", text: `A mail with a link is on its way to ${email}.` };
}

const refused: Record<"verified" | "just_sent", Notice> = {
  verified: { kind: "info", text: "Your address is verified already." },
  just_sent: { kind: "wait", text: "The last mail is less than a minute old. Give it a moment to arrive." },
};
