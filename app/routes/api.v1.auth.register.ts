import { RegisterInput } from "~/domain/accounts/account";
import { signUp } from "~/domain/accounts/sign-up.server";
import { SignedInAnswer } from "~/http/account-answer";
import { signedInJson } from "~/http/account-json.server";
import { api, created, operation } from "~/http/api.server";
import { problem } from "~/http/problem.server";
import { visitorLocale } from "~/http/visitor.server";

const register = operation({
  auth: "none",
  summary: "Make an account",
  description: "Signed in at once. A mail with a link proves the address.",
  body: RegisterInput,
  answers: { 201: SignedInAnswer },
  creates: true,
  example: {
    name: "Ada Okafor",
    email: "ada@example.com",
    password: "correct horse battery",
    timezone: "Europe/Oslo",
  },
  async handle({ request, body: input, address, now }) {
    const { language } = visitorLocale(request);
    const userAgent = request.headers.get("User-Agent");
    const result = await signUp({ input, language, kind: "access_token", userAgent, address, now });
    if (!result.ok) return problem(409, "There is an account with this email address.", { code: "email_taken" });
    return created(signedInJson(result), "/api/v1/me");
  },
});

export const { loader, action } = api("/api/v1/auth/register", { POST: register });
