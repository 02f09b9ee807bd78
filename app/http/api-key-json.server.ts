import { z } from "zod";
import { scopes, type ApiKey } from "~/domain/accounts/api-key";
import { isoInstant } from "~/domain/time";

export const ApiKeyAnswer = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    scope: z.enum(scopes),
    hint: z.string().describe("How the key begins."),
    last_used_at: z.iso.datetime().nullable(),
    created_at: z.iso.datetime(),
  })
  .meta({ id: "ApiKey" });

export const NewApiKeyAnswer = z
  .strictObject({ ...ApiKeyAnswer.shape, key: z.string().describe("The key itself. It is shown this once.") })
  .meta({ id: "NewApiKey" });

/** An API key as its owner sees it. */
export function apiKeyJson(key: ApiKey): z.input<typeof ApiKeyAnswer> {
  return {
    id: key.id,
    name: key.name,
    scope: key.scope,
    hint: key.hint,
    last_used_at: key.lastUsedAt && isoInstant(key.lastUsedAt.getTime()),
    created_at: isoInstant(key.createdAt.getTime()),
  };
}
