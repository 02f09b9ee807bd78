import { ApiKeyInput, mostKeys } from "~/domain/accounts/api-key";
import { countApiKeys, createApiKey, listApiKeys } from "~/domain/accounts/api-keys.server";
import { ApiKeyAnswer, apiKeyJson, NewApiKeyAnswer } from "~/http/api-key-json.server";
import { api, created, list, listOf, operation, Page } from "~/http/api.server";
import { problem } from "~/http/problem.server";

const read = operation({
  auth: "user",
  summary: "List your API keys",
  description: "Newest first. Of the keys themselves only how they begin.",
  query: Page,
  answers: { 200: listOf(ApiKeyAnswer) },
  async handle({ user, query }) {
    const [keys, total] = await Promise.all([listApiKeys(user.id, query), countApiKeys(user.id)]);
    return list(keys.map(apiKeyJson), total, query);
  },
});

const create = operation({
  auth: "user",
  summary: "Make an API key",
  description: "The answer has the key, this once. A key cannot make keys: sign in, or send an access token.",
  body: ApiKeyInput,
  creates: true,
  answers: { 201: NewApiKeyAnswer },
  example: { name: "Nightly export", scope: "read" },
  async handle({ user, key, body }) {
    if (key) return problem(403, "A key cannot make keys. Send an access token of POST /api/v1/auth/login.");
    const made = await createApiKey(user.id, body);
    if (!made.ok) return problem(409, `You have ${mostKeys} keys, and that is the most. Revoke one first.`);
    return created({ ...apiKeyJson(made.key), key: made.secret }, `/api/v1/api-keys/${made.key.id}`);
  },
});

export const { loader, action } = api("/api/v1/api-keys", { GET: read, POST: create });
