import { json } from "@remix-run/node";
import { LoginInput } from "~/domain/accounts/account";
import { signIn } from "~/domain/accounts/sign-in.server";
import { SignedInAnswer } from "~/http/account-answer";
import { signedInJson } from "~/http/account-json.server";
import { api, operation } from "~/http/api.server";
import { tooMany, tooManyTries } from "~/http/limit.server";
import { problem } from "~/http/problem.server";

const login = operation({
  auth: "none",
  summary: "Sign in",
  description: "Whatever is wrong, the answer is the same, and takes as long.",
  body: LoginInput,
  answers: { 200: SignedInAnswer },
  example: { email: "ada@example.com", password: "correct horse battery" },
  async handle({ request, body: input, address, now }) {
    const userAgent = request.headers.get("User-Agent");
    const result = await signIn({ input, kind: "access_token", userAgent, address, now });
    if (!result.ok && result.reason === "too_many") return tooMany(result.verdict, tooManyTries(result.verdict));
    if (!result.ok)
      return problem(401, "Email address or password is not right.", {}, { "WWW-Authenticate": "Bearer" });
    return json(signedInJson(result));
  },
});

export const { loader, action } = api("/api/v1/auth/login", { POST: login });
