import { revokeApiKey } from "~/domain/accounts/api-keys.server";
import { api, noContent, operation } from "~/http/api.server";
import { notFound } from "~/http/problem.server";

const revoke = operation({
  auth: "user",
  summary: "Revoke an API key",
  description: "It ends at once.",
  answers: { 204: null },
  refusals: [404],
  async handle({ user, params }) {
    return (await revokeApiKey(user.id, params.id)) ? noContent() : notFound();
  },
});

export const { loader, action } = api("/api/v1/api-keys/{id}", { DELETE: revoke });
